import { NUMBER_WORD } from './tokens.ts';

/** What one step of a pattern takes: a set of words, beginnings of words, or a range of numbers. */
export interface Term {
  words: readonly string[];
  prefixes: readonly string[];
  ranges: readonly { from: number; to: number }[];
  any: boolean;
}

/** Edges of a sentence and clause breaks are symbols of their own, so that no gap reaches across them. */
export const OTHER = 0;
export const START = 1;
export const END = 2;

/**
 * Every word the patterns know, grouped into symbols: two words that no pattern tells apart are one symbol.
 * Words nobody wrote into a pattern are `OTHER`, unless they are a likely misspelling of one that is.
 */
export class Vocabulary {
  readonly #terms: readonly Term[];
  readonly #symbolOf = new Map<string, number>();
  readonly #signatures = new Map<string, number>();
  readonly #termsOf: Uint8Array[] = [];
  readonly #breaking: boolean[] = [];
  readonly #prefixes = new Map<string, number[]>();
  readonly #ranges: { from: number; to: number; term: number }[] = [];
  readonly #anyTerms: number[] = [];
  readonly #longestPrefix: number;
  readonly #known: ReadonlySet<string>;
  readonly #deletions = new Map<string, string[]>();
  readonly #sounds = new Map<string, string>();

  /**
   * @param terms what the patterns take, by number; the terms of START and END come first
   * @param extra words worth correcting a misspelling to though they are only reached through a beginning (`suicid*`)
   * @param known real words never to be corrected
   */
  constructor(
    terms: readonly Term[],
    breaks: ReadonlySet<string>,
    extra: Iterable<string>,
    known: ReadonlySet<string>,
  ) {
    this.#terms = terms;
    this.#known = known;
    const ofWord = new Map<string, number[]>();
    let longest = 0;
    terms.forEach((term, id) => {
      if (term.any) this.#anyTerms.push(id);
      for (const w of term.words) listed(ofWord, w).push(id);
      for (const p of term.prefixes) {
        listed(this.#prefixes, p).push(id);
        longest = Math.max(longest, p.length);
      }
      for (const r of term.ranges) this.#ranges.push({ ...r, term: id });
    });
    this.#longestPrefix = longest;
    // the fixed symbols: other, start, end
    this.#intern(this.#anyTerms, false, 'other');
    this.#intern([0], true, 'start');
    this.#intern([1], true, 'end');
    for (const [word, ids] of ofWord) {
      if (word.startsWith(' ')) continue;
      this.#symbolOf.set(word, this.#symbol([...ids, ...this.#byPrefix(word)], breaks.has(word)));
    }
    for (const word of breaks) if (!ofWord.has(word)) this.#symbolOf.set(word, this.#symbol([], true));
    for (const word of [...extra].sort())
      if (!this.#symbolOf.has(word)) {
        const ids = this.#byPrefix(word);
        if (ids.length > 0) this.#symbolOf.set(word, this.#symbol(ids, false));
      }
    for (const word of [...this.#symbolOf.keys()].sort()) {
      if (word.length < 4 || !/^[a-z]+$/.test(word) || word.startsWith('emoji')) continue;
      for (let i = 0; i < word.length; i++)
        listed(this.#deletions, word.slice(0, i) + word.slice(i + 1)).push(word);
      const key = sound(word);
      if (!this.#sounds.has(key)) this.#sounds.set(key, word);
    }
  }

  get symbols(): number {
    return this.#termsOf.length;
  }
  get words(): Iterable<string> {
    return this.#symbolOf.keys();
  }
  /** Which terms a symbol satisfies, as one byte a term. */
  termsOf(symbol: number): Uint8Array {
    return this.#termsOf[symbol] as Uint8Array;
  }
  /** True for symbols that no gap may cross. */
  breaking(symbol: number): boolean {
    return this.#breaking[symbol] as boolean;
  }

  /** The symbol of a folded word, or of a number. */
  symbol(word: string, value: number): number {
    if (word === NUMBER_WORD) return this.#number(value);
    return this.#symbolOf.get(word) ?? this.#unknown(word);
  }

  /** For reviewers: the word of ours that `word` is taken for as a likely misspelling; undefined when it is not. */
  correction(word: string): string | undefined {
    if (this.#symbolOf.has(word) || word.length < 3 || word.length > 24) return undefined;
    if (this.#known.has(word) || this.#byPrefix(word).length > 0) return undefined;
    return this.#meant(word);
  }

  #number(value: number): number {
    const ids: number[] = [];
    for (const r of this.#ranges) if (value >= r.from && value <= r.to) ids.push(r.term);
    return this.#symbol(ids, false);
  }

  #unknown(word: string): number {
    if (word.length < 3 || word.length > 24) return OTHER;
    const drawnOut = /(.)\1\1/.test(word) ? this.#meant(word) : undefined;
    if (drawnOut !== undefined) return this.#symbolOf.get(drawnOut) as number;
    const ids = this.#byPrefix(word);
    if (ids.length > 0) return this.#symbol(ids, false);
    if (this.#known.has(word)) return OTHER;
    const meant = this.#meant(word);
    return meant === undefined ? OTHER : (this.#symbolOf.get(meant) as number);
  }

  /** The word of ours that this is a likely misspelling of. */
  #meant(word: string): string | undefined {
    const bare = unmask(word);
    if (bare !== word) {
      const direct = this.#symbolOf.has(bare) ? bare : undefined;
      if (direct) return direct;
    }
    const squeezed = bare.replace(/(.)\1{2,}/g, '$1$1');
    if (squeezed !== bare) {
      if (this.#symbolOf.has(squeezed)) return squeezed;
      const once = bare.replace(/(.)\1+/g, '$1');
      if (this.#symbolOf.has(once)) return once;
    }
    const n = squeezed.length;
    if (n < 4) return undefined;
    let best: string | undefined;
    let bestScore = 0;
    const weigh = (candidate: string): void => {
      const score = likeness(squeezed, candidate);
      if (score > bestScore || (score === bestScore && best !== undefined && candidate < best)) {
        best = candidate;
        bestScore = score;
      }
    };
    for (const c of this.#deletions.get(squeezed) ?? []) weigh(c);
    for (let i = 0; i < n; i++) {
      const less = squeezed.slice(0, i) + squeezed.slice(i + 1);
      if (this.#symbolOf.has(less)) weigh(less);
      for (const c of this.#deletions.get(less) ?? []) weigh(c);
    }
    if (best !== undefined && bestScore > 0) return best;
    return this.#sounds.get(sound(squeezed));
  }

  #byPrefix(word: string): number[] {
    const ids: number[] = [];
    for (let n = Math.min(this.#longestPrefix, word.length); n > 1; n--) {
      const here = this.#prefixes.get(word.slice(0, n));
      if (here) ids.push(...here);
    }
    return ids;
  }

  #symbol(ids: number[], breaking: boolean): number {
    const all = breaking ? ids : [...ids, ...this.#anyTerms];
    const signature = `${breaking ? 'b' : ''}${[...new Set(all)].sort((a, b) => a - b).join(',')}`;
    const known = this.#signatures.get(signature);
    return known ?? this.#intern(all, breaking, signature);
  }

  #intern(ids: readonly number[], breaking: boolean, signature: string): number {
    const bits = new Uint8Array(this.#terms.length);
    for (const id of ids) bits[id] = 1;
    const symbol = this.#termsOf.length;
    this.#termsOf.push(bits);
    this.#breaking.push(breaking);
    this.#signatures.set(signature, symbol);
    if (signature === 'other') this.#signatures.set([...ids].sort((a, b) => a - b).join(','), symbol);
    return symbol;
  }
}

function listed<K, V>(map: Map<K, V[]>, key: K): V[] {
  const there = map.get(key);
  if (there) return there;
  const fresh: V[] = [];
  map.set(key, fresh);
  return fresh;
}

const MASKS: Readonly<Record<string, string>> = {
  '1': 'i',
  '3': 'e',
  '0': 'o',
  '4': 'a',
  '5': 's',
  '@': 'a',
  $: 's',
  '!': 'i',
};
/** k1ll, su!cide → kill, suicide; a star hides a letter and is dropped. */
function unmask(word: string): string {
  return word.replace(/[13045@$!*]/g, (c) => MASKS[c] ?? '');
}

/** How a Spanish word sounds, so that "boi a aser" is read as "voy a hacer". */
function sound(word: string): string {
  return word
    .replace(/ch/g, 'C')
    .replace(/h/g, '')
    .replace(/qu(?=[ei])/g, 'k')
    .replace(/c(?=[ei])/g, 's')
    .replace(/[ck]/g, 'k')
    .replace(/v/g, 'b')
    .replace(/z/g, 's')
    .replace(/ll/g, 'y')
    .replace(/i$/, 'y')
    .replace(/(.)\1/g, '$1');
}

/** Letters next to each other on a keyboard, or easily taken for each other by ear. */
const NEAR = new Map(
  (
    'a:qwszeiou b:vghn c:xdfvsk d:serfcxt e:wsdraiou f:drtgvc g:ftyhbvj h:gyujnb i:ujkoaey j:huiknmg k:jiolmcq ' +
    'l:kop m:njk n:bhjm o:iklpaeu p:ol q:wak r:edft s:awedxzc t:rfgyd u:yhjiaeo v:cfgb w:qase x:zsdc y:tghui z:asx'
  )
    .split(' ')
    .map((pair) => [pair[0] as string, pair.slice(2)] as const),
);

/**
 * How likely `typed` is a slip for `meant`: 0 when they differ by more than one slip. They must begin alike, since a first
 * letter is rarely missed and often makes another word (`crown`, `drown`); a wrong letter must lie near the right one; and
 * in a word of four letters only a doubled or swapped letter counts.
 */
function likeness(typed: string, meant: string): number {
  const a = typed.length;
  const b = meant.length;
  if (Math.abs(a - b) > 1 || a < 4) return 0;
  let i = 0;
  while (i < a && i < b && typed[i] === meant[i]) i++;
  let j = 0;
  while (j < a - i && j < b - i && typed[a - 1 - j] === meant[b - 1 - j]) j++;
  if (i === 0 && !(a === b && a > 5 && typed[0] === meant[1] && typed[1] === meant[0] && j === a - 2))
    return 0;
  if (a === b) {
    if (a - i - j === 1) return b > 4 && NEAR.get(meant[i] as string)?.includes(typed[i] as string) ? 4 : 0;
    if (a - i - j === 2 && typed[i] === meant[i + 1] && typed[i + 1] === meant[i]) return 6;
    return 0;
  }
  if (Math.max(a, b) - i - j > 1) return 0;
  if (a > b) return typed[i] === typed[i - 1] || typed[i] === typed[i + 1] ? 7 : b < 5 ? 0 : 5;
  if (meant[i] === meant[i - 1]) return 6;
  return b < 5 || (b < 6 && i < 2) ? 0 : 5;
}
