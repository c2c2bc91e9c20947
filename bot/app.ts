import { createMessages } from './channel/adapter.ts';
import { createDirectLine } from './channel/direct-line/direct-line.ts';
import { NavigatorBot } from './channel/navigator-bot.ts';
import { callers } from './channel/origins.ts';
import type { Expand, Later, Log } from './channel/ports.ts';
import type { Config } from './config.ts';
import type { Content } from './content.ts';
import { helplineNow } from './directory/own-helpline.ts';
import { Page } from './http/page.ts';
import { RateLimiter } from './http/rate-limit.ts';
import { HttpServer } from './http/server.ts';
import type { StaticFiles } from './http/static-files.ts';
import { pageLines } from './page-lines.ts';
import { createRunTurn, hashCode } from './turn/create-run-turn.ts';
import { expandReply } from './turn/expand.ts';
import type { CallbackStore, Chance, Clock, ConversationStore } from './turn/ports.ts';
import { pageHtml, type PageManifest } from './web/page.ts';

/** Everything the product is made of that comes from outside: settings, content, store, time, chance. */
export interface AppParts {
  config: Config;
  /** The content as it is now; with `--watch` it changes while we run. */
  content: () => Content;
  store: ConversationStore;
  callbacks: CallbackStore;
  clock: Clock;
  chance: Chance;
  log: Log;
  later: Later;
  tokenKey: Uint8Array;
  assets: StaticFiles;
  /** `dist/manifest.json` of the page. */
  manifest: PageManifest;
}

/** The product, put together and not yet listening. */
export interface App {
  /** Begins to listen and to send what was left unsent; resolves with the port. */
  start(): Promise<number>;
  /** Ends turns under way, then connections. The store stays open: whoever opened it closes it. */
  stop(): Promise<void>;
}

/** How long turns under way may take when the server stops. */
const PATIENCE = 10_000;

/** Puts dialogs, directory, store and channels together. */
export function createApp(parts: AppParts): App {
  const { config, content, store, clock, chance, log, later } = parts;
  const runTurn = createRunTurn({
    program: () => content().program,
    directory: () => content().directory.directory,
    store,
    callbacks: parts.callbacks,
    clock,
    chance,
    assess: (text) => content().assess(text),
    understand: (text) => content().understand(text),
    findOptions: (words, limit) => content().finder.options(words, limit),
    helpline: (now) => helplineNow(content().directory.own, now),
    retentionHours: config.retentionHours,
  });
  const expand: Expand = (reply, conversation) => {
    const { program, directory } = content();
    return expandReply(program, directory.views, reply, conversation, clock.now());
  };
  const bot = new NavigatorBot({ runTurn, log });
  const newId = () => chance.id();
  const mayCall = callers(config.publicUrl, config.allowedOrigins);
  const line = createDirectLine({
    bot,
    store,
    expand,
    clock,
    newId,
    log,
    later,
    mayCall,
    tokenKey: parts.tokenKey,
    secret: config.directLineSecret,
    publicUrl: config.publicUrl,
    resume: async (code) => {
      const id = await store.findByCode(hashCode(code));
      const until = id === undefined ? undefined : (await store.load(id))?.conversation.resume?.until;
      // Seven days are seven days, also for a chat that was used since.
      return until !== undefined && Date.parse(until) > clock.now() ? id : undefined;
    },
  });
  const messages = createMessages({ bot, store, expand, log, later, newId, app: config.microsoftApp });
  const renderPage = (language: Parameters<typeof pageHtml>[0]['language'], country: Config['country']) =>
    pageHtml({
      country,
      language,
      lines: pageLines(content(), clock.now()),
      manifest: parts.manifest,
      settings: { retentionHours: config.retentionHours },
    });
  const server = new HttpServer({
    routes: [...line.routes, messages.route],
    upgrade: (request, socket, head) => line.streams.upgrade(request, socket, head),
    page: new Page(renderPage, config.country, clock),
    assets: parts.assets,
    ready: async () => {
      await store.load('ready');
      return true;
    },
    limiter: new RateLimiter(clock),
    mayCall,
    security: { frameAncestors: config.frameAncestors, publicUrl: config.publicUrl },
    proxies: config.proxies,
    log,
  });
  return {
    async start() {
      const port = await server.listen(config.port, config.host);
      void messages.redelivery.start();
      return port;
    },
    async stop() {
      messages.redelivery.stop();
      await server.stop(PATIENCE, () => line.streams.stop());
    },
  };
}
