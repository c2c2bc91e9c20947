import type { Clock } from '../turn/ports.ts';
import type { Records } from './records.ts';

/** Counts of one day (UTC), by key: `option:reading`, `handoff:live`. Nothing in it belongs to anyone. */
export interface DayCounts {
  /** `2026-11-27` */
  id: string;
  counts: Record<string, number>;
}

/** Kept two years and whole, so that one can compare with the year before and a month that is over never changes. */
const MONTHS_KEPT = 24;
/** More kinds of things than there are; a key is an id of ours, so this is a fuse and not a limit. */
const MOST_KEYS = 5_000;

/** Counts what people look for, in memory first: a count must never cost a turn a write. */
export class Tally {
  readonly #records: Records<DayCounts>;
  readonly #clock: Clock;
  #pending = new Map<string, number>();

  constructor(records: Records<DayCounts>, clock: Clock) {
    this.#records = records;
    this.#clock = clock;
  }

  /** One more of each. `key` is made of ids of ours, never of anything a person wrote. */
  readonly count = (keys: readonly string[]): void => {
    for (const key of keys) {
      if (this.#pending.size >= MOST_KEYS && !this.#pending.has(key)) continue;
      this.#pending.set(key, (this.#pending.get(key) ?? 0) + 1);
    }
  };

  /** Writes down what was counted since. What a crash loses is a few seconds of counts; a full disk loses none. */
  async flush(): Promise<void> {
    if (this.#pending.size === 0) return;
    const pending = this.#pending;
    this.#pending = new Map();
    const id = new Date(this.#clock.now()).toISOString().slice(0, 10);
    try {
      await this.#records.update(id, (stored) => ({ id, counts: sum(stored?.counts ?? {}, pending) }));
    } catch (error) {
      this.#pending = new Map(Object.entries(sum(Object.fromEntries(this.#pending), pending)));
      throw error;
    }
    const now = new Date(this.#clock.now());
    const oldest = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - MONTHS_KEPT)).toISOString();
    for (const { id } of this.#records.all()) if (id < oldest.slice(0, 10)) await this.#records.remove(id);
  }

  /** Days of a month such as `2026-11`, oldest first. */
  days(month: string): DayCounts[] {
    return this.#records
      .all()
      .filter(({ id }) => id.startsWith(`${month}-`))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** Months of which something was counted, newest first. */
  months(): string[] {
    const months = new Set(this.#records.all().map(({ id }) => id.slice(0, 7)));
    return [...months].sort().reverse();
  }
}

function sum(
  counts: Readonly<Record<string, number>>,
  more: ReadonlyMap<string, number>,
): Record<string, number> {
  const all = { ...counts };
  for (const [key, count] of more) all[key] = (all[key] ?? 0) + count;
  return all;
}
