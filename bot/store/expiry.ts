/** One drawer holds the keys of one minute: fine enough to find what is due, coarse enough to stay few. */
const DRAWER_MS = 60_000;

/**
 * Knows when each key expires, without reading a record. Setting is two map operations; finding what is due looks
 * only at minutes that have passed, whatever the number of keys.
 */
export class ExpiryIndex {
  readonly #at = new Map<string, number>();
  readonly #drawers = new Map<number, Set<string>>();
  /** Never later than the soonest expiry. May be too soon after keys moved; `soonest` corrects it. */
  #bound = Number.POSITIVE_INFINITY;
  #listener: (() => void) | undefined;

  get size(): number {
    return this.#at.size;
  }

  has(key: string): boolean {
    return this.#at.has(key);
  }

  /** When the key expires, in milliseconds since 1970; undefined when it is not known. */
  get(key: string): number | undefined {
    return this.#at.get(key);
  }

  /** The key expires at `at` (milliseconds since 1970), whatever was said before. */
  set(key: string, at: number): void {
    const before = this.#at.get(key);
    if (before === at) return;
    this.#at.set(key, at);
    const drawer = Math.floor(at / DRAWER_MS);
    if (before !== undefined) {
      const old = Math.floor(before / DRAWER_MS);
      if (old !== drawer) this.#takeOut(old, key);
    }
    const keys = this.#drawers.get(drawer);
    if (keys) keys.add(key);
    else this.#drawers.set(drawer, new Set([key]));
    if (at < this.#bound) {
      this.#bound = at;
      this.#listener?.();
    }
  }

  delete(key: string): void {
    const at = this.#at.get(key);
    if (at === undefined) return;
    this.#at.delete(key);
    this.#takeOut(Math.floor(at / DRAWER_MS), key);
  }

  /** The keys whose expiry is at or before `now` (milliseconds since 1970). */
  due(now: number): string[] {
    const keys: string[] = [];
    const last = Math.floor(now / DRAWER_MS);
    for (const [drawer, held] of this.#drawers) {
      if (drawer > last) continue;
      for (const key of held) if (drawer < last || (this.#at.get(key) ?? 0) <= now) keys.push(key);
    }
    return keys;
  }

  /** The soonest expiry in milliseconds since 1970; undefined when there is none. */
  soonest(): number | undefined {
    let first: number | undefined;
    for (const drawer of this.#drawers.keys()) if (first === undefined || drawer < first) first = drawer;
    let soonest = Number.POSITIVE_INFINITY;
    if (first !== undefined) {
      for (const key of this.#drawers.get(first) ?? []) {
        soonest = Math.min(soonest, this.#at.get(key) ?? soonest);
      }
    }
    this.#bound = soonest;
    return soonest === Number.POSITIVE_INFINITY ? undefined : soonest;
  }

  /** Calls `listener` whenever a key expires sooner than all others before it. One listener; undefined: none. */
  listen(listener: (() => void) | undefined): void {
    this.#listener = listener;
  }

  #takeOut(drawer: number, key: string): void {
    const keys = this.#drawers.get(drawer);
    if (!keys) return;
    keys.delete(key);
    if (keys.size === 0) this.#drawers.delete(drawer);
  }
}
