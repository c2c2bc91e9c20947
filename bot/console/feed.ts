import type { ConsoleEvent } from '../domain/console.ts';
import type { Clock } from '../turn/ports.ts';

/** Whom an event is for, by staff id. */
export type Audience = (staff: string) => boolean;

/** An open console: whose it is, and how it is told. */
export interface Listener {
  staff: string;
  /** Id of the session it was opened with. */
  session: string;
  send: (id: string, event: ConsoleEvent) => void;
  end: () => void;
}

interface Kept {
  n: number;
  at: number;
  event: ConsoleEvent;
  audience: Audience;
}

/** Enough for a lost connection on a busy evening; after that a console fetches everything again. */
const KEPT = 2_000;
/** No longer than a lost connection, in milliseconds: events hold what people wrote, which is not ours to keep here. */
const KEPT_FOR = 10 * 60_000;

/**
 * Events for consoles, numbered, with the latest kept for those that were away. Numbers begin with the process, so a
 * console that was connected to the process before is told to fetch everything again.
 */
export class Feed {
  readonly #run: string;
  readonly #clock: Clock;
  #kept: Kept[] = [];
  readonly #listeners = new Set<Listener>();
  #n = 0;

  /** `run` names this process: an id nobody had before. */
  constructor(run: string, clock: Clock) {
    this.#run = run;
    this.#clock = clock;
  }

  /** Tells everyone it is for. `fleeting`: not kept for those that are away. */
  emit(event: ConsoleEvent, audience: Audience = () => true, fleeting = false): void {
    if (fleeting) {
      for (const { staff, send } of this.#listeners) if (audience(staff)) send('', event);
      return;
    }
    this.#n += 1;
    this.#kept.push({ n: this.#n, at: this.#clock.now(), event, audience });
    if (this.#kept.length > KEPT) this.#kept.shift();
    const id = `${this.#run}.${this.#n}`;
    for (const { staff, send } of this.#listeners) if (audience(staff)) send(id, event);
  }

  /** Lets go of what is older than any console was away. To be called now and then. */
  forgetOld(): void {
    const first = this.#kept.findIndex(({ at }) => this.#clock.now() - at < KEPT_FOR);
    if (first !== 0) this.#kept.splice(0, first < 0 ? this.#kept.length : first);
  }

  /** The person has deleted the chat: nothing that was said in it is told again. */
  forgetWords(record: string): void {
    this.#kept = this.#kept.filter(({ event }) => event.kind !== 'thread' || event.case !== record);
  }

  /** Adds a console, after replaying what it missed since the id it saw last. Returns how to leave. */
  join(listener: Listener, last: string | undefined): () => void {
    const { staff, send } = listener;
    const [run, n] = last?.split('.') ?? [];
    const since = Number(n);
    const known = run === this.#run && Number.isInteger(since) && since <= this.#n;
    const oldest = this.#kept[0]?.n ?? this.#n + 1;
    if (last !== undefined && (!known || since < oldest - 1)) {
      send(`${this.#run}.${this.#n}`, { kind: 'reset' });
    } else if (known) {
      for (const one of this.#kept) {
        if (one.n > since && one.audience(staff)) send(`${this.#run}.${one.n}`, one.event);
      }
    }
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Whether someone has a console open. */
  has(staff: string): boolean {
    return [...this.#listeners].some((listener) => listener.staff === staff);
  }

  /** The sessions of open consoles, each once. */
  sessions(): Set<string> {
    return new Set([...this.#listeners].map(({ session }) => session));
  }

  /** Ends the consoles of one session: signed out, or it has lasted long enough. */
  endSession(session: string): void {
    this.#end((listener) => listener.session === session);
  }

  /** Ends all consoles of one member of staff: the account was closed or changed. */
  endAll(staff: string): void {
    this.#end((listener) => listener.staff === staff);
  }

  #end(which: (listener: Listener) => boolean): void {
    for (const listener of this.#listeners) {
      if (!which(listener)) continue;
      this.#listeners.delete(listener);
      listener.send('', { kind: 'signed-out' });
      listener.end();
    }
  }
}
