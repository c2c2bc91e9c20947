import type { Language } from '../domain/locale.ts';
import type { Intent } from '../domain/wish.ts';
import type { Lexicon } from './lexicon.ts';

/** What was learned from the examples. Made by `train.ts`, never changed afterwards. */
export interface Model {
  /** In the order of the columns of `weights`. */
  intents: readonly Intent[];
  /** One row for each place of a feature, one column for each intent. */
  weights: Float32Array;
  lexicon: Lexicon;
  /** Word → how much more often it stands in Spanish than in English examples: a logarithm, below zero for English. */
  spanish: ReadonlyMap<string, number>;
  /** Word → the language it names. */
  languages: ReadonlyMap<string, Language>;
}
