import type { IncomingMessage, Server as NodeServer } from 'node:http';
import type { Duplex } from 'node:stream';
import restify from 'restify';
import { failure } from '../channel/failure.ts';
import { codeOf } from '../channel/navigator-bot.ts';
import type { MayCall } from '../channel/origins.ts';
import type { Log } from '../channel/ports.ts';
import type { Answer, Route } from '../channel/route.ts';
import { readJson, skipBody } from './body.ts';
import { clientAddress } from './client-address.ts';
import { corsHeaders, preflightHeaders } from './cors.ts';
import { sendEvents } from './event-stream.ts';
import { pages, type PagesParts, type Show } from './pages.ts';
import { problem } from './problem.ts';
import type { RateLimiter } from './rate-limit.ts';
import { apiHeaders, type Headers } from './security-headers.ts';
import { oneLine, pack, PACKED, send } from './send.ts';
import { silentLog } from './silent-log.ts';

export interface ServerParts extends PagesParts {
  routes: readonly Route[];
  /** Answers a WebSocket upgrade. */
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => Promise<void>;
  /** Whether turns can be run: the store answers. */
  ready: () => Promise<boolean>;
  limiter: RateLimiter;
  mayCall: MayCall;
  /** How many proxies of our own stand before us. */
  proxies: number;
  log: Log;
}

type Request = restify.Request;
type Response = restify.Response;

/** The HTTP server: it knows requests and answers, and nothing of what is said in them. */
export class HttpServer {
  readonly #parts: ServerParts;
  readonly #server: restify.Server;
  readonly #api: Headers;
  #running = 0;
  #stopping = false;
  #idle: () => void = () => undefined;

  constructor(parts: ServerParts) {
    this.#parts = parts;
    this.#api = apiHeaders(parts.security);
    // No name: nobody needs to know what runs here. Its own log would hold addresses.
    this.#server = restify.createServer({ name: '', log: silentLog() });
    const inner = this.#server.server as NodeServer;
    inner.headersTimeout = 15_000;
    inner.requestTimeout = 30_000;
    // Longer than the usual minute of load balancers: they must be the ones to close.
    inner.keepAliveTimeout = 75_000;
    this.#refuseBadHosts();
    this.#mount();
  }

  /** Begins to listen; resolves with the port. Rejects with Node's error (`EADDRINUSE`, `EACCES`) when it cannot. */
  listen(port: number, host: string): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, host, () => {
        this.#server.removeListener('error', reject);
        resolve(this.#server.address().port);
      });
    });
  }

  /** Takes no new requests, waits for those under way (`patience` ms at most), and ends every connection. */
  async stop(patience: number, closeStreams: () => void): Promise<void> {
    this.#stopping = true;
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    if (this.#running > 0) {
      await Promise.race([
        new Promise<void>((resolve) => (this.#idle = resolve)),
        new Promise<void>((resolve) => setTimeout(resolve, patience).unref()),
      ]);
    }
    closeStreams();
    const inner = this.#server.server as NodeServer;
    // A stream that does not answer the goodbye is not waited for.
    setTimeout(() => inner.closeAllConnections(), 500).unref();
    inner.closeIdleConnections();
    await closed;
  }

  /** restify builds an address from the Host header and the target before any handler; the process ends when it cannot. */
  #refuseBadHosts(): void {
    // Its types do not know `first`.
    const server = this.#server as restify.Server & {
      first(handler: (request: Request, response: Response) => boolean): void;
    };
    server.first((request, response) => {
      const host = URL.canParse(`http://${request.headers.host ?? 'localhost'}/`);
      // A target that is a whole address (`GET http://[`) is parsed in the same way, and no client of ours sends one.
      if (host && (request.url ?? '/').startsWith('/')) return true;
      this.#answer(request, response, failure('bad-request', CLOSING), {});
      return false;
    });
  }

  #mount(): void {
    const { routes, upgrade, log } = this.#parts;
    for (const route of routes) {
      const handle = (request: Request, response: Response, next: restify.Next) => {
        void this.#serve(route, request, response, next);
      };
      if (route.method === 'GET') this.#server.get(route.path, handle);
      else this.#server.post(route.path, handle);
    }
    for (const path of new Set(routes.filter((route) => route.crossOrigin).map((route) => route.path))) {
      this.#server.opts(path, async (request: Request, response: Response) => {
        response.writeHead(204, preflightHeaders(request.headers, this.#parts.mayCall));
        response.end();
      });
    }
    for (const [path, show] of pages(this.#parts)) this.#mountShown(path, show);
    this.#mountProbes();
    this.#server.on(
      'restifyError',
      (_request: Request, response: Response, error: unknown, done: () => void) => {
        const answer = problem(error);
        if (answer.status >= 500) log('request-failed', { code: codeOf(error) });
        if (!response.headersSent) {
          response.sendRaw(answer.status, JSON.stringify(answer.body), {
            ...this.#api,
            'content-type': 'application/json',
          });
        }
        done();
      },
    );
    this.#server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      if (this.#stopping) {
        socket.destroy();
        return;
      }
      upgrade(request, socket, head).catch((error: unknown) => {
        log('upgrade-failed', { code: codeOf(error) });
        socket.destroy();
      });
    });
    this.#server.on('clientError', (_error: unknown, socket: Duplex) => socket.destroy());
  }

  #mountShown(path: string, show: Show): void {
    const handle = async (request: Request, response: Response) => {
      const named: unknown = request.params?.named;
      const shown = show(request, typeof named === 'string' ? named : '');
      if (shown === undefined) this.#answer(request, response, failure('not-found'), {});
      else send(request, response, shown.status, shown.headers, shown.body);
    };
    this.#server.get(path, handle);
    this.#server.head(path, handle);
  }

  /** For whoever watches over the process: it lives, and it can run turns. */
  #mountProbes(): void {
    const live = async (request: Request, response: Response) =>
      this.#answer(request, response, { status: 200, body: { status: 'ok' } }, {});
    const isReady = async (request: Request, response: Response) => {
      const able = !this.#stopping && (await this.#parts.ready().catch(() => false));
      const body = { status: able ? 'ready' : 'not-ready' };
      this.#answer(request, response, { status: able ? 200 : 503, body }, {});
    };
    for (const [path, handle] of [
      ['/health', live],
      ['/ready', isReady],
    ] as const) {
      this.#server.get(path, handle);
      this.#server.head(path, handle);
    }
  }

  async #serve(route: Route, request: Request, response: Response, done: () => void): Promise<void> {
    this.#running += 1;
    const cors = route.crossOrigin ? corsHeaders(request.headers, this.#parts.mayCall) : {};
    try {
      const answer = await this.#respond(route, request);
      if (answer.events !== undefined) {
        sendEvents(response, this.#api, answer.events);
        return;
      }
      if (answer.text === undefined) {
        const packed = await pack(request, answer);
        if (packed === undefined) this.#answer(request, response, answer, cors);
        else {
          const headers = { ...this.#api, ...cors, ...PACKED, ...answer.headers };
          send(request, response, answer.status, headers, packed);
        }
        return;
      }
      const { type, content } = answer.text;
      const headers = { ...this.#api, ...cors, 'content-type': type, ...answer.headers };
      send(request, response, answer.status, headers, Buffer.from(content, 'utf8'));
    } catch (error) {
      this.#parts.log('request-failed', { code: codeOf(error) });
      if (!response.headersSent) this.#answer(request, response, failure('failed'), cors);
    } finally {
      this.#running -= 1;
      if (this.#running === 0) this.#idle();
      done();
    }
  }

  async #respond(route: Route, request: Request): Promise<Answer> {
    const peer = request.socket.remoteAddress ?? '';
    const { limiter, proxies } = this.#parts;
    const address = clientAddress(peer, oneLine(request.headers['x-forwarded-for']), proxies);
    if (route.allowance !== undefined) {
      const wait = limiter.take(route.allowance, address);
      if (wait > 0) return failure('too-many', { 'retry-after': String(wait) });
    }
    let body: unknown;
    if (route.body === 'json') {
      const read = await readJson(request);
      if (read.kind === 'refused') return failure(read.why, read.why === 'too-big' ? CLOSING : undefined);
      body = read.value;
    } else if (route.body === 'ignored') {
      if (!(await skipBody(request))) return failure('too-big', CLOSING);
    }
    const params: Record<string, string> = request.params ?? {};
    const { url = '', headers } = request;
    const mark = url.indexOf('?');
    const query = new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1));
    return route.handle({ params, query, headers, body, peer, address });
  }

  #answer(request: Request, response: Response, answer: Answer, extra: Headers): void {
    const body = answer.body === undefined ? undefined : JSON.stringify(answer.body);
    const type: Headers = body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' };
    send(request, response, answer.status, { ...this.#api, ...extra, ...type, ...answer.headers }, body);
  }
}

const CLOSING: Headers = { connection: 'close' };
