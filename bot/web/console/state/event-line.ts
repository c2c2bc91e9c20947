import type { ConsoleEvent } from '../../../domain/console.ts';
import { ApiError } from './api.ts';

/** How the line to the server is, and since when. */
export interface Link {
  state: 'connecting' | 'online' | 'lost';
  since: number;
}

interface EventLineParts {
  linkIs: (state: Link['state']) => void;
  hear: (event: ConsoleEvent) => void;
  /** Fetches what events could not tell, before the line is opened again. */
  refresh: () => Promise<void>;
  signedOut: () => void;
}

/** How long after the server closed the line it is tried again, in milliseconds. */
const AGAIN = 3_000;

/** The stream of events. After a lost line the browser names the last event it saw and is sent the rest. */
export class EventLine {
  readonly #parts: EventLineParts;
  #events: EventSource | undefined;

  constructor(parts: EventLineParts) {
    this.#parts = parts;
  }

  open(): void {
    this.close();
    const { linkIs, hear } = this.#parts;
    const events = new EventSource('/console/api/events');
    this.#events = events;
    events.addEventListener('open', () => linkIs('online'));
    events.addEventListener('error', () => {
      linkIs('lost');
      // A refused stream (signed out, server too busy) is not tried again by the browser.
      if (events.readyState === EventSource.CLOSED) this.#tryLater(events);
    });
    events.addEventListener('message', (event) => hear(JSON.parse(event.data as string) as ConsoleEvent));
  }

  close(): void {
    this.#events?.close();
    this.#events = undefined;
  }

  #tryLater(from: EventSource): void {
    window.setTimeout(() => void this.#again(from), AGAIN);
  }

  async #again(from: EventSource): Promise<void> {
    if (this.#events !== from) return;
    try {
      await this.#parts.refresh();
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) this.#parts.signedOut();
      else this.#tryLater(from);
      return;
    }
    if (this.#events === from) this.open();
  }
}
