import { mix, type WordBook, type WordMarks } from './model-words.ts';

/** What a model sees of a sentence: places in its table, and how much each counts. Only the first `size` are filled. */
export class Features {
  places = new Int32Array(512);
  values = new Float32Array(512);
  size = 0;

  add(hash: number, value: number): void {
    if (this.size === this.places.length) {
      this.places = grown(this.places, new Int32Array(this.size * 2));
      this.values = grown(this.values, new Float32Array(this.size * 2));
    }
    this.places[this.size] = hash & (TABLE - 1);
    this.values[this.size++] = value;
  }

  /** Makes long sentences count as much as short ones. */
  level(): void {
    let sum = 0;
    for (let i = 0; i < this.size; i++) sum += (this.values[i] as number) ** 2;
    const scale = 1 / Math.sqrt(sum || 1);
    for (let i = 0; i < this.size; i++) this.values[i] = (this.values[i] as number) * scale;
  }
}

/** Size of the table of hashed features. A power of two. */
export const TABLE = 1 << 18;

/** How much the kinds of feature count beside each other, by cross-validation. */
const WORD = 0.5;
const WORDS_IN_A_ROW = 0.25;
const MEANING = 0.7;
const MEANINGS_IN_A_ROW = 0.4;
const LETTERS = 0.25;
/** A "not" holds for so many words. */
const NEGATED = 5;
/** Meanings are paired over at most so many words: who, does what, to whom. */
const PAIRED = 8;

const EDGE: WordMarks = { hash: 0x51ed27, meanings: [0x51ed27], letters: [], negates: false, parts: false };

/**
 * Fills `into` with the features of a sentence: rows of up to three words, pairs and rows of meanings, what stands
 * after a "not", and groups of letters. Linear in the number of words.
 */
export function readFeatures(words: readonly string[], book: WordBook, into: Features): void {
  into.size = 0;
  const marks = [EDGE, ...words.map((word) => book.marks(word)), EDGE];
  const heard: (readonly number[])[] = [];
  let negated = 0;
  for (let i = 0; i < marks.length; i++) {
    const here = marks[i] as WordMarks;
    const before = marks[i - 1];
    const second = marks[i - 2];
    into.add(mix(here.hash, 1), WORD);
    if (before) into.add(mix(mix(before.hash, here.hash), 2), WORD);
    if (before && second) into.add(mix(mix(mix(second.hash, before.hash), here.hash), 3), WORDS_IN_A_ROW);
    for (const letters of here.letters) into.add(letters, LETTERS);
    if (here.parts) negated = 0;
    else if (here.negates) negated = NEGATED;
    else if (negated > 0) negated--;
    const under = negated > 0 && !here.negates;
    if (under) into.add(mix(here.hash, 5), WORD);
    for (const meaning of here.meanings) {
      into.add(mix(meaning, 11), MEANING);
      if (under) into.add(mix(meaning, 12), MEANING);
    }
    const said = here.meanings.length > 0 ? here.meanings : [here.hash];
    for (const meaning of said) {
      for (const b of heard[i - 1] ?? []) {
        const row = mix(b, meaning);
        into.add(mix(row, 13), MEANING);
        for (const a of heard[i - 2] ?? []) into.add(mix(mix(a, row), 15), MEANINGS_IN_A_ROW);
      }
      if (here.meanings.length > 0)
        for (let d = 2; d <= PAIRED && d <= i; d++)
          for (const a of heard[i - d] as readonly number[]) into.add(mix(mix(a, meaning), 14), MEANING);
    }
    heard.push(said);
  }
  into.level();
}

function grown<T extends Int32Array | Float32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
