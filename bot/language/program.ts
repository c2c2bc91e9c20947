import type { Country, Language } from '../domain/locale.ts';
import type { InterruptionId } from '../domain/input.ts';
import type { LinePurpose } from '../domain/reply.ts';
import { DYING_TOPICS, type SignalKind } from '../domain/signal.ts';
import type { Intent } from '../domain/wish.ts';
import type { VariableType } from './schema/dialog.ts';
import type { OptionSource, SectionId, SourceEntry } from './schema/option.ts';

/**
 * All dialogs, compiled and checked: every name in it exists, so the engine needs no "not found".
 * Made by `compile.ts`, never changed afterwards.
 */
export interface Program {
  /** Hash of every source it was made from. */
  revision: string;
  dialogs: ReadonlyMap<string, Dialog>;
  /** By full name: `area`, `find-support.choice`. Holds the built-in ones too. */
  variables: ReadonlyMap<string, Variable>;
  judgement: ReadonlyMap<string, RuleSet>;
  options: ReadonlyMap<string, Option>;
  sources: ReadonlyMap<string, SourceEntry>;
  /** What the engine and the page say by themselves. */
  words: ReadonlyMap<string, Text>;
  interruptions: Interruptions;
}

/** Something a person reads, in every language there is. English is always there; the others fall back to it. */
export interface Text {
  /** `dialog.node.field`, for translations and the review document. */
  key: string;
  en: Template;
  es?: Template;
}
/** Plain text, or pieces with places for a variable's value. */
export type Template = string | readonly (string | { variable: string; fallback: string })[];

export interface Variable {
  name: string;
  type: VariableType;
  sensitive: boolean;
  /** The dialog it belongs to; null when shared or built in. */
  dialog: string | null;
  builtIn: boolean;
}

export interface Dialog {
  id: string;
  about: string;
  start: string;
  nodes: ReadonlyMap<string, Node>;
  moved: ReadonlyMap<string, string>;
}

export interface Node {
  id: string;
  say: readonly Text[];
  tone?: 'safety' | 'notice';
  show: readonly Show[];
  explain?: Text;
  action: Action | null;
  next: Next;
  /** Where it stands, for traces and coverage: file and line. */
  at: { file: string; line: number };
}

/** Variables are named in full everywhere below. */
export type Show =
  | { kind: 'options'; variable: string }
  /** A literal option id, or the variable (one_of or text) that holds one. */
  | { kind: 'option'; option: string }
  | { kind: 'option-in'; variable: string }
  | { kind: 'resources'; variable: string }
  | { kind: 'reasons'; variable: string }
  | { kind: 'lines'; purpose: LinePurpose }
  | { kind: 'plan' }
  | { kind: 'summary'; variables: readonly string[] };

export type Action =
  | Ask
  | {
      kind: 'set';
      values: readonly {
        variable: string;
        value: string | number | boolean | string[] | null | { variable: string };
      }[];
    }
  | { kind: 'call'; dialog: string }
  | {
      kind: 'search';
      into: string;
      limit: number;
      kinds: readonly string[];
      /** A variable of type options: services that provide them. */
      provide?: string;
      words?: string;
      near?: string;
      by?: string;
      audience?: 'patient' | 'caregiver';
      stage?: 'mbc-specific' | 'any-stage' | 'any-cancer';
      local?: 'prefer' | 'only';
      /** Sorted by what the person told of what funds look at. */
      fit?: true;
      because?: Text;
      /** Kinds of support that the words fit go here. */
      optionsInto?: string;
    }
  | { kind: 'recommend'; rules: string; into: string; limit: number }
  | { kind: 'keep-options' | 'keep-resources'; variable: string }
  | { kind: 'keep-question'; id: string; text?: Text; variable?: string }
  | {
      kind: 'handoff';
      way: 'live' | 'callback';
      share: readonly string[];
      earlier?: string;
      call?: CallVariables;
    }
  | { kind: 'case'; does: 'still-there' | 'withdraw' | 'return' }
  | { kind: 'feedback'; variable: string }
  | { kind: 'resume-code'; into: string; days: number }
  | { kind: 'erase' }
  | { kind: 'restart' };

/** Variables that say how and when to call someone back. */
export interface CallVariables {
  phone: string;
  name?: string;
  times?: string;
  message?: string;
}

export interface Ask {
  kind: 'ask';
  variable: string;
  type: VariableType;
  text: Text;
  choices: readonly Choice[];
  retry?: Text;
  required: boolean;
}
export interface Choice {
  id: string;
  label: Text;
  when?: Cond;
  explain?: Text;
  alone: boolean;
  /** Other ways to type it, already normalised (`language/normalise.ts`). */
  names: readonly string[];
  /** Words inside a message that led to the question and answer it already, normalised too. */
  heard: readonly string[];
}

export type Goal = { node: string } | 'end' | 'stop';
export interface Next {
  branches: readonly { when: Cond; go: Goal }[];
  else: Goal;
}

/** A compiled condition. On an unknown variable every test but `known` is false. */
export type Cond =
  | { op: 'any' | 'all'; of: readonly Cond[] }
  | { op: 'not'; of: Cond }
  | { op: 'is'; variable: string; value: string | number | boolean }
  | { op: 'in'; variable: string; values: readonly (string | number | boolean)[] }
  | { op: 'has'; variable: string; values: readonly string[] }
  | { op: 'known'; variable: string; value: boolean }
  | { op: 'count' | 'gte' | 'lte'; variable: string; value: number };

export interface RuleSet {
  id: string;
  audience: 'patient' | 'caregiver' | 'both';
  limit: number;
  rules: readonly Rule[];
}
/** Options and tags are resolved to option ids. `variables`: what the condition reads, for "because of". */
export type Rule =
  | {
      id: string;
      kind: 'prefer';
      when?: Cond;
      options: readonly string[];
      weight: number;
      because?: Text;
      variables: readonly string[];
    }
  | {
      id: string;
      kind: 'leave-out';
      when: Cond;
      options: readonly string[];
      why: Text;
      variables: readonly string[];
    };

/** One statement of a kind of support. */
export interface Point {
  text: Text;
  sources: readonly string[];
  /** It is true of these countries only; without it, it is said everywhere. */
  onlyIn?: readonly Country[];
}

export interface Option {
  id: string;
  title: Text;
  short: Text;
  names: readonly string[];
  audience: 'patient' | 'caregiver' | 'both';
  group: boolean;
  formats: OptionSource['formats'];
  tags: readonly string[];
  providedBy: OptionSource['provided_by'];
  sections: readonly { id: SectionId; points: readonly Point[] }[];
  review: OptionSource['review'];
}

export interface Interruptions {
  /** The dialog that answers each signal. Every kind has one. */
  safety: ReadonlyMap<SignalKind, string>;
  /** Normalised whole utterances → what they mean, by language. */
  phrases: Readonly<Record<Language, ReadonlyMap<string, InterruptionId>>>;
  /** What each does: a dialog to call, or one of the engine's own moves. */
  does: ReadonlyMap<InterruptionId, { call: string } | { move: 'why' | 'back' | 'skip' }>;
  welcome: string;
  consent: string;
  notUnderstood: string;
  /** Begins when the person writes after a conversation came to rest. */
  resting: string;
  /** Shows one option in full; its variable `option` is set first. */
  option: string;
  /** What a wish in one's own words leads to. Empty: wishes are not looked at. */
  wishes: ReadonlyMap<Intent, WishGoal>;
  /** Waiting for a person, and what is said when a chat with one is over. Without them no live chat is offered. */
  liveChat?: string;
  afterChat?: string;
  /** Normalised whole utterances that end a chat with a person. They mean nothing else, and nothing elsewhere. */
  endChat: ReadonlySet<string>;
  /** Asks which of a few wishes was meant; its variables `first`, `second` and `third` are set first. */
  didYouMean?: string;
}
export type WishGoal = { interruption: InterruptionId } | { call: string } | { option: string };

/**
 * What the engine knows without asking. `helpline`: none is set up, or staff are there (`open`), or not (`closed`).
 * `night` is unknown when the person's device did not give a time zone.
 */
export const BUILT_INS: Readonly<Record<string, VariableType>> = {
  language: { one_of: ['en', 'es'] },
  country: { one_of: ['us', 'au', 'uk', 'ca', 'nz'] },
  helpline: { one_of: ['none', 'open', 'closed'] },
  /** Someone from the helpline is there to chat at this moment. */
  live_chat: { yes_no: true },
  /** The helpline calls people back. */
  call_backs: { yes_no: true },
  /** The helpline's own words: who reads, what is kept, when others must be told, and which number shows. */
  who_reads: { text: 1200 },
  what_is_kept: { text: 1200 },
  must_tell_others: { text: 1200 },
  number_shown: { text: 1200 },
  /** In line for a person from the helpline, or with one. */
  waiting: { yes_no: true },
  night: { yes_no: true },
  /** Whether the person has read what is kept and agreed to type freely. The consent dialog sets it. */
  consented: { yes_no: true },
  /** How long a conversation is kept after its last activity. */
  retention_hours: { number: { min: 1, max: 8760 } },
  /** How many things are in the plan. */
  plan_size: { number: { min: 0, max: 1000 } },
  /** How many times in a row we did not understand. */
  misses: { number: { min: 0, max: 1000 } },
  /** Whether an urgent number was shown in this conversation. */
  safety_shown: { yes_no: true },
  /** Which dangers they were shown for, so that the same lines can be shown again. */
  shown_for: { many_of: ['crisis', 'abuse', 'medical'] },
  /** What was written tells something and asks for nothing, as far as that can be seen. */
  telling: { yes_no: true },
  /** What talk of dying is about, where a rule heard that: help to die, or stopping treatment and plans for the end. */
  dying_topic: { one_of: [...DYING_TOPICS] },
  /** Minutes went by before this answer: the person may not be there any more to wait for someone. */
  after_pause: { yes_no: true },
};
