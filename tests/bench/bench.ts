// `npm run bench`: what the product costs, beside a bare echo of the same SDK in the same run. The server has one core to
// itself, the load the other. Each figure is the median of several runs.
//   --json        one JSON value on standard output
//   --runs N      how many runs of each (3)
//   --seconds S   how long each run measures (5)
// Exit 1 when a stated figure is missed.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { directoryFigures } from './directory.ts';
import { engineStepsPerSecond } from './engine.ts';
import { median, type Load } from './figures.ts';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    runs: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '5' },
  },
});
const runs = Number(options.runs);
const seconds = Number(options.seconds);
const here = import.meta.dirname;
const pinned = availableParallelism() > 1 && hasTaskset();

interface Row {
  name: string;
  figure: number;
  unit: string;
  /** What it must reach, if it was stated. */
  target?: number;
  /** What it may be at most, if that was stated. */
  most?: number;
  /** Further figures of the same run. */
  also?: string;
  p50?: number;
  p99?: number;
  errors?: number;
}

const rows: Row[] = [];

const engine = await repeat(async () => (await engineStepsPerSecond(seconds)).perSecond);
rows.push({ name: 'engine, every dialog', figure: median(engine), unit: 'steps/s', target: 100_000 });

rows.push({
  ...(await turns('Direct Line, memory store', ['server.ts', 'memory'], 'load-direct-line.ts', '')),
  target: 4000,
});
rows.push(await turns('Direct Line, lowdb store', ['server.ts', 'lowdb'], 'load-direct-line.ts', ''));
const echo = await turns('/api/messages, bare echo', ['echo.ts'], 'load-messages.ts', '/api/messages');
const ours = await turns(
  '/api/messages, memory store',
  ['server.ts', 'memory'],
  'load-messages.ts',
  '/api/messages',
);
rows.push(echo, ours);
rows.push({
  name: '/api/messages beside the echo',
  figure: Math.round((ours.figure / echo.figure) * 100) / 100,
  unit: '×',
  target: 0.9,
});

const list = directoryFigures(50_000, 4000);
rows.push({
  name: 'directory search, 50,000 services',
  figure: list.p99,
  unit: 'ms, p99',
  most: 5,
  also: `p50 ${list.p50} ms, typed words p99 ${list.wordsP99} ms, ${list.megabytes} MB, ready in ${list.loadSeconds} s`,
});

const missed = rows.filter(
  ({ figure, target, most }) => figure < (target ?? -Infinity) || figure > (most ?? Infinity),
);
if (options.json) {
  const machine = { node: process.version, cores: availableParallelism(), pinned, runs, seconds };
  process.stdout.write(`${JSON.stringify({ machine, rows, missed: missed.map((row) => row.name) })}\n`);
} else {
  for (const row of rows) {
    const target = row.target === undefined ? '' : `  (stated: ${row.target.toLocaleString('en')})`;
    const latency = row.p50 === undefined ? '' : `  p50 ${row.p50} ms, p99 ${row.p99} ms`;
    const most = row.most === undefined ? '' : `  (stated: at most ${row.most})  ${row.also ?? ''}`;
    process.stdout.write(
      `${row.name.padEnd(34)} ${row.figure.toLocaleString('en').padStart(9)} ${row.unit}${target}${most}${latency}\n`,
    );
  }
  if (missed.length > 0) process.stdout.write(`Missed: ${missed.map((row) => row.name).join(', ')}\n`);
}
process.exitCode = missed.length > 0 ? 1 : 0;

/** Whole turns per second of a server under a load, the median of all runs. */
async function turns(name: string, server: string[], load: string, path: string): Promise<Row> {
  const loads = await repeat(() => measure(server, load, path));
  const middle =
    loads.find((one) => one.perSecond === median(loads.map((each) => each.perSecond))) ?? loads[0];
  const errors = loads.reduce((sum, one) => sum + one.errors, 0);
  if (errors > 0) process.stderr.write(`${name}: ${errors} errors\n`);
  return {
    name,
    figure: middle?.perSecond ?? 0,
    unit: 'turns/s',
    p50: middle?.p50 ?? 0,
    p99: middle?.p99 ?? 0,
    errors,
  };
}

async function measure([script = '', ...args]: string[], load: string, path: string): Promise<Load> {
  const server = run(0, script, args);
  try {
    const port = await portOf(server);
    const generator = run(1, load, [`http://127.0.0.1:${port}${path}`, String(seconds), '6', '16']);
    return JSON.parse(await outputOf(generator)) as Load;
  } finally {
    server.kill('SIGTERM');
  }
}

function run(core: number, script: string, args: string[]): ChildProcess {
  const command = [process.execPath, '--disable-warning=ExperimentalWarning', join(here, script), ...args];
  const whole = pinned ? ['taskset', '-c', String(core), ...command] : command;
  return spawn(whole[0] ?? '', whole.slice(1), {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'test' },
  });
}

function portOf(server: ChildProcess): Promise<number> {
  return new Promise((found, failed) => {
    server.stdout?.on('data', (data: Buffer) => {
      const port = /port (\d+)/.exec(data.toString())?.[1];
      if (port !== undefined) found(Number(port));
    });
    server.on('exit', (code) => failed(new Error(`the server stopped with code ${code}`)));
  });
}

function outputOf(child: ChildProcess): Promise<string> {
  return new Promise((done, failed) => {
    let text = '';
    child.stdout?.on('data', (data: Buffer) => (text += data.toString()));
    child.on('exit', (code) =>
      code === 0 ? done(text) : failed(new Error(`the load stopped with code ${code}`)),
    );
  });
}

async function repeat<T>(once: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let n = 0; n < runs; n += 1) results.push(await once());
  return results;
}

function hasTaskset(): boolean {
  try {
    execFileSync('taskset', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
