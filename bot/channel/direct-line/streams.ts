import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { codeOf } from '../navigator-bot.ts';
import type { Later, Log } from '../ports.ts';
import { readWatermark, type ActivitySet, type Reader } from './activity-set.ts';
import type { Hub } from './hub.ts';
import { StreamConnection } from './stream-connection.ts';
import type { Tokens } from './tokens.ts';

const PATH = /^\/v3\/directline\/conversations\/([\w.~-]{1,200})\/stream$/;
const BEAT = 20_000;
/** How long a client may take to answer a goodbye. */
const GOODBYE = 1_000;
const MOST_STREAMS = 20_000;

export interface StreamsParts {
  tokens: Tokens;
  hub: Hub;
  /** Everything said after a seq, for one reader; undefined when the conversation is gone. */
  readAfter: (conversation: string, seq: number, reader: Reader) => Promise<ActivitySet | undefined>;
  log: Log;
  later: Later;
}

/** The WebSockets of the Direct Line endpoint. */
export class Streams {
  readonly #parts: StreamsParts;
  readonly #server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    // Clients have nothing to say here beyond empty frames.
    maxPayload: 1024,
  });
  readonly #open = new Set<StreamConnection>();
  #callOff: () => void = () => undefined;

  constructor(parts: StreamsParts) {
    this.#parts = parts;
    this.#beat();
  }

  /**
   * Answers an HTTP upgrade. Its address carries a token for this one conversation, so the origin of the page does not
   * matter: no cookie speaks for it.
   */
  async upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    socket.on('error', () => socket.destroy());
    const url = new URL(request.url ?? '/', 'http://localhost');
    const conversation = PATH.exec(url.pathname)?.[1];
    if (conversation === undefined) return refuse(socket, '404 Not Found');
    const check = this.#parts.tokens.checkForStream(url.searchParams.get('t') ?? '');
    if (check.kind !== 'valid' || check.claims.conversation !== conversation) {
      return refuse(socket, '403 Forbidden');
    }
    if (this.#open.size >= MOST_STREAMS) return refuse(socket, '503 Service Unavailable');
    const watermark = readWatermark(url.searchParams.get('watermark')) ?? 0;
    this.#server.handleUpgrade(request, socket, head, (webSocket) => {
      const { user, flavour = 'web' } = check.claims;
      this.#begin(webSocket, conversation, { user, flavour }, watermark);
    });
  }

  /** Ends every stream; clients connect again by themselves. */
  stop(): void {
    this.#callOff();
    this.#parts.hub.endAll(1001, 'going away');
    this.#parts.later(GOODBYE, () => {
      for (const connection of this.#open) connection.terminate();
    });
  }

  get size(): number {
    return this.#open.size;
  }

  #begin(socket: WebSocket, conversation: string, reader: Reader, watermark: number): void {
    const { hub, readAfter, log } = this.#parts;
    const connection = new StreamConnection(socket, watermark, {
      flavour: reader.flavour,
      readAfter: (seq) => readAfter(conversation, seq, reader),
      failed: (error) => log('stream-failed', { conversation, code: codeOf(error) }),
    });
    const leave = hub.join(conversation, connection);
    this.#open.add(connection);
    socket.on('close', () => {
      leave();
      this.#open.delete(connection);
    });
    void connection.catchUp();
  }

  #beat(): void {
    this.#callOff = this.#parts.later(BEAT, () => {
      for (const connection of this.#open) connection.beat();
      this.#beat();
    });
  }
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
