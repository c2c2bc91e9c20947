import type { AppParts } from './app-parts.ts';
import { createMessages } from './channel/adapter.ts';
import { createDirectLine } from './channel/direct-line/direct-line.ts';
import type { HubState } from './channel/handoff-events.ts';
import { codeOf, NavigatorBot } from './channel/navigator-bot.ts';
import { callers } from './channel/origins.ts';
import type { Expand } from './channel/ports.ts';
import type { Config } from './config.ts';
import { Accounts } from './console/accounts.ts';
import { createConsole } from './console/console.ts';
import { OnDuty } from './console/duty.ts';
import { HelplineBook } from './console/helpline.ts';
import { draftWords } from './console/own-words.ts';
import { Reports } from './console/reports.ts';
import { StaffRoom } from './console/room.ts';
import { Sessions } from './console/sessions.ts';
import { Tally } from './console/tally.ts';
import { withHelpline } from './content.ts';
import { Page } from './http/page.ts';
import { RateLimiter } from './http/rate-limit.ts';
import { HttpServer } from './http/server.ts';
import { lookUps } from './look-ups.ts';
import { Notices } from './notices/notices.ts';
import { pageLines } from './page-lines.ts';
import { createCaseDesk } from './turn/create-case-desk.ts';
import { createTurns, hashCode } from './turn/create-run-turn.ts';
import { expandReply } from './turn/expand.ts';
import type { Reach } from './turn/ports.ts';
import { consoleHtml } from './web/console-page.ts';
import { publishedPage } from './web/published-page.ts';
import { pageHtml, stylesheetOf } from './web/page.ts';

/** The product, put together and not yet listening. */
export interface App {
  /** Nobody can sign in to the console yet. */
  readonly needsSetup: boolean;
  /** Puts right what a crash left half done, begins to listen and to send what was left unsent; resolves with the port. */
  start(): Promise<number>;
  /** Ends turns under way, then connections. The store stays open: whoever opened it closes it. */
  stop(): Promise<void>;
}

/** How long turns under way may take when the server stops. */
const PATIENCE = 10_000;
/** How often time is let pass for cases, in milliseconds: leases and silences are minutes long. */
const TICK = 2_000;

/** Puts dialogs, directory, store and channels together. */
export function createApp(parts: AppParts): App {
  const { config, store, cases, clock, chance, log, later } = parts;
  const accounts = new Accounts(parts.staff.accounts, clock, chance);
  const duty = new OnDuty(clock);
  const helpline = new HelplineBook(
    parts.staff.helpline,
    () => parts.content().directory.own,
    () => draftWords(parts.content().program),
  );
  const reports = new Reports(parts.staff.reports, clock);
  const tally = new Tally(parts.staff.counts, clock);
  const room: StaffRoom = new StaffRoom({ accounts, duty, helpline, clock, desk: () => desk });
  const content = withHelpline(parts.content, () => helpline.own);
  const names = lookUps(content, helpline, clock);
  const turns = createTurns({
    program: () => content().program,
    directory: () => content().directory.directory,
    store,
    cases,
    clock,
    chance,
    assess: (text) => content().assess(text),
    understand: (text) => content().understand(text),
    findOptions: (words, limit) => content().finder.options(words, limit),
    helpline: (now) => room.offered(now),
    report: (resource) => reports.add(resource),
    count: tally.count,
    retentionHours: config.retentionHours,
  });
  const expand: Expand = (reply, conversation) => {
    const { program, directory } = content();
    return expandReply(program, directory.views, reply, conversation, clock.now());
  };
  const bot = new NavigatorBot({ runTurn: turns.run, log });
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
    presence: (conversation, read) => {
      if (read === undefined) desk.personTypes(conversation);
      else desk.personRead(conversation, read);
    },
    resume: async (code) => {
      const id = await store.findByCode(hashCode(code));
      const until = id === undefined ? undefined : (await store.load(id))?.conversation.resume?.until;
      // Seven days are seven days, also for a chat that was used since.
      return until !== undefined && Date.parse(until) > clock.now() ? id : undefined;
    },
  });
  const hubs = {
    trusted: new Set(config.handoffChannels),
    status: (conversation: string, state: HubState) => desk.hub(conversation, state),
  };
  const messages = createMessages({ bot, store, expand, log, later, newId, app: config.microsoftApp, hubs });
  const reach: Reach = {
    async deliver(conversation, result) {
      line.turns.deliver(conversation, result);
      if ((await store.load(conversation))?.reference !== undefined)
        await messages.redelivery.now(conversation);
    },
    signal: (conversation, signal) => line.turns.signal(conversation, signal),
    here: line.here,
  };
  const desk = createCaseDesk({
    turns,
    cases,
    store,
    clock,
    reach,
    names,
    nameOf: room.nameOf,
  });
  const staffConsole = createConsole({
    ...names,
    accounts,
    sessions: new Sessions(parts.staff.sessions, clock),
    helpline,
    duty,
    room,
    desk,
    clock,
    log,
    later,
    mayCall: callers(config.publicUrl, []),
    secure: config.publicUrl?.startsWith('https:') === true,
    setupToken: parts.staff.setupToken,
    key: parts.tokenKey,
    run: chance.id().replaceAll('.', ''),
    changed: () => page.forget(),
    reports,
    tally,
    replies: () => parts.staff.texts.replies,
    protocol: () => parts.staff.texts.protocol,
  });
  const notices = new Notices({
    records: parts.staff.notices,
    clock,
    post: async (url, init) => {
      const { status, body } = await fetch(url, init);
      // Nobody reads what a help desk answers; unread, it would hold the connection.
      await body?.cancel();
      return { status };
    },
    caseOf: (id) => desk.get(id),
    cases: () => desk.all(),
    ...(config.webhook === undefined ? {} : { webhook: config.webhook }),
    ...(config.email === undefined
      ? {}
      : {
          email: {
            ...config.email,
            consoleUrl: `${config.publicUrl ?? `http://localhost:${config.port}`}/console`,
          },
        }),
    log,
  });
  desk.listen((event) => {
    if (event.kind !== 'case') return;
    const asked =
      event.what === 'still-there' || (event.what === 'requested' && event.case.way === 'callback');
    if (asked) void notices.requested(event.case).catch(() => log('notice-failed'));
  });
  const renderPage = (language: Parameters<typeof pageHtml>[0]['language'], country: Config['country']) =>
    pageHtml({
      country,
      language,
      lines: pageLines(content(), clock.now()),
      manifest: parts.manifest,
      settings: { retentionHours: config.retentionHours },
    });
  const page = new Page(renderPage, config.country, clock);
  const server = new HttpServer({
    routes: [...line.routes, messages.route, ...staffConsole.routes],
    upgrade: (request, socket, head) => line.streams.upgrade(request, socket, head),
    page,
    assets: parts.assets,
    published: (name, language) => {
      const { pages } = parts.staff.texts;
      if (name !== 'crisis' && name !== 'confidentiality' && name !== 'complaints') return undefined;
      return publishedPage(pages[name], language, stylesheetOf(parts.manifest));
    },
    console: {
      html: (language, nonce) => consoleHtml(parts.console.manifest, language, nonce),
      assets: parts.console.assets,
    },
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
  let callOff: () => void = () => undefined;
  const tick = () => {
    callOff = later(TICK, () => {
      desk
        .tick((staff) => duty.connected(staff))
        .catch((error: unknown) => log('tick-failed', { code: codeOf(error) }));
      staffConsole.tick();
      void notices.tick();
      tick();
    });
  };
  return {
    get needsSetup() {
      return accounts.empty;
    },
    async start() {
      // Before anyone can ask for something new: what a crash left half done is told from what has just begun.
      await desk.recover();
      const port = await server.listen(config.port, config.host);
      // An administrator confirms them under Settings; until then our draft is said in the helpline's name.
      if (helpline.saysDraft) log('helpline-words-not-confirmed');
      void messages.redelivery.start();
      tick();
      return port;
    },
    async stop() {
      callOff();
      messages.redelivery.stop();
      await server.stop(PATIENCE, () => line.streams.stop());
    },
  };
}
