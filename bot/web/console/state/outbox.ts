import type { ThreadLine } from '../../../domain/console.ts';
import { type Api, ApiError } from './api.ts';
import { lost, mustWait, type Outgoing } from './thread-state.ts';

interface OutboxParts {
  api: Api;
  changed: () => void;
  /** What happened, in words that say what to do. */
  wordsFor: (error: unknown) => string;
  /** A message was taken, and the chat has not shown it yet. */
  late: (id: string) => void;
}

/** How long a message that was taken may be on its way back, in milliseconds. */
const LATE = 2_000;
/** How long after a message did not get through the next try begins by itself, in milliseconds. */
const AGAIN = 5_000;

/**
 * Messages of ours that the chat has not shown yet. Each goes out under an id of its own, so that sending it twice says it
 * once; it leaves when it comes back with the chat. Nothing is lost with the line, and the order in a chat stays.
 */
export class Outbox {
  readonly #parts: OutboxParts;
  readonly #onTheWay = new Map<string, Promise<void>>();
  #next: number | undefined;
  messages: readonly Outgoing[] = [];

  constructor(parts: OutboxParts) {
    this.#parts = parts;
  }

  say(id: string, text: string, resource?: string): void {
    const message: Outgoing = {
      clientId: crypto.randomUUID?.() ?? String(Math.random()).slice(2),
      case: id,
      text,
      state: 'sending',
      ...(resource === undefined ? {} : { resource }),
    };
    this.#set([...this.messages, message]);
    void this.#inTurn(message);
  }

  retry(message: Outgoing): void {
    // What was written before it goes first.
    if (mustWait(this.messages, message)) void this.flush();
    else void this.#again(message);
  }

  discard(message: Outgoing): void {
    this.#set(this.messages.filter((one) => one.clientId !== message.clientId));
  }

  /** The line is back: what could not be sent goes out, in the order it was written. */
  async flush(): Promise<void> {
    // One after the other, so that what was said first arrives first.
    for (const message of lost(this.messages)) await this.#again(message);
  }

  /** What the chat shows now is not on its way any more. */
  arrived(thread: readonly ThreadLine[]): void {
    const shown = new Set(thread.flatMap((line) => line.clientId ?? []));
    const left = this.messages.filter((one) => !shown.has(one.clientId));
    if (left.length < this.messages.length) this.#set(left);
  }

  clear(): void {
    this.#set([]);
  }

  async #again(message: Outgoing): Promise<void> {
    const { why: _, ...rest } = message;
    const again: Outgoing = { ...rest, state: 'sending' };
    this.#replace(again);
    await this.#inTurn(again);
  }

  /** One message of a chat at a time: two written quickly must not overtake each other on the way. */
  #inTurn(message: Outgoing): Promise<void> {
    const before = this.#onTheWay.get(message.case) ?? Promise.resolve();
    const done = before.then(() => this.#send(message));
    this.#onTheWay.set(message.case, done);
    return done;
  }

  async #send(message: Outgoing): Promise<void> {
    const { api, wordsFor, late } = this.#parts;
    const { clientId, resource, text } = message;
    if (mustWait(this.messages, message)) return this.#failed(message);
    try {
      if (resource === undefined) await api.post(`cases/${message.case}/messages`, { text, clientId });
      else await api.post(`cases/${message.case}/send-service`, { resource, clientId });
      window.setTimeout(() => {
        if (this.messages.some((one) => one.clientId === clientId)) late(message.case);
      }, LATE);
    } catch (error) {
      const passing = error instanceof ApiError && (error.status === 0 || error.status >= 500);
      // A session that ran out is no refusal: it goes out after signing in again.
      const signedOut = error instanceof ApiError && error.status === 401;
      this.#failed(message, passing || signedOut ? undefined : wordsFor(error));
      if (passing) this.#tryLater();
    }
  }

  #tryLater(): void {
    window.clearTimeout(this.#next);
    this.#next = window.setTimeout(() => void this.flush(), AGAIN);
  }

  #failed(message: Outgoing, why?: string): void {
    this.#replace({ ...message, state: 'failed', ...(why === undefined ? {} : { why }) });
  }

  #replace(message: Outgoing): void {
    this.#set(this.messages.map((one) => (one.clientId === message.clientId ? message : one)));
  }

  #set(messages: readonly Outgoing[]): void {
    this.messages = messages;
    this.#parts.changed();
  }
}
