import type { Surroundings } from '../surroundings.ts';
import type { ActivitySet } from './activity.ts';

export interface StreamEars {
  open: () => void;
  frame: (set: ActivitySet) => void;
  /**
   * The socket is closed for good. `everOpened` is false when it never came about, `erased` true when the server closed
   * it because the conversation was deleted. Called once at most.
   */
  closed: (everOpened: boolean, erased: boolean) => void;
  /** The socket takes long to open: a proxy may be swallowing it. Called once at most. */
  slow: () => void;
}

const SLOW_AFTER = 2500;
const GIVE_UP_AFTER = 10_000;
/** Proxies close a silent socket after a minute. */
const KEEP_ALIVE_EVERY = 25_000;

/** One WebSocket of a conversation. After `close()` nothing is heard of it. */
export class Stream {
  private readonly socket: WebSocket | undefined;
  private readonly around: Surroundings;
  private stops: (() => void)[] = [];
  private over = false;

  constructor(url: string, around: Surroundings, ears: StreamEars) {
    this.around = around;
    let opened = false;
    const end = (erased: boolean) => {
      if (this.over) return;
      this.close();
      ears.closed(opened, erased);
    };
    try {
      this.socket = around.openSocket(url);
    } catch {
      this.stops.push(around.later(0, () => end(false)));
      return;
    }
    this.stops.push(
      around.later(SLOW_AFTER, () => {
        if (!opened) ears.slow();
      }),
      around.later(GIVE_UP_AFTER, () => {
        if (!opened) end(false);
      }),
    );
    this.socket.onopen = () => {
      opened = true;
      if (this.over) return;
      this.keepAlive();
      ears.open();
    };
    this.socket.onmessage = (event: MessageEvent) => {
      const set = readFrame(event.data);
      if (set !== undefined && !this.over) ears.frame(set);
    };
    this.socket.onclose = (event: CloseEvent) =>
      end(event.code === 1000 && event.reason === 'conversation erased');
  }

  close(): void {
    this.over = true;
    for (const stop of this.stops) stop();
    this.stops = [];
    try {
      this.socket?.close();
    } catch {
      // It was never open.
    }
  }

  /** An empty frame, which the protocol has both sides ignore. */
  private keepAlive(): void {
    this.stops.push(
      this.around.later(KEEP_ALIVE_EVERY, () => {
        if (this.over) return;
        this.socket?.send('');
        this.keepAlive();
      }),
    );
  }
}

/** An empty frame keeps the line alive; what is no activity set is none of our business. */
function readFrame(data: unknown): ActivitySet | undefined {
  if (typeof data !== 'string' || data === '') return undefined;
  try {
    const set = JSON.parse(data) as ActivitySet;
    return Array.isArray(set?.activities) ? set : undefined;
  } catch {
    return undefined;
  }
}
