import type { WebSocket } from 'ws';
import type { WebFlavour } from '../render/activity.ts';
import type { ActivitySet } from './activity-set.ts';
import type { Listener, Push } from './hub.ts';

/** Bytes that may wait for a slow client; then it is dropped and reads the rest when it connects again. */
const MOST_WAITING = 1024 * 1024;

export interface StreamParts {
  flavour: WebFlavour;
  /** Everything said after a seq; undefined when the conversation is gone. */
  readAfter: (seq: number) => Promise<ActivitySet | undefined>;
  /** Called when reading failed. */
  failed: (error: unknown) => void;
}

/**
 * One client's stream. What it was sent is known by one number, so whatever the order in which turns end, each line is
 * sent once and in order: a push that leaves a gap is not sent, the transcript is read instead.
 */
export class StreamConnection implements Listener {
  readonly #socket: WebSocket;
  readonly #parts: StreamParts;
  #sent: number;
  #reading = false;
  #behind = false;
  #alive = true;

  /** `watermark`: the last line the client has. */
  constructor(socket: WebSocket, watermark: number, parts: StreamParts) {
    this.#socket = socket;
    this.#sent = watermark;
    this.#parts = parts;
    socket.on('pong', () => (this.#alive = true));
    // Clients send empty frames to keep the line open; anything else has no meaning here.
    socket.on('message', () => (this.#alive = true));
    socket.on('error', () => socket.terminate());
  }

  push(push: Push): void {
    if (this.#reading) {
      this.#behind = true;
    } else if (push.to <= this.#sent) {
      return;
    } else if (push.from === this.#sent + 1 && push.flavour === this.#parts.flavour) {
      this.#sent = push.to;
      this.#send(push.frame);
    } else {
      void this.catchUp();
    }
  }

  whisper(frame: string): void {
    this.#send(frame);
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, reason);
  }

  /** Ends the connection at once. */
  terminate(): void {
    this.#socket.terminate();
  }

  /** Sends what the transcript has beyond what was sent, until there is no more. */
  async catchUp(): Promise<void> {
    if (this.#reading) {
      this.#behind = true;
      return;
    }
    this.#reading = true;
    try {
      do {
        this.#behind = false;
        const set = await this.#parts.readAfter(this.#sent);
        if (set === undefined) return;
        if (set.activities.length > 0) this.#send(JSON.stringify(set));
        this.#sent = Number(set.watermark);
      } while (this.#behind);
    } catch (error) {
      this.#parts.failed(error);
      this.close(1011, 'try again');
    } finally {
      this.#reading = false;
    }
  }

  /** One beat: a client that did not answer the last one is gone. The empty frame is for clients that see no pings. */
  beat(): void {
    if (!this.#alive) {
      this.#socket.terminate();
      return;
    }
    this.#alive = false;
    this.#socket.ping();
    this.#send('');
  }

  #send(frame: string): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (this.#socket.bufferedAmount > MOST_WAITING) {
      this.#socket.terminate();
      return;
    }
    this.#socket.send(frame);
  }
}
