import type { Automaton } from './automaton.ts';
import type { Sentence } from './tokens.ts';
import { END, START, type Vocabulary } from './vocabulary.ts';

/** Where a phrase was found: first and last word, counted from 0. */
export interface Span {
  from: number;
  to: number;
}

/** What the automaton may be in after a word. Kept so that it is worked out once. */
interface State {
  positions: Int32Array;
  groups: Int32Array;
  next: Map<number, State>;
}

/** So many states are kept before starting anew: memory stays bounded whatever arrives. */
const MOST_STATES = 6000;

const NONE = new Int32Array(0);

/**
 * Runs all phrases over a sentence at once. Time is linear in the number of words: each word is one step of the
 * automaton, and steps taken before are remembered.
 */
export class Matcher {
  readonly #automaton: Automaton;
  readonly #vocabulary: Vocabulary;
  readonly #allStarts: Int32Array;
  /** By symbol: where the phrases that begin with it go on, and which are complete already. */
  readonly #first = new Map<number, { positions: readonly number[]; groups: readonly number[] }>();
  #root: State = { positions: NONE, groups: NONE, next: new Map() };
  #states = new Map<string, State>();
  readonly #seenPosition: Uint32Array;
  readonly #seenGroup: Uint32Array;
  #round = 0;

  constructor(automaton: Automaton, vocabulary: Vocabulary) {
    this.#automaton = automaton;
    this.#vocabulary = vocabulary;
    const all = new Set<number>();
    for (const s of automaton.starts) for (const p of automaton.sets[s]?.positions ?? []) all.add(p);
    this.#allStarts = Int32Array.from(all);
    this.#seenPosition = new Uint32Array(automaton.term.length);
    this.#seenGroup = new Uint32Array(automaton.starts.length);
  }

  /** The symbols of a sentence, with its edges. */
  symbols(sentence: Sentence): number[] {
    const symbols = [START];
    for (let i = 0; i < sentence.words.length; i++)
      symbols.push(this.#vocabulary.symbol(sentence.words[i] as string, sentence.values[i] as number));
    symbols.push(END);
    return symbols;
  }

  /** The word of the rules that a word is taken for as a likely misspelling; undefined when it is taken as it stands. */
  correction(word: string): string | undefined {
    return this.#vocabulary.correction(word);
  }

  /** Adds to `found` every group that has a phrase in the sentence. */
  groups(symbols: readonly number[], found: Set<number>): void {
    let state = this.#root;
    for (const symbol of symbols) {
      state = state.next.get(symbol) ?? this.#step(state, symbol);
      for (const g of state.groups) found.add(g);
    }
  }

  /** Where the phrases of one group stand, by last word. Of phrases that end alike the one that begins last. */
  spans(group: number, symbols: readonly number[]): Span[] {
    const { sets, starts, term, follow } = this.#automaton;
    const start = sets[starts[group] as number]?.positions ?? NONE;
    const spans: Span[] = [];
    let alive = new Map<number, number>();
    for (let i = 0; i < symbols.length; i++) {
      const terms = this.#vocabulary.termsOf(symbols[i] as number);
      const next = new Map<number, number>();
      let ended = -1;
      const take = (position: number, from: number): void => {
        if (terms[term[position] as number] !== 1) return;
        const set = sets[follow[position] as number];
        if (!set) return;
        if (set.accepts >= 0 && from > ended) ended = from;
        for (const p of set.positions) if ((next.get(p) ?? -1) < from) next.set(p, from);
      };
      for (const [position, from] of alive) take(position, from);
      for (const position of start) take(position, i);
      // the sentence's edges are symbols but no words
      if (ended >= 0)
        spans.push({ from: Math.max(0, ended - 1), to: Math.min(symbols.length - 3, Math.max(0, i - 1)) });
      alive = next;
    }
    return spans;
  }

  #firstStep(symbol: number): { positions: readonly number[]; groups: readonly number[] } {
    let first = this.#first.get(symbol);
    if (!first) {
      const positions = new Set<number>();
      const groups = new Set<number>();
      this.#advance(this.#allStarts, symbol, positions, groups);
      first = { positions: [...positions], groups: [...groups] };
      this.#first.set(symbol, first);
    }
    return first;
  }

  #advance(from: Int32Array, symbol: number, positions: Set<number>, groups: Set<number>): void {
    const { sets, term, follow } = this.#automaton;
    const terms = this.#vocabulary.termsOf(symbol);
    for (const position of from) {
      if (terms[term[position] as number] !== 1) continue;
      const set = sets[follow[position] as number];
      if (!set) continue;
      if (set.accepts >= 0) groups.add(set.accepts);
      for (const p of set.positions) positions.add(p);
    }
  }

  #step(state: State, symbol: number): State {
    const { sets, term, follow } = this.#automaton;
    const terms = this.#vocabulary.termsOf(symbol);
    const round = ++this.#round;
    const positions: number[] = [];
    const groups: number[] = [];
    const first = this.#firstStep(symbol);
    for (const p of first.positions) {
      this.#seenPosition[p] = round;
      positions.push(p);
    }
    for (const g of first.groups) {
      this.#seenGroup[g] = round;
      groups.push(g);
    }
    for (const position of state.positions) {
      if (terms[term[position] as number] !== 1) continue;
      const set = sets[follow[position] as number] as { positions: Int32Array; accepts: number };
      if (set.accepts >= 0 && this.#seenGroup[set.accepts] !== round) {
        this.#seenGroup[set.accepts] = round;
        groups.push(set.accepts);
      }
      for (const p of set.positions)
        if (this.#seenPosition[p] !== round) {
          this.#seenPosition[p] = round;
          positions.push(p);
        }
    }
    const sorted = Int32Array.from(positions).sort();
    const accepted = Int32Array.from(groups).sort();
    const key = `${sorted.join()}:${accepted.join()}`;
    let next = this.#states.get(key);
    if (!next) {
      if (this.#states.size >= MOST_STATES) {
        this.#states = new Map();
        this.#root = { positions: NONE, groups: NONE, next: new Map() };
        next = { positions: sorted, groups: accepted, next: new Map() };
        return next;
      }
      next = { positions: sorted, groups: accepted, next: new Map() };
      this.#states.set(key, next);
    }
    state.next.set(symbol, next);
    return next;
  }
}
