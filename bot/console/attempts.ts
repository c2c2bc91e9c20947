import { createHash } from 'node:crypto';
import type { Clock } from '../turn/ports.ts';

/** So many wrong passwords are free; then a wait that doubles up to the longest, in milliseconds. */
export interface Patience {
  free: number;
  first: number;
  longest: number;
}

/** Forgotten after this long without a try, in milliseconds. */
const FORGET = 60 * 60_000;
const MOST_KEYS = 10_000;

/** Slows guessing down. What is guessed at, and from where, is kept as a hash, for an hour. */
export class Attempts {
  readonly #clock: Clock;
  readonly #patience: Patience;
  readonly #failed = new Map<string, { times: number; at: number }>();

  constructor(clock: Clock, patience: Patience) {
    this.#clock = clock;
    this.#patience = patience;
  }

  /** Seconds to wait before it may be tried again; 0: now. What is tried too early does not make it longer. */
  wait(key: string): number {
    const failed = this.#failed.get(hashOf(key));
    const { free, first, longest } = this.#patience;
    if (failed === undefined || failed.times < free) return 0;
    const wait = Math.min(longest, first * 2 ** (failed.times - free));
    return Math.max(0, Math.ceil((failed.at + wait - this.#clock.now()) / 1000));
  }

  /** A wrong one. */
  failed(key: string): void {
    const hash = hashOf(key);
    const before = this.#failed.get(hash);
    this.#failed.delete(hash);
    const now = this.#clock.now();
    const times = before === undefined || now - before.at > FORGET ? 1 : before.times + 1;
    this.#failed.set(hash, { times, at: now });
    // Oldest first: each try puts its key at the end.
    for (const [one, { at }] of this.#failed) {
      if (now - at <= FORGET && this.#failed.size <= MOST_KEYS) break;
      this.#failed.delete(one);
    }
  }

  /** A right one: what was wrong before is forgotten. */
  succeeded(key: string): void {
    this.#failed.delete(hashOf(key));
  }
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}
