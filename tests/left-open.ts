// Loaded first by every run (`mocha.require` in package.json), so that a run always ends by itself: a server that a suite
// did not close would keep the process alive, and is a leak that the run has to show. Two files run at once, each in a
// process that takes the next file afterwards: hooks stand here, because a module that is loaded already adds none to the
// next file.

import { loadAssess } from '../bot/safety/load-assess.ts';
import { loadUnderstanding } from '../bot/understanding/load.ts';
import { unpackBrowser } from './browser/browser.ts';

interface Closable {
  close(): Promise<void>;
}

const open = new Set<Promise<Closable>>();
const endings: (() => Promise<void>)[] = [];
const tidying: (() => Promise<void>)[] = [];

/** Done after every test of every file from now on. */
export function afterEveryTest(work: () => Promise<void>): void {
  tidying.push(work);
}

/** Done after the last test of a file. */
export function atTheEnd(work: () => Promise<void>): void {
  endings.push(work);
}

/**
 * For what is costly to start and the same for every file: kept as long as this process takes files, or closed after the last
 * test where it takes no more. `kill` ends it at once and waits for nothing.
 */
export function keptForMoreFiles(thing: Promise<Closable>, kill: () => void): void {
  if (process.env['MOCHA_WORKER_ID'] !== undefined) process.once('exit', kill);
  else atTheEnd(async () => (await thing).close());
}

/**
 * Remembers a server until it is closed. Told of it before it is there: a hook that has no more time leaves a server behind
 * that comes up only then.
 */
export async function remembered<T extends Closable>(opening: Promise<T>): Promise<T> {
  open.add(opening);
  try {
    const server = await opening;
    const close = server.close.bind(server);
    server.close = () => {
      open.delete(opening);
      return close();
    };
    return server;
  } catch (error) {
    open.delete(opening);
    throw error;
  }
}

/**
 * Once, before the files: what each of them would otherwise make for itself at the same time as another, namely the browser's
 * files and what is learnt from examples.
 */
export async function mochaGlobalSetup(): Promise<void> {
  await unpackBrowser();
  await loadAssess('resources/safety');
  await loadUnderstanding('resources/understanding');
}

export const mochaHooks = {
  async afterEach(): Promise<void> {
    for (const tidy of tidying) await tidy();
  },

  /** Ends what is shared, then what is left, and says that something was. */
  async afterAll(this: Mocha.Context): Promise<void> {
    this.timeout(60_000);
    for (const end of endings.splice(0)) await end();
    const left = await Promise.allSettled([...open].map(async (opening) => (await opening).close()));
    if (left.length > 0)
      throw new Error(`${left.length} servers were left open by the tests that started them.`);
  },
};
