import type { DyingTopic, SignalKind } from '../domain/signal.ts';
import type { Matcher } from './matcher.ts';
import type { PLACES } from './source.ts';
import type { Folding } from './tokens.ts';

/** One reviewed rule, compiled. Groups are numbers in the automaton. */
export interface Rule {
  id: string;
  kind: SignalKind;
  also?: SignalKind;
  topic?: DyingTopic;
  phrases: number;
  with: readonly number[];
  unless: readonly Guard[];
}

export interface Guard {
  id: string;
  where: (typeof PLACES)[number];
  /** Most words between the guard and the phrase, for `before`. */
  within: number;
  overCommas: boolean;
  phrases: number;
  voidIf: number | null;
  /** `voidIf` is heard in the whole message, not only in the sentence: "I said no. I lied." */
  voidAnywhere: boolean;
}

/** An example or counter-example of a rule, for the tests and the review. `want` null: nothing should be found. */
export interface Example {
  rule: string;
  kind: SignalKind;
  text: string;
  want: SignalKind | null | 'other';
  at: { file: string; line: number };
}

/** All rules, compiled and checked. Made by `compile.ts`. */
export interface SafetyRules {
  /** Most urgent kind first; in a kind as in the files. */
  rules: readonly Rule[];
  /** By phrase group, the rules it belongs to. */
  rulesOf: ReadonlyMap<number, readonly number[]>;
  folding: Folding;
  matcher: Matcher;
  examples: readonly Example[];
}
