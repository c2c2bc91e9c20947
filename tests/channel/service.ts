import { randomBytes } from 'node:crypto';
import { createMessages } from '../../bot/channel/adapter.ts';
import { createDirectLine } from '../../bot/channel/direct-line/direct-line.ts';
import type { MicrosoftApp } from '../../bot/channel/microsoft-app.ts';
import { NavigatorBot } from '../../bot/channel/navigator-bot.ts';
import { callers } from '../../bot/channel/origins.ts';
import type { Expand } from '../../bot/channel/ports.ts';
import { createLog } from '../../bot/http/log.ts';
import { Page } from '../../bot/http/page.ts';
import { type Limit, LIMITS, RateLimiter } from '../../bot/http/rate-limit.ts';
import { HttpServer } from '../../bot/http/server.ts';
import { StaticFiles } from '../../bot/http/static-files.ts';
import { MemoryCases } from '../../bot/store/cases.ts';
import { MemoryStore } from '../../bot/store/memory.ts';
import { createRunTurn, hashCode } from '../../bot/turn/create-run-turn.ts';
import { expandReply, type DirectoryViews } from '../../bot/turn/expand.ts';
import type { ConversationStore } from '../../bot/turn/ports.ts';
import type { RunTurn } from '../../bot/turn/run-turn.ts';
import type { Allowance } from '../../bot/channel/route.ts';
import { NOON, smallDirectory, testBed } from '../engine/test-bed.ts';

/** What a test may set; everything else is as in production, but in memory and with a clock that stands still. */
export interface ServiceOptions {
  store?: ConversationStore;
  secret?: string;
  publicUrl?: string;
  allowedOrigins?: string[];
  frameAncestors?: string[];
  app?: MicrosoftApp;
  proxies?: number;
  limits?: Partial<Record<Allowance, Limit>>;
  assets?: string;
  /** Instead of the real one: a turn that fails. */
  runTurn?: RunTurn;
  tokenKey?: Uint8Array;
  clock?: TestClock;
}

/** A clock that a test sets. */
export class TestClock {
  time = NOON;
  now(): number {
    return this.time;
  }
  pass(milliseconds: number): void {
    this.time += milliseconds;
  }
}

/** Timers that a test sets off. */
export class TestTimers {
  readonly waiting: { milliseconds: number; run: () => void }[] = [];
  readonly later = (milliseconds: number, run: () => void) => {
    const timer = { milliseconds, run };
    this.waiting.push(timer);
    return () => {
      const at = this.waiting.indexOf(timer);
      if (at >= 0) this.waiting.splice(at, 1);
    };
  };
  /** Runs what waits now; what that begins anew waits for the next time. */
  fire(): void {
    for (const timer of this.waiting.splice(0)) timer.run();
  }
}

const views: DirectoryViews = {
  resource: (id, because) => ({
    id,
    name: 'Near Service',
    organisation: 'The Society',
    because: [...because],
    kinds: ['Helpline'],
    whatToExpect: 'Someone listens.',
    eligibility: 'Anyone',
    cost: 'Free',
    hours: 'Day and night',
    open: true,
    where: 'Everywhere',
    languages: ['English'],
    contacts: [
      { kind: 'phone', label: 'Call 1-800-555-0100', href: 'tel:+18005550100' },
      { kind: 'web', label: 'Read more', href: 'https://society.example/help' },
    ],
    cautions: [],
    source: { id, label: 'society.example', url: 'https://society.example' },
    checked: '2026-11-20',
  }),
  line: (line) => ({
    id: line.line,
    name: 'The Line',
    about: 'People who listen.',
    contacts: [{ kind: 'phone', label: 'Call 988', href: 'tel:988' }],
    hours: 'Day and night',
    open: line.open,
  }),
};

/** The HTTP server with both channels, on a port of its own, over the engine's small test bed. */
export async function startService(options: ServiceOptions = {}) {
  const clock = options.clock ?? new TestClock();
  const timers = new TestTimers();
  const lines: string[] = [];
  const log = createLog((line) => lines.push(line), clock);
  const store = options.store ?? new MemoryStore();
  const program = testBed();
  let codes = 0;
  let ids = 0;
  const newId = () => `id${(ids += 1)}-${randomBytes(6).toString('base64url')}`;
  const chance = { id: newId, code: () => `CODE${(codes += 1)}` };
  const runTurn =
    options.runTurn ??
    createRunTurn({
      program: () => program,
      directory: () => smallDirectory,
      store,
      cases: new MemoryCases(),
      clock,
      chance,
      assess: () => null,
      helpline: () => ({ state: 'none' }),
      retentionHours: 24,
    });
  const expand: Expand = (reply, conversation) =>
    expandReply(program, views, reply, conversation, clock.now());
  const bot = new NavigatorBot({ runTurn, log });
  const { publicUrl, secret, app } = options;
  const mayCall = callers(publicUrl, options.allowedOrigins ?? []);
  const common = { bot, store, expand, log, later: timers.later, newId };
  const line = createDirectLine({
    ...common,
    clock,
    tokenKey: options.tokenKey ?? randomBytes(32),
    secret,
    mayCall,
    publicUrl,
    presence: () => undefined,
    resume: (code) => store.findByCode(hashCode(code)),
  });
  const messages = createMessages({
    ...common,
    app,
    hubs: { trusted: new Set(), status: async () => undefined },
  });
  const server = new HttpServer({
    routes: [...line.routes, messages.route],
    upgrade: (request, socket, head) => line.streams.upgrade(request, socket, head),
    page: new Page((language, country) => `<!doctype html><p lang="${language}">${country}</p>`, 'US', clock),
    assets: StaticFiles.read(options.assets ?? 'no-such-folder'),
    console: {
      html: (language) => `<!doctype html><p lang="${language}">`,
      assets: StaticFiles.read('none'),
    },
    published: () => undefined,
    ready: async () => (await store.load('ready')) === undefined,
    limiter: new RateLimiter(clock, { ...LIMITS, ...options.limits }),
    mayCall,
    security: { frameAncestors: options.frameAncestors ?? [], publicUrl },
    proxies: options.proxies ?? 0,
    log,
  });
  const port = await server.listen(0, '127.0.0.1');
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    store,
    clock,
    timers,
    /** What was logged so far, one line of JSON each. */
    lines,
    streams: line.streams,
    redelivery: messages.redelivery,
    async close() {
      messages.redelivery.stop();
      await server.stop(1_000, () => line.streams.stop());
    },
  };
}

export type Service = Awaited<ReturnType<typeof startService>>;
