import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { median } from './figures.ts';
import { outputOf, portOf, run, stopped } from './measure.ts';

/** What the load generator of the peers prints, as far as it is shown. */
interface PeerLoad {
  turnsPerSec: number;
  turnsPerCpuSec?: number;
  p50: number;
  p99: number;
  errors: number;
  mismatches: number;
}

export interface PeerRow {
  name: string;
  turnsPerSecond: number;
  /** Turns in a second of processor time. */
  perProcessorSecond: number;
  p50: number;
  p99: number;
  /** Turns that failed, or whose reply was not the one expected. */
  errors: number;
}

/** Other bots, by file below their folder. Each plays the same seven turns; an echo has nothing to remember. */
const PEERS = [
  { name: 'botbuilder, echo', file: 'botframework/echo.mjs', script: 'echo' },
  { name: 'botbuilder-dialogs, waterfall', file: 'botframework/waterfall.mjs', script: 'default' },
  { name: 'botbuilder-dialogs-adaptive', file: 'botframework/adaptive.mjs', script: 'default' },
  { name: 'agents-hosting, echo', file: 'agents1/echo.mjs', script: 'echo' },
  { name: 'agents-hosting, by hand', file: 'agents1/handwritten.mjs', script: 'default' },
  { name: 'agents-hosting-dialogs, waterfall', file: 'agents06/waterfall.mjs', script: 'default' },
];

/**
 * Other bots and this one under the same load generator: `load.mjs` of their folder, which is itself the connector that
 * receives the replies. Peers that are not installed are left out, and named in `missing`.
 */
export async function besidePeers(
  folder: string,
  runs: number,
  seconds: number,
): Promise<{ rows: PeerRow[]; missing: string[] }> {
  const rows: PeerRow[] = [];
  const missing: string[] = [];
  const installed = PEERS.filter(({ name, file }) => {
    const there = existsSync(join(folder, file, '..', 'node_modules'));
    if (!there) missing.push(name);
    return there;
  });
  if (!existsSync(join(folder, 'load.mjs'))) return { rows, missing: PEERS.map(({ name }) => name) };
  for (const { name, file, script } of installed) {
    const port = await freePort();
    const bot = run(0, [file], { PORT: String(port), MicrosoftAppId: '' }, folder);
    rows.push(await under(folder, name, bot, port, ['--script', script], runs, seconds));
  }
  const ours = run(0, [join(import.meta.dirname, 'server.ts'), 'memory'], { NODE_ENV: 'test' });
  const port = await portOf(ours);
  // Our own conversation, begun anew each time: its questions are others, and it keeps what was said.
  const play = ['--script', join(import.meta.dirname, 'peer-script.json'), '--update', '--fresh'];
  rows.push(await under(folder, 'this bot, memory store', ours, port, play, runs, seconds));
  return { rows, missing };
}

async function under(
  folder: string,
  name: string,
  bot: ReturnType<typeof run>,
  port: number,
  play: string[],
  runs: number,
  seconds: number,
): Promise<PeerRow> {
  try {
    await listening(port);
    const loads: PeerLoad[] = [];
    for (let n = 0; n < runs; n += 1) {
      const args = ['--url', `http://127.0.0.1:${port}/api/messages`, '--pid', String(bot.pid), ...play];
      // A bot that has just started is compiled while it runs: it is given as long as it needs.
      const timing = ['--concurrency', '8', '--seconds', String(seconds), '--warmup', n === 0 ? '15' : '2'];
      const text = await outputOf(run(1, ['load.mjs', ...args, ...timing], {}, folder));
      loads.push(JSON.parse(text.trim().split('\n').at(-1) ?? '') as PeerLoad);
    }
    const middle = (pick: (load: PeerLoad) => number) => median(loads.map(pick));
    return {
      name,
      turnsPerSecond: Math.round(middle((load) => load.turnsPerSec)),
      perProcessorSecond: Math.round(middle((load) => load.turnsPerCpuSec ?? Number.NaN)),
      p50: middle((load) => load.p50),
      p99: middle((load) => load.p99),
      errors: loads.reduce((sum, load) => sum + load.errors + load.mismatches, 0),
    };
  } finally {
    await stopped(bot);
  }
}

/** A port that nobody listens on at this moment. */
function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => found(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function listening(port: number): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const answered = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await pause(100);
  }
  throw new Error('the bot does not listen');
}
