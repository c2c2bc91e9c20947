import type { Clock } from './ports.ts';

/** Clients repeat "typing" every few seconds; after this long without, it is over. Milliseconds. */
const LASTS = 5_000;

/** Who is typing right now. Kept nowhere. */
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
      if (this.#clock.now() - at < LASTS) break;
      this.#since.delete(id);
    }
  }

  is(conversation: string): boolean {
    return this.#clock.now() - (this.#since.get(conversation) ?? Number.NEGATIVE_INFINITY) < LASTS;
  }
}
