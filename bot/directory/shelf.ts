import { KINDS } from './schema.ts';
import type { Resource } from './schema.ts';

/** What of a service decides its rank, apart from what it is. */
export interface Traits {
  paused: boolean;
  /** Place in `STAGES`. */
  stage: number;
  audience: Resource['audience'];
  /** The groups it is made for, as bits; 0 is for all. */
  madeFor: number;
  /** Of another country than the one the shelf is for. */
  foreign: boolean;
}

/** Services that share all traits, by kind: positions in standing order. */
export interface Row {
  traits: Traits;
  /** The kinds there are, as bits. */
  kinds: number;
  byKind: number[][];
}

/**
 * Services of one place, put up so that the best can be taken from the front without looking at the rest: that is why a search
 * costs the same in a long list as in a short one.
 */
export class Shelf {
  readonly #rows = new Map<string, Row>();
  readonly rows: Row[] = [];

  /** Adds a service. Positions must come in rising order. */
  add(at: number, kinds: number, traits: Traits): void {
    const key = `${traits.paused} ${traits.stage} ${traits.audience} ${traits.madeFor} ${traits.foreign}`;
    let row = this.#rows.get(key);
    if (row === undefined) {
      row = { traits, kinds: 0, byKind: [] };
      this.#rows.set(key, row);
      this.rows.push(row);
    }
    row.kinds |= kinds;
    for (let kind = 0; kind < KINDS.length; kind += 1) {
      if ((kinds & (1 << kind)) !== 0) (row.byKind[kind] ??= []).push(at);
    }
  }
}

/** Several rising lists as one, each value once. */
export function* merged(lists: readonly (readonly number[])[]): Generator<number> {
  const [only] = lists;
  if (only !== undefined && lists.length === 1) {
    yield* only;
    return;
  }
  const next = lists.map(() => 0);
  for (;;) {
    let least = Number.POSITIVE_INFINITY;
    for (let n = 0; n < lists.length; n += 1) {
      const value = lists[n]?.[next[n] ?? 0];
      if (value !== undefined && value < least) least = value;
    }
    if (least === Number.POSITIVE_INFINITY) return;
    for (let n = 0; n < lists.length; n += 1) {
      const at = next[n] ?? 0;
      if (lists[n]?.[at] === least) next[n] = at + 1;
    }
    yield least;
  }
}
