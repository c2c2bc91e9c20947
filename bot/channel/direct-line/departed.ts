import type { Clock } from '../../turn/ports.ts';
import type { ActivitySet } from './activity-set.ts';

/** Longer than a token lives: after that nobody can ask any more. */
const KEPT = 40 * 60_000;
const MOST = 5_000;

/**
 * Conversations that were erased a moment ago. Their tokens are still good, and would otherwise begin the conversation
 * anew under its old id. Holds the bot's last words, for clients that poll, and nothing the person wrote.
 */
export class Departed {
  readonly #clock: Clock;
  readonly #gone = new Map<string, { until: number; lastWords: ActivitySet }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add(conversation: string, lastWords: ActivitySet): void {
    const now = this.#clock.now();
    for (const [id, { until }] of this.#gone) {
      if (until > now && this.#gone.size < MOST) break;
      this.#gone.delete(id);
    }
    this.#gone.set(conversation, { until: now + KEPT, lastWords });
  }

  /** The last words, or undefined when it is not known to be gone. */
  lastWords(conversation: string): ActivitySet | undefined {
    const gone = this.#gone.get(conversation);
    return gone !== undefined && gone.until > this.#clock.now() ? gone.lastWords : undefined;
  }
}
