import { join } from 'node:path';
import type { Load } from './figures.ts';
import { outputOf, portOf, run, stopped } from './measure.ts';

/** A server of the bench, and the load put on it with the path it goes to. */
export interface Trial {
  name: string;
  server: string[];
  load: readonly [script: string, path: string];
}

export interface Tried {
  name: string;
  /** One of each round. */
  loads: Load[];
}

/** Seconds before measuring: the SDK's servers go on getting faster for about so long. */
const WARM_UP = 12;
/** And before each later round, until connections are open again. */
const AGAIN = 1;
/** People who talk at the same time. */
const PEOPLE = 16;

const here = import.meta.dirname;

/**
 * Starts all servers, lets each get warm, and then puts the load on one after the other for a few seconds, round by round:
 * a slow moment of the machine falls on all of them, and what is compared was measured side by side. Whoever is not at it is
 * held still, as a server that tidies its memory would take the core from the next.
 */
export async function inTurn<const T extends readonly Trial[]>(
  trials: T,
  rounds: number,
  seconds: number,
): Promise<{ [K in keyof T]: Tried }> {
  const tried = trials.map(({ name }): Tried => ({ name, loads: [] }));
  const servers: ReturnType<typeof run>[] = [];
  const under = async (n: number, measured: number, before: number): Promise<Load> => {
    const [load, path] = trials[n]?.load ?? ['', ''];
    const url = `http://127.0.0.1:${ports[n]}${path}`;
    const times = [String(measured), String(before), String(PEOPLE), String(servers[n]?.pid)];
    servers[n]?.kill('SIGCONT');
    try {
      return JSON.parse(await outputOf(run(1, [join(here, load), url, ...times]))) as Load;
    } finally {
      servers[n]?.kill('SIGSTOP');
    }
  };
  const ports: number[] = [];
  try {
    for (const { server } of trials) {
      const [script = '', ...args] = server;
      const started = run(0, [join(here, script), ...args], { NODE_ENV: 'test' });
      servers.push(started);
      ports.push(await portOf(started));
      started.kill('SIGSTOP');
    }
    for (const n of trials.keys()) await under(n, 1, WARM_UP);
    for (let round = 0; round < rounds; round += 1) {
      const order = [...trials.keys()];
      // There and back: nobody always comes after the same one.
      for (const n of round % 2 === 0 ? order : order.reverse()) {
        tried[n]?.loads.push(await under(n, seconds, AGAIN));
      }
    }
  } finally {
    await Promise.all(servers.map(stopped));
  }
  return tried as { [K in keyof T]: Tried };
}
