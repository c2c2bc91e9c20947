import type { Lexicon } from './lexicon.ts';

/** Places of features in the tables of the model: a power of two, so that a hash is cut with a mask. */
export const DIMENSIONS = 1 << 15;
const MASK = DIMENSIONS - 1;
const SEED = 0x811c9dc5;
const PRIME = 0x01000193;

/** How heavy each kind of feature is, and how long the pieces of words are. Found by trying: see README.md. */
const WORD = 1.5;
const PAIR = 1;
const PIECE = 0.4;
const KEY = 2;
const LENGTH = 0.5;
const PIECES = [3, 4, 5];
/** More words than this tell nothing new, and an answer must come at once. */
const MOST_WORDS = 120;

/** In which message a place was last filled. Scratch space: nothing of a message outlives its reading. */
const seenIn = new Uint32Array(DIMENSIONS);
let round = 0;

/** A message as numbers: places of its features, each at most once, and how heavy each is. */
export interface Features {
  at: number[];
  weight: number[];
}

/**
 * What the model looks at: words, pairs of words, pieces of words (so that a slip of the finger changes little), and
 * which intents' key words are there. The same words give the same features, whatever came before.
 *
 * @param said the words of a message, from `fold.ts`
 */
export function features(said: readonly string[], lexicon: Lexicon): Features {
  const found: Features = { at: [], weight: [] };
  round = (round + 1) >>> 0;
  if (round === 0) {
    seenIn.fill(0);
    round = 1;
  }
  const add = (hash: number, weight: number): void => {
    const at = (hash ^ (hash >>> 15)) & MASK;
    if (seenIn[at] === round) return;
    seenIn[at] = round;
    found.at.push(at);
    found.weight.push(weight);
  };
  let before = hashOf('^', 2);
  let count = 0;
  for (const typed of said.slice(0, MOST_WORDS)) {
    const word = lexicon.repair(typed);
    if (word !== '?') count += 1;
    const hash = hashOf(word, 1);
    add(hash, WORD);
    add(mix(before, hash), PAIR);
    before = hashOf(word, 2);
    pieces(word, add);
    for (const intent of lexicon.intentsOf.get(word) ?? []) add(hashOf(intent, 3), KEY);
  }
  add(mix(before, hashOf('$', 1)), PAIR);
  add(hashOf(String(Math.min(count, 4)), 4), LENGTH);
  scale(found);
  return found;
}

/** Every run of a few letters in a word, with its edges. */
function pieces(word: string, add: (hash: number, weight: number) => void): void {
  const edged = `<${word.slice(0, 30)}>`;
  for (const size of PIECES) {
    for (let from = 0; from + size <= edged.length; from += 1) {
      let hash = mix(SEED, 5 + size);
      for (let i = from; i < from + size; i += 1) hash = mix(hash, edged.charCodeAt(i));
      add(hash, PIECE);
    }
  }
}

/** Long messages have more features, not more weight. */
function scale({ weight }: Features): void {
  let sum = 0;
  for (const one of weight) sum += one * one;
  const by = sum === 0 ? 0 : 1 / Math.sqrt(sum);
  for (let i = 0; i < weight.length; i += 1) weight[i] = (weight[i] ?? 0) * by;
}

function mix(hash: number, code: number): number {
  return Math.imul(hash ^ code, PRIME);
}

function hashOf(text: string, kind: number): number {
  let hash = mix(SEED, kind);
  for (let i = 0; i < text.length; i += 1) hash = mix(hash, text.charCodeAt(i));
  return hash;
}
