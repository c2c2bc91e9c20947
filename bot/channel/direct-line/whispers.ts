import type { WireActivity } from './activity-set.ts';
import type { Hub } from './hub.ts';

const MOST = 1_000;

/** Notices that are in no transcript. Whoever is connected hears them at once, a client that polls the next time. */
export class Whispers {
  readonly #hub: Hub;
  readonly #waiting = new Map<string, WireActivity>();

  constructor(hub: Hub) {
    this.#hub = hub;
  }

  say(conversation: string, activity: WireActivity): void {
    // Without a watermark: the client keeps its own.
    if (this.#hub.whisper(conversation, JSON.stringify({ activities: [activity] }))) return;
    if (this.#waiting.size >= MOST) this.#waiting.clear();
    this.#waiting.set(conversation, activity);
  }

  /** What waits for a client that polls. */
  take(conversation: string): WireActivity[] {
    const activity = this.#waiting.get(conversation);
    if (activity === undefined) return [];
    this.#waiting.delete(conversation);
    return [activity];
  }
}
