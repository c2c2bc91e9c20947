// `npm run bench`: what the product costs, beside a bare echo of the same SDK in the same run. The server has one core to
// itself, the load the other. Each figure is the median of several rounds, and a ratio that of rounds side by side.
//   --json        one JSON value on standard output
//   --runs N      how many rounds (9)
//   --seconds S   how long each measures (2)
//   --peers DIR   other bots under the load generator that lies with them
// Exit 1 when a stated figure is missed.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { consoleFigures } from './console.ts';
import { safetyFigures } from './safety.ts';
import { directoryFigures } from './directory.ts';
import { engineStepsPerSecond } from './engine.ts';
import { median } from './figures.ts';
import { inTurn, type Tried } from './in-turn.ts';
import { pinned } from './measure.ts';
import { besidePeers } from './peers.ts';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    runs: { type: 'string', default: '9' },
    seconds: { type: 'string', default: '2' },
    peers: { type: 'string' },
  },
});
const runs = Number(options.runs);
const seconds = Number(options.seconds);

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
  /** Microseconds of the server's processor time for one turn. */
  cpu?: number;
}

const DIRECT_LINE = ['load-direct-line.ts', ''] as const;
const MESSAGES = ['load-messages.ts', '/api/messages'] as const;

const engine = await engineStepsPerSecond(runs, seconds);
const [page, crowded, echo, channel] = await inTurn(
  [
    { name: 'Direct Line, memory store', server: ['server.ts', 'memory'], load: DIRECT_LINE },
    { name: 'Direct Line, memory, 10,000 live', server: ['server.ts', 'memory', '10000'], load: DIRECT_LINE },
    { name: '/api/messages, bare echo', server: ['echo.ts'], load: MESSAGES },
    { name: '/api/messages, memory store', server: ['server.ts', 'memory'], load: MESSAGES },
  ],
  runs,
  seconds,
);
// By themselves: what the disk still has to write would slow down the others.
const [kept, crowdedKept] = await inTurn(
  [
    { name: 'Direct Line, lowdb store', server: ['server.ts', 'lowdb'], load: DIRECT_LINE },
    { name: 'Direct Line, lowdb, 10,000 live', server: ['server.ts', 'lowdb', '10000'], load: DIRECT_LINE },
  ],
  runs,
  seconds,
);
const rows: Row[] = [
  { name: 'engine, every dialog', figure: median(engine), unit: 'steps/s', target: 100_000 },
  { ...rowOf(page), target: 4000 },
  rowOf(crowded),
  { ...ratio('memory, 10,000 live beside few', crowded, page), target: 0.9 },
  rowOf(kept),
  rowOf(crowdedKept),
  { ...ratio('lowdb, 10,000 live beside few', crowdedKept, kept), target: 0.9 },
  rowOf(echo),
  rowOf(channel),
  { ...ratio('/api/messages beside the echo', channel, echo), target: 0.9 },
  // Says how a figure on this machine compares with one on another, which may be faster or slower throughout.
  ratio('Direct Line beside the echo', page, echo),
];
const peers = options.peers === undefined ? undefined : await besidePeers(options.peers, runs, seconds);

const list = directoryFigures(50_000, 4000);
rows.push({
  name: 'directory search, 50,000 services',
  figure: list.p99,
  unit: 'ms, p99',
  most: 5,
  also: `p50 ${list.p50} ms, typed words p99 ${list.wordsP99} ms, ${list.megabytes} MB, ready in ${list.loadSeconds} s`,
});

const evening = await consoleFigures(Math.max(10, seconds));
rows.push({
  name: 'console, 100 waiting, 20 live',
  figure: evening.lost > 0 ? Number.POSITIVE_INFINITY : Math.round(evening.p99),
  unit: 'ms, p99',
  most: 300,
  also: `p50 ${Math.round(evening.p50)} ms, ${evening.events} messages, ${evening.megabytes} MB`,
});
rows.push({
  name: "claim reaches the person's page",
  figure: Math.round(evening.claimP99),
  unit: 'ms, p99',
  most: 1000,
});
const heard = await safetyFigures(seconds);
rows.push(
  { name: 'safety and wishes, short messages', figure: heard.perSecond, unit: 'messages/s', target: 20_000 },
  {
    name: 'safety, 100 kB, crisis at the end',
    figure: heard.found ? heard.longMs : Number.POSITIVE_INFINITY,
    unit: 'ms',
    most: 100,
  },
  { name: 'safety and wishes, 100 kB of hostile text', figure: heard.hostileMs, unit: 'ms', most: 300 },
);

const missed = rows.filter(
  ({ figure, target, most }) => figure < (target ?? -Infinity) || figure > (most ?? Infinity),
);
if (options.json) {
  const machine = { node: process.version, cores: availableParallelism(), pinned, runs, seconds };
  const names = missed.map((row) => row.name);
  process.stdout.write(`${JSON.stringify({ machine, rows, missed: names, ...(peers ? { peers } : {}) })}\n`);
} else {
  for (const row of rows) process.stdout.write(`${inWords(row)}\n`);
  if (missed.length > 0) process.stdout.write(`Missed: ${missed.map((row) => row.name).join(', ')}\n`);
  for (const peer of peers?.rows ?? []) {
    const { name, turnsPerSecond, perProcessorSecond, p50, p99, errors } = peer;
    process.stdout.write(
      inWords({
        name,
        figure: turnsPerSecond,
        unit: 'turns/s',
        p50,
        p99,
        cpu: Math.round(1e6 / perProcessorSecond),
      }) + `${errors > 0 ? `  ${errors} errors` : ''}\n`,
    );
  }
  if (peers !== undefined && peers.missing.length > 0) {
    process.stdout.write(`Not installed (npm ci in their folders): ${peers.missing.join(', ')}\n`);
  }
}
process.exitCode = missed.length > 0 ? 1 : 0;

/** Whole turns per second: the round in the middle. */
function rowOf({ name, loads }: Tried): Row {
  const middle =
    loads.find((one) => one.perSecond === median(loads.map((each) => each.perSecond))) ?? loads[0];
  const errors = loads.reduce((sum, one) => sum + one.errors, 0);
  if (errors > 0) process.stderr.write(`${name}: ${errors} errors\n`);
  const costs = loads.flatMap((one) => one.cpu ?? []);
  return {
    name,
    figure: middle?.perSecond ?? 0,
    unit: 'turns/s',
    p50: middle?.p50 ?? 0,
    p99: middle?.p99 ?? 0,
    errors,
    ...(costs.length === 0 ? {} : { cpu: median(costs) }),
  };
}

/** How many times as fast the one was as the other in the same round: the median of all rounds. */
function ratio(name: string, one: Tried, other: Tried): Row {
  const ratios = one.loads.map(
    (load, round) => load.perSecond / (other.loads[round]?.perSecond ?? Number.NaN),
  );
  return { name, figure: Math.round(median(ratios) * 100) / 100, unit: '×' };
}

function inWords({ name, figure, unit, target, most, also, p50, p99, cpu }: Row): string {
  const least = target === undefined ? '' : `  (stated: ${target.toLocaleString('en')})`;
  const stated = most === undefined ? least : `  (stated: at most ${most})  ${also ?? ''}`;
  const latency = p50 === undefined ? '' : `  p50 ${p50} ms, p99 ${p99} ms`;
  const cost = cpu === undefined ? '' : `, ${cpu} µs of processor`;
  return `${name.padEnd(34)} ${figure.toLocaleString('en').padStart(9)} ${unit}${stated}${latency}${cost}`;
}
