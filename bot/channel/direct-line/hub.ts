import type { WebFlavour } from '../render/activity.ts';

/** One piece of a conversation that was just said: the seqs it covers, and the frame as it goes over the wire. */
export interface Push {
  from: number;
  to: number;
  frame: string;
  /** Whom the frame was made for; others read the transcript. */
  flavour: WebFlavour;
}

/** Someone who is connected to a conversation right now. */
export interface Listener {
  push(push: Push): void;
  /** Something that is in no transcript, such as a notice. */
  whisper(frame: string): void;
  /** Closes the connection with a WebSocket close code. */
  close(code: number, reason: string): void;
}

/** A page, a second device, and a few connections that a phone forgot to close. */
const MOST_LISTENERS = 8;

/**
 * Passes what is said to whoever is connected, within this process. Holds no messages: who was not connected reads the
 * transcript.
 */
export class Hub {
  readonly #listeners = new Map<string, Set<Listener>>();

  /** Adds a listener; the oldest one goes when there are too many. Returns how to leave. */
  join(conversation: string, listener: Listener): () => void {
    let set = this.#listeners.get(conversation);
    if (set === undefined) this.#listeners.set(conversation, (set = new Set()));
    if (set.size >= MOST_LISTENERS) {
      const [oldest] = set;
      if (oldest !== undefined) {
        set.delete(oldest);
        oldest.close(1008, 'too many connections');
      }
    }
    set.add(listener);
    return () => {
      set.delete(listener);
      if (set.size === 0 && this.#listeners.get(conversation) === set) this.#listeners.delete(conversation);
    };
  }

  /** `make` is called only when someone listens. */
  push(conversation: string, make: () => Push | undefined): void {
    const set = this.#listeners.get(conversation);
    if (set === undefined || set.size === 0) return;
    const push = make();
    if (push === undefined) return;
    for (const listener of set) listener.push(push);
  }

  /** Returns whether anyone heard it. */
  whisper(conversation: string, frame: string): boolean {
    const set = this.#listeners.get(conversation);
    if (set === undefined || set.size === 0) return false;
    for (const listener of set) listener.whisper(frame);
    return true;
  }

  /** Whether anyone is connected to this conversation right now. */
  has(conversation: string): boolean {
    return this.#listeners.has(conversation);
  }

  /** Ends every connection of one conversation. */
  end(conversation: string, code: number, reason: string): void {
    for (const listener of this.#listeners.get(conversation) ?? []) listener.close(code, reason);
  }

  /** Ends every connection; clients connect again elsewhere. */
  endAll(code: number, reason: string): void {
    for (const conversation of this.#listeners.keys()) this.end(conversation, code, reason);
  }

  /** How many conversations someone is connected to. */
  get size(): number {
    return this.#listeners.size;
  }
}
