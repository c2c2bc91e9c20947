import type { ConsoleEvent } from '../domain/console.ts';

/** Whom an event is for, by staff id. */
export type Audience = (staff: string) => boolean;

interface Kept {
  n: number;
  event: ConsoleEvent;
  audience: Audience;
}

/** Enough for a lost connection of some minutes on a busy evening; after that a console fetches everything again. */
const KEPT = 2_000;

/**
 * Events for consoles, numbered, with the latest kept for those that were away. Numbers begin with the process, so a
 * console that was connected to the process before is told to fetch everything again.
 */
export class Feed {
  readonly #run: string;
  readonly #kept: Kept[] = [];
  readonly #listeners = new Set<{
    staff: string;
    send: (id: string, event: ConsoleEvent) => void;
    end: () => void;
  }>();
  #n = 0;

  /** `run` names this process: an id nobody had before. */
  constructor(run: string) {
    this.#run = run;
  }

  /** Tells everyone it is for. `fleeting`: not kept for those that are away. */
  emit(event: ConsoleEvent, audience: Audience = () => true, fleeting = false): void {
    if (fleeting) {
      for (const { staff, send } of this.#listeners) if (audience(staff)) send('', event);
      return;
    }
    this.#n += 1;
    this.#kept.push({ n: this.#n, event, audience });
    if (this.#kept.length > KEPT) this.#kept.shift();
    const id = `${this.#run}.${this.#n}`;
    for (const { staff, send } of this.#listeners) if (audience(staff)) send(id, event);
  }

  /** Adds a console, after replaying what it missed since the id it saw last. Returns how to leave. */
  join(
    staff: string,
    last: string | undefined,
    send: (id: string, event: ConsoleEvent) => void,
    end: () => void,
  ): () => void {
    const [run, n] = last?.split('.') ?? [];
    const since = Number(n);
    const known = run === this.#run && Number.isInteger(since) && since <= this.#n;
    const oldest = this.#kept[0]?.n ?? 1;
    if (last !== undefined && (!known || since < oldest - 1)) {
      send(`${this.#run}.${this.#n}`, { kind: 'reset' });
    } else if (known) {
      for (const one of this.#kept) {
        if (one.n > since && one.audience(staff)) send(`${this.#run}.${one.n}`, one.event);
      }
    }
    const listener = { staff, send, end };
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Ends the consoles of one member of staff: signed out, or the account closed. */
  endAll(staff: string): void {
    for (const listener of this.#listeners) {
      if (listener.staff !== staff) continue;
      listener.send('', { kind: 'signed-out' });
      listener.end();
    }
  }
}
