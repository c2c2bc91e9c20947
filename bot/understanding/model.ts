import type { Language } from '../domain/locale.ts';
import { INTENTS } from '../domain/wish.ts';
import type { Lexicon } from './lexicon.ts';

/**
 * What a phrase may mean: a wish, or none. Who tells something and asks for nothing must not be met with a guess, so that is
 * learned as well as any wish.
 */
export const MEANINGS = [...INTENTS, 'no_wish'] as const;
export type Meaning = (typeof MEANINGS)[number];

/** What was learned from the examples. Made by `train.ts`, never changed afterwards. */
export interface Model {
  /** In the order of the columns of `weights`. */
  meanings: readonly Meaning[];
  /** One row for each place of a feature, one column for each intent. */
  weights: Float32Array;
  lexicon: Lexicon;
  /** Word → how much more often it stands in Spanish than in English examples: a logarithm, below zero for English. */
  spanish: ReadonlyMap<string, number>;
  /** Word → the language it names. */
  languages: ReadonlyMap<string, Language>;
}
