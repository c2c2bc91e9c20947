import type { Phrase } from './phrase.ts';
import type { Term } from './vocabulary.ts';

/** Term numbers of the edges of a sentence. */
export const START_TERM = 0;
export const END_TERM = 1;

/**
 * All phrase patterns in one automaton. A *position* takes one word (its term) and leads to a set of positions; a set may
 * also accept a *group*: the phrases of one rule, of one `with`, or of one guard.
 */
export interface Automaton {
  terms: readonly Term[];
  /** By position: its term, and the set it leads to. */
  term: readonly number[];
  follow: readonly number[];
  /** By set: the positions in it, and the group it accepts (-1: none). */
  sets: readonly { positions: Int32Array; accepts: number }[];
  /** By group: the set its phrases begin with. */
  starts: readonly number[];
}

/** Puts phrases together into an automaton; equal endings of one group are shared. */
export class AutomatonBuilder {
  readonly #terms: Term[] = [
    { words: [' start'], prefixes: [], ranges: [], any: false },
    { words: [' end'], prefixes: [], ranges: [], any: false },
  ];
  readonly #termIds = new Map<string, number>();
  readonly #term: number[] = [];
  readonly #follow: number[] = [];
  readonly #positionIds = new Map<string, number>();
  readonly #sets: { positions: Int32Array; accepts: number }[] = [];
  readonly #setIds = new Map<string, number>();
  readonly #starts: number[] = [];
  readonly #classes: ReadonlyMap<string, Phrase>;

  /** @param classes word classes by name; every name a phrase uses must be there */
  constructor(classes: ReadonlyMap<string, Phrase>) {
    this.#classes = classes;
  }

  /** Adds the phrases of one group. Returns the group's number, or null when a phrase could match nothing at all. */
  group(phrases: readonly Phrase[]): number | null {
    const group = this.#starts.length;
    const done = this.#set([], group);
    const all = new Set<number>();
    for (const phrase of phrases) {
      const set = this.#build(phrase, done);
      if (this.#sets[set]?.accepts === group) return null;
      for (const p of this.#positions(set)) all.add(p);
    }
    this.#starts.push(this.#set([...all], -1));
    return group;
  }

  finish(): Automaton {
    return {
      terms: this.#terms,
      term: this.#term,
      follow: this.#follow,
      sets: this.#sets,
      starts: this.#starts,
    };
  }

  #positions(set: number): Int32Array {
    return (this.#sets[set] as { positions: Int32Array }).positions;
  }

  #build(phrase: Phrase, after: number): number {
    switch (phrase.kind) {
      case 'word':
        return this.#step(
          /^\d/.test(phrase.word)
            ? {
                words: [],
                prefixes: [],
                ranges: [{ from: Number(phrase.word), to: Number(phrase.word) }],
                any: false,
              }
            : { words: [phrase.word], prefixes: [], ranges: [], any: false },
          after,
        );
      case 'prefix':
        return this.#step({ words: [], prefixes: [phrase.prefix], ranges: [], any: false }, after);
      case 'number':
        return this.#step(
          { words: [], prefixes: [], ranges: [{ from: phrase.from, to: phrase.to }], any: false },
          after,
        );
      case 'any':
        return this.#step({ words: [], prefixes: [], ranges: [], any: true }, after);
      case 'start':
        return this.#at(START_TERM, after);
      case 'end':
        return this.#at(END_TERM, after);
      case 'class':
        return this.#build(this.#classes.get(phrase.name) as Phrase, after);
      case 'gap': {
        let set = after;
        for (let i = 0; i < phrase.words; i++)
          set = this.#union([this.#step({ words: [], prefixes: [], ranges: [], any: true }, set), after]);
        return set;
      }
      case 'optional':
        return this.#union([this.#build(phrase.of, after), after]);
      case 'row': {
        let set = after;
        for (let i = phrase.of.length - 1; i >= 0; i--) set = this.#build(phrase.of[i] as Phrase, set);
        return set;
      }
      case 'either':
        return this.#either(phrase.of, after);
      default:
        return phrase satisfies never;
    }
  }

  /** Single words of an alternative become one step, so that a class of forty words costs as much as one word. */
  #either(of: readonly Phrase[], after: number): number {
    const words: string[] = [];
    const prefixes: string[] = [];
    const ranges: { from: number; to: number }[] = [];
    const rest: Phrase[] = [];
    const sort = (p: Phrase): void => {
      if (p.kind === 'word' && !/^\d/.test(p.word)) words.push(p.word);
      else if (p.kind === 'prefix') prefixes.push(p.prefix);
      else if (p.kind === 'number') ranges.push({ from: p.from, to: p.to });
      else if (p.kind === 'class') sort(this.#classes.get(p.name) as Phrase);
      else if (p.kind === 'either') p.of.forEach(sort);
      else rest.push(p);
    };
    of.forEach(sort);
    const sets = rest.map((p) => this.#build(p, after));
    if (words.length + prefixes.length + ranges.length > 0)
      sets.push(this.#step({ words, prefixes, ranges, any: false }, after));
    return this.#union(sets);
  }

  #step(term: Term, after: number): number {
    const words = [...new Set(term.words)].sort();
    const prefixes = [...new Set(term.prefixes)].sort();
    const key = JSON.stringify([words, prefixes, term.ranges, term.any]);
    let id = this.#termIds.get(key);
    if (id === undefined) {
      id = this.#terms.length;
      this.#terms.push({ words, prefixes, ranges: term.ranges, any: term.any });
      this.#termIds.set(key, id);
    }
    return this.#at(id, after);
  }

  #at(term: number, after: number): number {
    const key = `${term}>${after}`;
    let position = this.#positionIds.get(key);
    if (position === undefined) {
      position = this.#term.length;
      this.#term.push(term);
      this.#follow.push(after);
      this.#positionIds.set(key, position);
    }
    return this.#set([position], -1);
  }

  #union(sets: readonly number[]): number {
    const positions = new Set<number>();
    let accepts = -1;
    for (const id of sets) {
      const set = this.#sets[id] as { positions: Int32Array; accepts: number };
      for (const p of set.positions) positions.add(p);
      if (set.accepts >= 0) accepts = set.accepts;
    }
    return this.#set([...positions], accepts);
  }

  #set(positions: readonly number[], accepts: number): number {
    const sorted = Int32Array.from(positions).sort();
    const key = `${accepts}:${sorted.join(',')}`;
    let id = this.#setIds.get(key);
    if (id === undefined) {
      id = this.#sets.length;
      this.#sets.push({ positions: sorted, accepts });
      this.#setIds.set(key, id);
    }
    return id;
  }
}
