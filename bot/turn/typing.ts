import { LIMITS } from '../handoff/limits.ts';
import type { Clock } from './ports.ts';

/** Clients repeat "typing" every few seconds; after this long without, it is over. Milliseconds. */
const LASTS = 5_000;

/** Nobody asks for longer when someone typed: a silence is over after that. Milliseconds. */
const REMEMBERED = LIMITS.quietClose;

/** Who is typing right now, or was a moment ago. Kept nowhere. */
export class Typing {
  readonly #clock: Clock;
  readonly #since = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  now(conversation: string): void {
    this.#since.delete(conversation);
    this.#since.set(conversation, this.#clock.now());
    for (const [id, at] of this.#since) {
      if (this.#clock.now() - at < REMEMBERED) break;
      this.#since.delete(id);
    }
  }

  is(conversation: string): boolean {
    return this.#clock.now() - (this.at(conversation) ?? Number.NEGATIVE_INFINITY) < LASTS;
  }

  /** When someone was last seen typing, in milliseconds since 1970. */
  at(conversation: string): number | undefined {
    return this.#since.get(conversation);
  }
}
