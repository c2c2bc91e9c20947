import { oneSlipApart } from '../language/one-slip.ts';

/** The words the examples are made of. */
export interface Lexicon {
  words: ReadonlySet<string>;
  /** Key word → the intents it speaks for. */
  intentsOf: ReadonlyMap<string, readonly string[]>;
  /** The word itself, or the one word of the examples that is a single slip away from it. */
  repair(word: string): string;
}

/** Shorter words are one slip away from too many others. In letters. */
const SHORTEST = 5;
const LONGEST = 24;

/** @param common words that stand in examples; `keys` by intent */
export function lexicon(
  common: ReadonlySet<string>,
  keys: ReadonlyMap<string, ReadonlySet<string>>,
): Lexicon {
  const all = new Set(common);
  const intentsOf = new Map<string, string[]>();
  for (const [intent, list] of keys) {
    for (const word of list) {
      all.add(word);
      intentsOf.set(word, [...(intentsOf.get(word) ?? []), intent]);
    }
  }
  const slips = new Map<string, string[]>();
  for (const word of all) {
    if (word.length < SHORTEST - 1) continue;
    for (const shorter of shortened(word)) {
      const found = slips.get(shorter);
      if (found) found.push(word);
      else slips.set(shorter, [word]);
    }
  }
  return {
    words: all,
    intentsOf,
    repair(word) {
      if (all.has(word) || word.length < SHORTEST || word.length > LONGEST || /\d/.test(word)) return word;
      const near = new Set<string>();
      for (const shorter of shortened(word)) {
        for (const other of slips.get(shorter) ?? []) if (oneSlipApart(word, other)) near.add(other);
      }
      const [only] = near;
      return near.size === 1 && only !== undefined ? only : word;
    },
  };
}

/** The word, and the word with one letter less, in every way. */
function shortened(word: string): Set<string> {
  const found = new Set([word]);
  for (let i = 0; i < word.length; i += 1) found.add(word.slice(0, i) + word.slice(i + 1));
  return found;
}
