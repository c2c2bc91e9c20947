import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { flagsOfStart } from '../start-flags.ts';

/** Whether server and load have a core each: only where there are two, and `taskset` to hold them there. */
export const pinned = availableParallelism() > 1 && hasTaskset();

/** A Node process on one core, with what it prints. */
export function run(
  core: number,
  script: string[],
  settings: Record<string, string> = {},
  folder?: string,
): ChildProcess {
  // Other bots, in folders of their own, run as they would by themselves.
  const command = [process.execPath, ...(folder === undefined ? flagsOfStart() : []), ...script];
  const whole = pinned ? ['taskset', '-c', String(core), ...command] : command;
  return spawn(whole[0] ?? '', whole.slice(1), {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...settings },
    ...(folder === undefined ? {} : { cwd: folder }),
  });
}

/** Ends a server of the bench, and waits for it: one that still clears its files away slows down what comes next. */
export async function stopped(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = once(server, 'exit');
  server.kill('SIGTERM');
  // One that is held still hears it only when it may go on.
  server.kill('SIGCONT');
  await gone;
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
