/**
 * One thing at a time for each key, in the order asked; different keys do not wait for each other.
 * Turns of one conversation go through here, and every touch of a file: two lowdb objects on one file destroy it.
 */
export class KeyedLock {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Runs `work` when all earlier work on the same key has ended, well or badly. */
  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key);
    const now = before ? before.then(work, work) : work();
    this.#last.set(key, now);
    const leave = (): void => {
      if (this.#last.get(key) === now) this.#last.delete(key);
    };
    now.then(leave, leave);
    return now;
  }
}
