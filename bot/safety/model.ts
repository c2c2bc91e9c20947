import { SIGNALS, type SignalKind, URGENT } from '../domain/signal.ts';
import { Features, readFeatures, TABLE } from './model-features.ts';
import { type KeptWords, WordBook, wordsOf } from './model-words.ts';

/** A phrase a reviewer wrote, and what should be found in it. Null: nothing. */
export interface ExamplePhrase {
  text: string;
  kind: SignalKind | null;
}

/** What the model makes of a message. Weights lie between 0 and 1 and sum to 1. */
export interface Opinion {
  /** The urgent kind that weighs most, and what all urgent kinds weigh together. */
  urgent: SignalKind;
  urgentWeight: number;
  /** What the heaviest urgent kind weighs by itself. */
  kindWeight: number;
  /** The heaviest of the calm kinds and of nothing (null), and its weight. */
  calm: SignalKind | null;
  calmWeight: number;
}

/** Kinds in the order of the table's columns; the first means that there is nothing. */
const KINDS: readonly (SignalKind | null)[] = [null, ...SIGNALS];
const COLUMNS = KINDS.length;
/** Messages of up to so many words are weighed as a whole; longer ones by the heaviest of their sentences. */
const SHORT = 20;

/**
 * The examples are read so many times, each time from nothing and in another order, and the tables are averaged: one order
 * alone hears by chance what another misses.
 */
const READINGS = 6;
const STEP = 1;
const FORGET = 1e-3;
const ENOUGH = 0.01;

/**
 * A second pair of eyes beside the reviewed rules: a linear classifier that learns from the reviewed example phrases
 * when they are loaded. Deterministic: the same phrases give the same weights on every machine.
 */
export class SafetyModel {
  readonly #book: WordBook;
  readonly #table: Float32Array;
  readonly #bias: Float64Array;
  readonly #features = new Features();

  private constructor(book: WordBook, table: Float32Array, bias: Float64Array) {
    this.#book = book;
    this.#table = table;
    this.#bias = bias;
  }

  /**
   * Learns from examples: multinomial logistic regression over hashed features, by AdaGrad in a fixed order.
   *
   * @param meanings words that mean much the same, by meaning: `resources/safety/examples/words.yaml`
   */
  static learn(examples: readonly ExamplePhrase[], meanings: Readonly<Record<string, string>>): SafetyModel {
    const book = new WordBook(meanings);
    const read = examples.map(({ text, kind }) => {
      const words = wordsOf(text).flat();
      for (const word of words) book.remember(word);
      const features = new Features();
      readFeatures(words, book, features);
      return {
        places: features.places.slice(0, features.size),
        values: features.values.slice(0, features.size),
        column: KINDS.indexOf(kind),
      };
    });
    const mean = new Float32Array(TABLE * COLUMNS);
    const meanBias = new Float64Array(COLUMNS);
    const table = new Float32Array(mean.length);
    const moved = new Float32Array(mean.length);
    const bias = new Float64Array(COLUMNS);
    const weights = new Float64Array(COLUMNS);
    const order = read.map((_, i) => i);
    let seed = 20;
    for (let reading = 0; reading < READINGS; reading++) {
      table.fill(0);
      moved.fill(0);
      bias.fill(0);
      for (let i = order.length - 1; i > 0; i--) {
        seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
        const j = seed % (i + 1);
        [order[i], order[j]] = [order[j] as number, order[i] as number];
      }
      for (const index of order) {
        const { places, values, column } = read[index] as (typeof read)[number];
        weigh(table, bias, places, values, places.length, weights);
        for (let c = 0; c < COLUMNS; c++) {
          const error = (c === column ? 1 : 0) - (weights[c] as number);
          if (Math.abs(error) < ENOUGH) continue;
          bias[c] = (bias[c] as number) + 0.02 * error;
          for (let f = 0; f < places.length; f++) {
            const at = (places[f] as number) * COLUMNS + c;
            const slope = error * (values[f] as number) - FORGET * (table[at] as number);
            const sum = (moved[at] as number) + slope * slope;
            moved[at] = sum;
            table[at] = (table[at] as number) + (STEP * slope) / Math.sqrt(sum + 1e-4);
          }
        }
      }
      for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] as number) + (table[i] as number) / READINGS;
      for (let c = 0; c < COLUMNS; c++)
        meanBias[c] = (meanBias[c] as number) + (bias[c] as number) / READINGS;
    }
    return new SafetyModel(book, mean, meanBias);
  }

  /** The model as bytes, for `fromBytes`: a line of JSON, then the numbers as this machine writes them. */
  toBytes(): Buffer {
    const head = Buffer.from(`${JSON.stringify(this.#book.kept())}\n`);
    return Buffer.concat([head, bytesOf(this.#bias), bytesOf(this.#table)]);
  }

  /** @param bytes what `toBytes` gave, by this code and this kind of machine */
  static fromBytes(bytes: Buffer): SafetyModel {
    const end = bytes.indexOf('\n');
    const { meanings, words } = JSON.parse(bytes.toString('utf8', 0, end)) as KeptWords;
    const book = new WordBook(meanings);
    for (const word of words) book.remember(word);
    const bias = new Float64Array(COLUMNS);
    const table = new Float32Array(TABLE * COLUMNS);
    const from = end + 1;
    bytesOf(bias).set(bytes.subarray(from, from + bias.byteLength));
    bytesOf(table).set(bytes.subarray(from + bias.byteLength));
    return new SafetyModel(book, table, bias);
  }

  /** Weighs a message, in English or Spanish. Null when there is no word in it. Never throws; linear in the length. */
  weigh(text: string): Opinion | null {
    const sentences = wordsOf(text);
    let words = 0;
    for (const sentence of sentences) words += sentence.length;
    if (words === 0) return null;
    if (words <= SHORT) return opinion(this.#weights(sentences.flat()));
    let gravest: Opinion | null = null;
    for (const sentence of sentences) {
      const one = opinion(this.#weights(sentence));
      if (!gravest || one.urgentWeight > gravest.urgentWeight) gravest = one;
    }
    return gravest;
  }

  #weights(words: readonly string[]): Float64Array {
    readFeatures(words, this.#book, this.#features);
    const weights = new Float64Array(COLUMNS);
    weigh(
      this.#table,
      this.#bias,
      this.#features.places,
      this.#features.values,
      this.#features.size,
      weights,
    );
    return weights;
  }
}

function bytesOf(numbers: Float32Array | Float64Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

function opinion(weights: Float64Array): Opinion {
  const result: Opinion = { urgent: 'suicide', urgentWeight: 0, kindWeight: -1, calm: null, calmWeight: -1 };
  KINDS.forEach((kind, column) => {
    const weight = weights[column] as number;
    if (kind !== null && URGENT.has(kind)) {
      result.urgentWeight += weight;
      if (weight > result.kindWeight) {
        result.urgent = kind;
        result.kindWeight = weight;
      }
    } else if (weight > result.calmWeight) {
      result.calm = kind;
      result.calmWeight = weight;
    }
  });
  return result;
}

/** Softmax of the sums of the table's rows, into `weights`. */
function weigh(
  table: Float32Array,
  bias: Float64Array,
  places: Int32Array,
  values: Float32Array,
  size: number,
  weights: Float64Array,
): void {
  weights.set(bias);
  for (let f = 0; f < size; f++) {
    const row = (places[f] as number) * COLUMNS;
    const value = values[f] as number;
    for (let c = 0; c < COLUMNS; c++)
      weights[c] = (weights[c] as number) + (table[row + c] as number) * value;
  }
  let most = Number.NEGATIVE_INFINITY;
  for (const weight of weights) if (weight > most) most = weight;
  let sum = 0;
  for (let c = 0; c < COLUMNS; c++) {
    weights[c] = Math.exp((weights[c] as number) - most);
    sum += weights[c] as number;
  }
  for (let c = 0; c < COLUMNS; c++) weights[c] = (weights[c] as number) / sum;
}
