import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { outputOf, portOf, run, stopped } from './measure.ts';

/** From a person's message to the screen of the one who talks with them, on a busy evening. */
export interface ConsoleFigures {
  events: number;
  /** Messages that no console heard of. */
  lost: number;
  p50: number;
  p99: number;
  /** From a claim until the person's page has heard of it. */
  claimP99: number;
  /** The server's memory at the end, in megabytes. */
  megabytes: number;
}

const here = import.meta.dirname;

/** A hundred people wait, twenty chats are live, ten consoles are open: for so many seconds, the lowdb store below. */
export async function consoleFigures(seconds: number): Promise<ConsoleFigures> {
  const token = randomBytes(24).toString('base64url');
  const server = run(0, [join(here, 'server.ts'), 'lowdb', '0', token], { NODE_ENV: 'test' });
  try {
    const port = await portOf(server);
    const load = run(1, [join(here, 'load-console.ts'), `http://127.0.0.1:${port}`, token, String(seconds)]);
    const figures = JSON.parse(await outputOf(load)) as Omit<ConsoleFigures, 'megabytes'>;
    return { ...figures, megabytes: memoryOf(server.pid) };
  } finally {
    await stopped(server);
  }
}

function memoryOf(pid: number | undefined): number {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Math.round(Number(kilobytes ?? 0) / 1024);
  } catch {
    return 0;
  }
}
