import { oneSlipApart } from '../language/one-slip.ts';
import { fold, tokens } from './fold.ts';
import type { PlaceTables } from './place-tables.ts';
import type { Resource } from './schema.ts';

/** Words that help to find services by what people type: `resources/directory/search-words.yaml`, and names of kinds. */
export interface Vocabulary {
  /** Say nothing: "the", "para". */
  stop: readonly string[];
  /** Stand in nearly every service: "cancer". They count only when nothing else was typed. */
  weak: readonly string[];
  /** Kind → other words for it. */
  kinds: Readonly<Record<string, readonly string[]>>;
}

/** Folded word → services that have it, with the weight of the best place it stands in. */
export interface WordIndex {
  /** Each service as one number, its position and its weight packed: see `pack`. Positions rise. */
  postings: ReadonlyMap<string, readonly number[]>;
  /** How many services there are. */
  size: number;
  /** The words in order, for beginnings of words. */
  sorted: readonly string[];
  ignored: ReadonlySet<string>;
  weak: ReadonlySet<string>;
}

/** A word in the name, the organisation, the kind or the place weighs twice one in the description. */
const STRONG = 2;
const TEXT = 1;
/** Nobody types more than this to search; the rest is not looked at. */
const MOST_WORDS = 12;
/** Shorter beginnings match too much. */
const SHORTEST_PREFIX = 4;
const SHORTEST_TYPO = 5;

/** Indexes services in the order given: positions in the answers of `wordScores` are positions in `resources`. */
export function wordIndex(
  resources: readonly Resource[],
  tables: PlaceTables,
  vocabulary: Vocabulary,
): WordIndex {
  const ignored = new Set(vocabulary.stop.map(fold));
  const postings = new Map<string, number[]>();
  const add = (at: number, text: string, weight: number): void => {
    for (const word of tokens(text)) {
      if (ignored.has(word)) continue;
      const found = postings.get(word);
      const last = found?.at(-1);
      if (found === undefined) postings.set(word, [pack(at, weight)]);
      else if (last === undefined || positionIn(last) !== at) found.push(pack(at, weight));
      else found[found.length - 1] = pack(at, Math.max(weight, weightIn(last)));
    }
  };
  for (const [at, resource] of resources.entries()) {
    add(at, `${resource.name} ${resource.organisation} ${resource.id}`, STRONG);
    for (const kind of resource.kinds) add(at, (vocabulary.kinds[kind] ?? []).join(' '), STRONG);
    add(at, `${resource.area ?? ''} ${resource.place?.city ?? ''} ${resource.counties.join(' ')}`, STRONG);
    for (const region of resource.regions) {
      const [country, state] = region.split('-');
      const name = state && country && tables.names[country as keyof typeof tables.names]?.get(state);
      if (name) add(at, `${name.en} ${name.es}`, STRONG);
    }
    add(at, `${resource.what_to_expect} ${resource.eligibility}`, TEXT);
    add(at, `${resource.es?.what_to_expect ?? ''} ${resource.es?.eligibility ?? ''}`, TEXT);
  }
  return {
    postings,
    size: resources.length,
    sorted: [...postings.keys()].sort(),
    ignored,
    weak: new Set(vocabulary.weak.map(fold)),
  };
}

/** Which services have any of the words typed, and how well each matches: one or two for each word. */
export interface WordScores {
  positions: readonly number[];
  score(at: number): number;
}

/** Looks the words of a text up. */
export function wordScores(index: WordIndex, text: string): WordScores {
  const typed = [...new Set(tokens(text))].slice(0, MOST_WORDS);
  const telling = typed.filter((word) => !index.ignored.has(word) && !index.weak.has(word));
  const words = telling.length > 0 ? telling : typed.filter((word) => !index.ignored.has(word));
  const scores = new Uint8Array(index.size);
  const positions: number[] = [];
  for (const word of words) {
    const best = new Uint8Array(index.size);
    for (const found of forms(index, word)) {
      for (const packed of index.postings.get(found) ?? []) {
        const at = positionIn(packed);
        const gain = weightIn(packed) - (best[at] ?? 0);
        if (gain <= 0) continue;
        best[at] = weightIn(packed);
        if (scores[at] === 0) positions.push(at);
        scores[at] = (scores[at] ?? 0) + gain;
      }
    }
  }
  return { positions, score: (at) => scores[at] ?? 0 };
}

/** The words of the index that a typed word may mean: itself, its singular, longer ones, or one slip away. */
function forms(index: WordIndex, word: string): string[] {
  const found = new Set<string>();
  const take = (form: string): void => {
    if (index.postings.has(form)) found.add(form);
  };
  take(word);
  if (word.length > 3 && word.endsWith('s')) {
    take(word.slice(0, -1));
    if (word.endsWith('es')) take(word.slice(0, -2));
  }
  if (word.length >= SHORTEST_PREFIX) {
    const from = firstNotBefore(index.sorted, word);
    const to = firstNotBefore(index.sorted, `${word}\u{10ffff}`);
    for (const longer of index.sorted.slice(from, to)) take(longer);
  }
  if (found.size === 0 && word.length >= SHORTEST_TYPO) {
    for (const other of index.sorted) if (oneSlipApart(word, other)) take(other);
  }
  return [...found];
}

/** A position and a weight (one or two) in one number: a long list of them takes a fifth of the room of pairs. */
function pack(at: number, weight: number): number {
  return at * 4 + weight;
}
function positionIn(packed: number): number {
  return packed >>> 2;
}
function weightIn(packed: number): number {
  return packed & 3;
}

function firstNotBefore(sorted: readonly string[], word: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
