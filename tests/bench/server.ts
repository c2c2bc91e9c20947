// The product as it is, on a port of its own, for a load generator to talk to. Prints its port when it listens.
//   server.ts memory|lowdb [LIVE]   LIVE: how many conversations are going on already
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../bot/app.ts';
import { loadContent } from '../../bot/content.ts';
import { readConfig } from '../../bot/config.ts';
import { StaticFiles } from '../../bot/http/static-files.ts';
import { MemoryCases } from '../../bot/store/cases.ts';
import { openLowdbStore } from '../../bot/store/lowdb/open.ts';
import { MemoryStore } from '../../bot/store/memory.ts';
import { staffInMemory } from '../console/staff-in-memory.ts';
import { fillWithLive } from './live.ts';

const loaded = await loadContent(process.cwd(), false);
if (!loaded.ok) throw new Error(loaded.report);
const settings = readConfig({ PORT: '0', HOST: '127.0.0.1' });
if (!settings.ok) throw new Error(settings.problems.join('\n'));

const folder = mkdtempSync(join(tmpdir(), 'navigator-bench-'));
const store = process.argv[2] === 'lowdb' ? await openLowdbStore({ folder }) : new MemoryStore();
await fillWithLive(store, loaded.content, Number(process.argv[3] ?? 0));
const app = createApp({
  config: settings.config,
  content: () => loaded.content,
  store,
  cases: new MemoryCases(),
  staff: staffInMemory(process.argv[4] ?? randomBytes(24).toString('base64url')),
  clock: { now: () => Date.now() },
  chance: {
    id: () => randomBytes(16).toString('base64url'),
    code: () => randomBytes(8).toString('hex').toUpperCase(),
  },
  log: () => undefined,
  later: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
  tokenKey: randomBytes(32),
  assets: StaticFiles.read(join('bot', 'web', 'dist', 'assets')),
  manifest: {},
  console: { manifest: {}, assets: StaticFiles.read('none') },
});
process.stdout.write(`port ${await app.start()}\n`);
process.on('SIGTERM', () => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});
