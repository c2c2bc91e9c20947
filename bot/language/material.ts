import type { z } from 'zod/v4';
import type { SourceEntry, OptionSource } from './schema/option.ts';
import type { VariableType } from './schema/dialog.ts';
import type { InterruptionsSource, JudgementSource, NodeSource } from './schema/dialog.ts';
import type { wordingSchema } from './schema/wording.ts';
import type { Shaped } from './shape.ts';
import type { Source, Spot } from './spot.ts';

export type RuleSetSource = JudgementSource['rules'][string];
export type RuleSource = RuleSetSource['rules'][number];
export type InterruptionSource = InterruptionsSource['interruptions'][number];
export type WordingSource = z.infer<typeof wordingSchema>;

/** One dialog as far as it could be read. `opaque`: hardly at all, so nothing is said about who uses what in it. */
export interface DialogMaterial {
  id: string;
  source: Source;
  opaque: boolean;
  about: string;
  start: string | null;
  vars: ReadonlyMap<string, VariableType | null>;
  /** False when `vars` could not be read, or seems to be called something else. */
  varsWhole: boolean;
  nodes: ReadonlyMap<string, Shaped<NodeSource>>;
  moved: Readonly<Record<string, string>>;
}

export interface RuleSetMaterial {
  id: string;
  at: Spot;
  audience: RuleSetSource['audience'];
  limit: number;
  rules: readonly Placed<RuleSource>[];
}

export interface TranslationMaterial {
  key: string;
  /** Fingerprint of the text it translates. */
  of: string;
  text: string;
  at: Spot;
}

/** Something written, and where. */
export interface Placed<T> {
  source: T;
  at: Spot;
}
export interface LanguageMaterial {
  all: ReadonlyMap<string, TranslationMaterial>;
  at: Spot;
}
export type Kind =
  | 'dialogs'
  | 'variables'
  | 'rules'
  | 'options'
  | 'sources'
  | 'words'
  | 'interruptions'
  | 'strings';

/** Everything the authors wrote, each piece as far as it has the right shape. */
export interface Material {
  dialogs: ReadonlyMap<string, DialogMaterial>;
  variables: ReadonlyMap<string, VariableType | null>;
  variablesAt: Spot | null;
  ruleSets: ReadonlyMap<string, RuleSetMaterial>;
  options: ReadonlyMap<string, Placed<OptionSource>>;
  sources: ReadonlyMap<string, Placed<SourceEntry>>;
  words: ReadonlyMap<string, Placed<string>>;
  wordsAt: Spot | null;
  interruptions: {
    source: Omit<InterruptionsSource, 'interruptions'>;
    rules: readonly Placed<InterruptionSource>[];
    at: Spot;
  } | null;
  /** By language. Absent: there is no file for it. */
  translations: ReadonlyMap<string, LanguageMaterial>;
  wording: WordingSource | null;
  /** Kinds of pieces of which some could not be read: a name that is not found there may well exist. */
  incomplete: ReadonlySet<Kind>;
}
