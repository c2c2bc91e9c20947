import { Low } from 'lowdb';
import type { AtomicFile } from './atomic-file.ts';

/** What an open file costs beside its text, roughly, counted in characters. */
const OVERHEAD = 1_000;

interface Open<T> {
  low: Low<T | null>;
  file: AtomicFile<T | null>;
  weight: number;
}

/**
 * The files that are open, one `Low` each, the least recently used closed first when their texts together grow
 * beyond a budget: memory stays flat however many conversations there are. Closing is safe at any time, because
 * everything in a `Low` is on the disk; but a key may be used by one caller at a time only (see `KeyedLock`).
 */
export class OpenFiles<T> {
  readonly #files = new Map<string, Open<T>>();
  readonly #budget: number;
  readonly #at: (name: string) => AtomicFile<T | null>;
  #weight = 0;

  /** `budget` in characters of stored text. `at` gives the file of a name. */
  constructor(budget: number, at: (name: string) => AtomicFile<T | null>) {
    this.#budget = budget;
    this.#at = at;
  }

  /** What is stored under this name, or null. Reads the file unless it is open. Throws what reading it throws. */
  async read(name: string): Promise<T | null> {
    return (await this.#open(name)).low.data;
  }

  /** Stores a value under this name; resolves when it is durable. After a failure the file counts as closed. */
  async write(name: string, value: T): Promise<void> {
    const open = this.#files.get(name) ?? this.#fresh(name);
    this.close(name);
    open.low.data = value;
    await open.low.write();
    this.#keep(name, open);
  }

  /** Forgets the value in memory; the next read goes to the disk. */
  close(name: string): void {
    const open = this.#files.get(name);
    if (!open) return;
    this.#files.delete(name);
    this.#weight -= open.weight;
  }

  async #open(name: string): Promise<Open<T>> {
    const known = this.#files.get(name);
    if (known) {
      // Last in the map is most recently used.
      this.#files.delete(name);
      this.#files.set(name, known);
      return known;
    }
    const open = this.#fresh(name);
    await open.low.read();
    if (open.low.data !== null) this.#keep(name, open);
    return open;
  }

  #fresh(name: string): Open<T> {
    const file = this.#at(name);
    return { low: new Low<T | null>(file, null), file, weight: 0 };
  }

  #keep(name: string, open: Open<T>): void {
    open.weight = open.file.length + OVERHEAD;
    this.#files.set(name, open);
    this.#weight += open.weight;
    for (const oldest of this.#files.keys()) {
      if (this.#weight <= this.#budget || oldest === name) break;
      this.close(oldest);
    }
  }
}
