import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { flagsOfStart } from './start-flags.ts';
import { remembered } from './left-open.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A whole server of the product, in a process of its own, with a data folder of its own. */
export interface TestServer {
  /** `http://127.0.0.1:PORT`, the same after a restart. */
  readonly url: string;
  readonly folder: string;
  /** Everything it wrote to standard output and standard error so far. */
  output(): string;
  /** Ends it, by default as `kill -9` would. The data stay. */
  halt(signal?: NodeJS.Signals): Promise<void>;
  /** Starts it again after `halt`, on the same port and data. */
  again(): Promise<void>;
  /** Ends it and removes its data. */
  close(): Promise<void>;
  /** The same at once, when there is no time to wait. */
  kill(): void;
}

/** Starts a server. `settings` are environment variables beside the usual ones. */
export function startServer(settings: Readonly<Record<string, string>> = {}): Promise<TestServer> {
  return remembered(openServer(settings));
}

/** The same for a server that outlives the test: whoever opens it sees to its end. */
export async function openServer(settings: Readonly<Record<string, string>> = {}): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'navigator-'));
  let output = '';
  // Known from its first moment on: one that has no time to come up is ended too.
  let child: ChildProcess;
  const run = (port: string): Promise<string> => {
    child = spawn(process.execPath, [...flagsOfStart(), join('bot', 'main.ts')], {
      cwd: root,
      env: { PATH: process.env['PATH'] ?? '', HOST: '127.0.0.1', PORT: port, DATA_DIR: folder, ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    return address(child, () => output);
  };
  const url = await run('0').catch((error: unknown) => {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  });
  const halt = async (signal: NodeJS.Signals = 'SIGKILL') => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  return {
    url,
    folder,
    output: () => output,
    halt,
    async again() {
      output = '';
      await run(new URL(url).port);
    },
    async close() {
      await halt('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
    kill() {
      child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Resolves with the address it names; rejects with what it wrote when it ends before that. */
function address(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(output())?.[0];
      if (found !== undefined) resolve(found);
    };
    child.stdout?.on('data', look);
    child.once('exit', () => reject(new Error(`The server did not start:\n${output()}`)));
  });
}
