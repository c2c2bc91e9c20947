import type { IncomingHttpHeaders } from 'node:http';

/** One HTTP request, freed from the server that received it. */
export interface Call {
  /** Named pieces of the path, decoded. */
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  /** The body as JSON; `undefined` when there was none. */
  body: unknown;
  /** Address of the other end of the connection itself, whatever a header says. */
  peer: string;
  /** Address of who calls, as our own proxies saw it: what allowances are counted by. */
  address: string;
}

/** What to answer: a `body` is sent as JSON, `text` as it is, and `events` go on until the client has enough. */
export interface Answer {
  status: number;
  body?: unknown;
  text?: { type: string; content: string };
  events?: EventSource;
  headers?: Readonly<Record<string, string | string[]>>;
}

/** Server-sent events: called once with where to write; what it returns is called when the client is gone. */
export type EventSource = (
  send: (event: { id?: string; data: string }) => void,
  end: () => void,
) => () => void;

/** Which allowance a request draws on; `http/rate-limit.ts` says how large each is. */
export type Allowance = 'token' | 'start' | 'post' | 'resume' | 'sign-in' | 'console';

/** One thing the server answers. Handlers return values and never touch the connection. */
export interface Route {
  method: 'GET' | 'POST';
  path: string;
  /** `json`: read and parsed. `ignored`: not read at all, and the connection closes after the answer. */
  body?: 'json' | 'ignored';
  allowance?: Allowance;
  /** Pages of other origins that the deployment allows may call it. */
  crossOrigin?: true;
  handle(call: Call): Promise<Answer> | Answer;
}
