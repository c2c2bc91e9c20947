import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApp, type App } from './app.ts';
import { tokenKey } from './channel/direct-line/token-key.ts';
import { readEnvironment, type Config } from './config.ts';
import { loadStaffTexts } from './console/load.ts';
import {
  readAccount,
  readCounts,
  readHelpline,
  readNotice,
  readReport,
  readSession,
} from './console/stored.ts';
import { loadContent } from './content.ts';
import { createLog } from './http/log.ts';
import { StaticFiles } from './http/static-files.ts';
import { unreleased } from './release-gate.ts';
import { CaseFiles } from './store/cases.ts';
import { openStaffFiles } from './store/staff.ts';
import { DataFolderLocked, DataFolderUnusable } from './store/lowdb/folder-error.ts';
import { openLowdbStore } from './store/lowdb/open.ts';
import type { LowdbStore } from './store/lowdb/store.ts';
import { startSweeper } from './store/sweeper.ts';
import type { Chance, Clock } from './turn/ports.ts';
import { watchContent } from './watch.ts';
import type { PageManifest } from './web/page.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const clock: Clock = { now: () => Date.now() };
const log = createLog((line) => process.stderr.write(`${line}\n`), clock);
/** No vowels, and nothing that is taken for something else on paper or on the phone. */
const CODE_LETTERS = 'CDFGHJKMNPQRTVWXY346789';

const chance: Chance = {
  id: () => randomBytes(16).toString('base64url'),
  code: () => {
    let code = '';
    while (code.length < 10) {
      for (const byte of randomBytes(12)) {
        // Bytes beyond a whole number of rounds would make the first letters likelier.
        if (byte < CODE_LETTERS.length * 11 && code.length < 10)
          code += CODE_LETTERS[byte % CODE_LETTERS.length];
      }
    }
    return `${code.slice(0, 5)}-${code.slice(5)}`;
  },
};

process.on('uncaughtException', (error) => {
  // Its message could hold anything; where it happened cannot.
  const place = /\((?:file:\/\/)?([^()]+:\d+:\d+)\)/.exec(error.stack ?? '')?.[1] ?? 'unknown';
  log('crash', { name: error.name, place: place.replaceAll(' ', '_') });
  process.exit(1);
});

await main();

async function main(): Promise<void> {
  const settings = readEnvironment();
  if (!settings.ok)
    return stopWith(['Some settings are not right:', ...settings.problems.map((one) => `  ${one}`)]);
  const { config } = settings;
  const colour = process.stderr.isTTY;
  const loaded = await loadContent(root, colour);
  if (!loaded.ok)
    return stopWith([loaded.report, '', 'Not started: the content has errors. They are listed above.']);
  let { content } = loaded;
  const draft = unreleased(content, root, clock.now());
  if (config.production && draft.length > 0 && !config.allowDraftContent) {
    return stopWith([
      'Not started: in production, safety text must be signed and crisis numbers called. Missing:',
      ...draft.map((one) => `  ${one}`),
      'To start with unreviewed content all the same, set ALLOW_DRAFT_CONTENT=yes.',
    ]);
  }
  const manifest = readManifest();
  const consoleManifest = readManifest('console');
  if (manifest === undefined || consoleManifest === undefined)
    return stopWith(['The chat page is not built. Run `npm start`, which builds it.']);
  const texts = loadStaffTexts(root);
  if ('problems' in texts) {
    return stopWith([
      'Not started: some texts of the helpline have errors.',
      ...texts.problems.map((one) => `  ${one.file} ${one.path}: ${one.message}`),
    ]);
  }
  const store = await openStore(config);
  if (store === undefined) return;
  const dataDir = resolve(config.dataDir);
  const cases = await CaseFiles.open(dataDir);
  const files = await openStaffFiles(dataDir, {
    account: readAccount,
    session: readSession,
    helpline: readHelpline,
    report: readReport,
    counts: readCounts,
    notice: readNotice,
  });
  const damaged = [cases, ...Object.values(files)].reduce((sum, one) => sum + one.damaged, 0);
  if (damaged > 0) log('records-damaged', { damaged });
  const staff = {
    ...files,
    texts: texts.ok,
    setupToken: randomBytes(24).toString('base64url'),
  };
  // Before anything unsent is looked for: what has expired must not be sent.
  await store.sweep(new Date(clock.now()).toISOString());
  const sweeper = startSweeper({
    store,
    clock,
    report: (outcome) => {
      if ('failed' in outcome) log('sweep-failed');
      else if (outcome.removed > 0) log('swept', { removed: outcome.removed });
    },
  });
  const app = createApp({
    config,
    content: () => content,
    store,
    cases,
    staff,
    clock,
    chance,
    log,
    later: (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds);
      timer.unref();
      return () => clearTimeout(timer);
    },
    tokenKey: config.tokenKey ?? tokenKey(dataDir, (bytes) => randomBytes(bytes)),
    assets: StaticFiles.read(join(root, 'bot', 'web', 'dist', 'assets')),
    manifest,
    console: {
      manifest: consoleManifest,
      assets: StaticFiles.read(join(root, 'bot', 'web', 'dist', 'console', 'assets')),
    },
  });
  const port = await listen(app, config);
  if (port === undefined) {
    await sweeper.stop();
    await store.close();
    return;
  }
  const watching = process.argv.includes('--watch');
  const stopWatching = watching
    ? watchContent({
        root,
        colour,
        changed: (fresh) => (content = fresh),
        tell: (text) => process.stderr.write(`${text}\n`),
      })
    : () => undefined;
  const name =
    config.publicUrl ?? `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
  const lines = [`Support Navigator is at ${name}`];
  // In the fragment, so that it is in no server's log.
  if (app.needsSetup)
    lines.push(`To set up your helpline, open ${name}/console/setup#${staff.setupToken} (works once)`);
  if (draft.length > 0) lines.push('The content is a draft: nobody has signed it yet.');
  process.stdout.write(`${lines.join('\n')}\n`);

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    stopWatching();
    await app.stop();
    await sweeper.stop();
    await store.close();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
}

async function openStore(config: Config): Promise<LowdbStore | undefined> {
  try {
    const store = await openLowdbStore({ folder: config.dataDir });
    const { conversations, damaged } = store.opened;
    if (conversations > 0 || damaged > 0) log('store-opened', { conversations, damaged });
    return store;
  } catch (error) {
    if (!(error instanceof DataFolderLocked || error instanceof DataFolderUnusable)) throw error;
    stopWith([error.message]);
    return undefined;
  }
}

async function listen(app: App, config: Config): Promise<number | undefined> {
  try {
    return await app.start();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE') {
      stopWith([`Port ${config.port} is taken. Set PORT to another one: PORT=${config.port + 1} npm start`]);
    } else if (code === 'EACCES') {
      stopWith([`Port ${config.port} needs more rights than this user has. Set PORT to one above 1023.`]);
    } else if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      stopWith([
        `HOST ${config.host} is no address of this machine. Leave it out, or set 0.0.0.0 for all of them.`,
      ]);
    } else {
      throw error;
    }
    return undefined;
  }
}

function readManifest(part = ''): PageManifest | undefined {
  const file = join(root, 'bot', 'web', 'dist', part, 'manifest.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as PageManifest) : undefined;
}

function stopWith(lines: readonly string[]): void {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = 1;
}
