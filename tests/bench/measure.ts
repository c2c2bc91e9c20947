import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { flagsOfStart } from '../start-flags.ts';
import type { Load } from './figures.ts';

const here = import.meta.dirname;

/** Seconds before measuring: the SDK's servers go on getting faster for about so long. */
const WARM_UP = '12';

/** Whether server and load have a core each: only where there are two, and `taskset` to hold them there. */
export const pinned = availableParallelism() > 1 && hasTaskset();

/** Starts one of the bench's servers on the first core, puts one of its loads on it from the second, and stops both. */
export async function measure(
  [script = '', ...args]: string[],
  load: string,
  path: string,
  seconds: number,
): Promise<Load> {
  const server = run(0, [join(here, script), ...args], { NODE_ENV: 'test' });
  try {
    const port = await portOf(server);
    const url = `http://127.0.0.1:${port}${path}`;
    const generator = run(1, [join(here, load), url, String(seconds), WARM_UP, '16', String(server.pid)]);
    return JSON.parse(await outputOf(generator)) as Load;
  } finally {
    server.kill('SIGTERM');
  }
}

/** A Node process on one core, with what it prints. */
export function run(
  core: number,
  script: string[],
  settings: Record<string, string> = {},
  folder?: string,
): ChildProcess {
  const command = [process.execPath, ...flagsOfStart(), ...script];
  const whole = pinned ? ['taskset', '-c', String(core), ...command] : command;
  return spawn(whole[0] ?? '', whole.slice(1), {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...settings },
    ...(folder === undefined ? {} : { cwd: folder }),
  });
}

/** The port that a server of the bench says it listens on. */
export function portOf(server: ChildProcess): Promise<number> {
  return new Promise((found, failed) => {
    server.stdout?.on('data', (data: Buffer) => {
      const port = /port (\d+)/.exec(data.toString())?.[1];
      if (port !== undefined) found(Number(port));
    });
    server.on('exit', (code) => failed(new Error(`the server stopped with code ${code}`)));
  });
}

/** All that a process prints until it ends well. */
export function outputOf(child: ChildProcess): Promise<string> {
  return new Promise((done, failed) => {
    let text = '';
    child.stdout?.on('data', (data: Buffer) => (text += data.toString()));
    child.on('exit', (code) =>
      code === 0 ? done(text) : failed(new Error(`the load stopped with code ${code}`)),
    );
  });
}

function hasTaskset(): boolean {
  try {
    execFileSync('taskset', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
