/** A few records in one place, durable before a change resolves. `store/lowdb/record-files.ts` is one. */
export interface Records<T extends { id: string }> {
  get(id: string): T | undefined;
  all(): readonly T[];
  /** Changes one record, or makes it; `undefined` leaves it as it is. */
  update(id: string, change: (stored: T | undefined) => T | undefined): Promise<T | undefined>;
  remove(id: string): Promise<void>;
}

/** In memory, for tests and benches. */
export class MemoryRecords<T extends { id: string }> implements Records<T> {
  readonly #records = new Map<string, T>();

  get(id: string): T | undefined {
    return this.#records.get(id);
  }

  all(): readonly T[] {
    return [...this.#records.values()];
  }

  async update(id: string, change: (stored: T | undefined) => T | undefined): Promise<T | undefined> {
    const next = change(this.#records.get(id));
    if (next !== undefined) this.#records.set(id, next);
    return next;
  }

  async remove(id: string): Promise<void> {
    this.#records.delete(id);
  }
}
