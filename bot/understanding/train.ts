import type { Language } from '../domain/locale.ts';
import { DIMENSIONS, features, type Features } from './features.ts';
import { words } from './fold.ts';
import { type Lexicon, lexicon } from './lexicon.ts';
import { type Meaning, MEANINGS, type Model } from './model.ts';
import { shares } from './understand.ts';

/** One phrase, and what it means. */
export interface Example {
  intent: Meaning;
  language: Language;
  text: string;
}

/** Times that every example is looked at, how far a step goes, and how strongly weights are drawn back to nothing. */
const ROUNDS = 8;
const RATE = 0.3;
const DECAY = 1e-3;
/** An intent whose share is as near as this to what it should be teaches nothing more. */
const NEAR_ENOUGH = 0.01;

/**
 * Learns from examples. The same examples always give the same model.
 *
 * @param keys key words by intent
 * @param languages word → the language it names
 * @param known weights that were learnt from the very same examples before
 */
export function train(
  examples: readonly Example[],
  keys: ReadonlyMap<Meaning, ReadonlySet<string>>,
  languages: ReadonlyMap<string, Language> = new Map(),
  known?: Float32Array,
): Model {
  const lex = lexicon(commonWords(examples), keys);
  const weights = known ?? learn(examples, lex);
  return { meanings: MEANINGS, weights, lexicon: lex, spanish: spanishness(examples), languages };
}

/** Weights as they were kept: the bytes of `Model.weights`. Undefined when they are not as many as they should be. */
export function weightsOf(bytes: Buffer): Float32Array | undefined {
  const weights = new Float32Array(DIMENSIONS * MEANINGS.length);
  if (bytes.length !== weights.byteLength) return undefined;
  new Uint8Array(weights.buffer).set(bytes);
  return weights;
}

/**
 * Multinomial logistic regression by stochastic gradient steps that get smaller for features seen often (AdaGrad). The
 * order is shuffled by a fixed rule. Takes a second or two for 5,700 examples.
 */
function learn(examples: readonly Example[], lex: Lexicon): Float32Array {
  const all = examples.map((one) => ({ x: features(words(one.text), lex), y: MEANINGS.indexOf(one.intent) }));
  const size = MEANINGS.length;
  const weights = new Float32Array(DIMENSIONS * size);
  const squares = new Float32Array(DIMENSIONS * size);
  const share = new Float64Array(size);
  const columns = new Int32Array(size);
  const order = all.map((_, index) => index);
  const chance = { state: 12345 };
  for (let round = 0; round < ROUNDS; round += 1) {
    shuffle(order, chance);
    for (const index of order) {
      const { x, y } = all[index] as { x: Features; y: number };
      shares(x, weights, share);
      // Columns that are right already are left alone: most of the work, and none of the result.
      let wrong = 0;
      for (let k = 0; k < size; k += 1) {
        share[k] = (share[k] as number) - (k === y ? 1 : 0);
        if (Math.abs(share[k] as number) > NEAR_ENOUGH) columns[wrong++] = k;
      }
      const { at, weight } = x;
      for (let f = 0; f < at.length && wrong > 0; f += 1) {
        const base = (at[f] as number) * size;
        const value = weight[f] as number;
        for (let c = 0; c < wrong; c += 1) {
          const k = columns[c] as number;
          const w = weights[base + k] as number;
          const slope = (share[k] as number) * value + DECAY * w;
          const square = (squares[base + k] as number) + slope * slope;
          squares[base + k] = square;
          weights[base + k] = w - (RATE * slope) / Math.sqrt(square + 1e-4);
        }
      }
    }
  }
  return weights;
}

/** Words that stand in more than one example: a word that stands in one alone may be a slip itself. */
function commonWords(examples: readonly Example[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { text } of examples)
    for (const word of new Set(words(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count > 1).map(([word]) => word));
}

function spanishness(examples: readonly Example[]): Map<string, number> {
  const counts: Record<Language, Map<string, number>> = { en: new Map(), es: new Map() };
  for (const { text, language, intent } of examples) {
    // "English please" stands among the Spanish examples, too.
    if (intent === 'language_switch') continue;
    for (const word of words(text)) counts[language].set(word, (counts[language].get(word) ?? 0) + 1);
  }
  const all = new Set([...counts.en.keys(), ...counts.es.keys()]);
  all.delete('?');
  return new Map(
    [...all].map((word) => [
      word,
      Math.log(((counts.es.get(word) ?? 0) + 0.3) / ((counts.en.get(word) ?? 0) + 0.3)),
    ]),
  );
}

/** Fisher and Yates, with numbers from a fixed rule instead of chance. */
function shuffle(order: number[], chance: { state: number }): void {
  for (let i = order.length - 1; i > 0; i -= 1) {
    chance.state = (Math.imul(chance.state, 1664525) + 1013904223) >>> 0;
    const j = chance.state % (i + 1);
    const kept = order[i] as number;
    order[i] = order[j] as number;
    order[j] = kept;
  }
}
