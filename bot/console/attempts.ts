import { createHash } from 'node:crypto';
import type { Clock } from '../turn/ports.ts';

/** So many wrong passwords for one name, and then a wait that grows. */
const FREE = 5;
const FIRST_WAIT = 30_000;
const LONGEST_WAIT = 15 * 60_000;
/** Forgotten after this long without a try, in milliseconds. */
const FORGET = 60 * 60_000;
const MOST_NAMES = 10_000;

/** Slows guessing of one account's password, wherever it comes from. Names are kept as hashes, for an hour. */
export class Attempts {
  readonly #clock: Clock;
  readonly #failed = new Map<string, { times: number; at: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Seconds to wait before this name may be tried again; 0: now. */
  wait(username: string): number {
    const failed = this.#failed.get(keyOf(username));
    if (failed === undefined || failed.times < FREE) return 0;
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (failed.times - FREE));
    return Math.max(0, Math.ceil((failed.at + wait - this.#clock.now()) / 1000));
  }

  note(username: string, right: boolean): void {
    const key = keyOf(username);
    const before = this.#failed.get(key);
    this.#failed.delete(key);
    if (right) return;
    const now = this.#clock.now();
    const times = before === undefined || now - before.at > FORGET ? 1 : before.times + 1;
    this.#failed.set(key, { times, at: now });
    // Oldest first: each try puts its name at the end.
    for (const [name, { at }] of this.#failed) {
      if (now - at <= FORGET && this.#failed.size <= MOST_NAMES) break;
      this.#failed.delete(name);
    }
  }
}

function keyOf(username: string): string {
  return createHash('sha256').update(username.trim().toLowerCase()).digest('base64url');
}
