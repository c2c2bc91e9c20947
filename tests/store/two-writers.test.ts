import { times } from '../effort.ts';
import { expect } from 'chai';
import * as fc from 'fast-check';
import fs from 'node:fs';
import { openLowdbStore } from '../../bot/store/lowdb/open.ts';
import { MemoryStore } from '../../bot/store/memory.ts';
import type { ConversationStore } from '../../bot/turn/ports.ts';
import { folders } from './folder.ts';
import { ModelDisk } from './model-disk.ts';
import { recordOf } from './records.ts';

/** Loads, thinks and commits, as a turn does, so many times. Tells which versions it was told are its own. */
async function writer(
  store: ConversationStore,
  who: number,
  turns: number,
  think: () => Promise<unknown>,
): Promise<number[]> {
  const won: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const before = await store.load('a');
    await think();
    const version = (before?.version ?? 0) + 1;
    const result = await store.commit(recordOf('a', version, { lastSeq: who }), before?.version ?? null);
    if (result === 'ok') won.push(version);
  }
  return won;
}

/** Each version up to the last was won exactly once, and what is stored is the last winner's. */
async function judge(store: ConversationStore, wins: number[][]): Promise<void> {
  const all = wins.flat().sort((a, b) => a - b);
  expect(all).to.deep.equal(all.map((_, index) => index + 1));
  const last = await store.load('a');
  expect(last?.version).to.equal(all.length);
  expect(wins[last?.lastSeq ?? -1]).to.include(all.length);
}

describe('two turns of one conversation at once', () => {
  const folder = folders();

  it('never both win the same version, in memory', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.nat(6), fc.nat(6), async (scheduler, one, two) => {
        const store = new MemoryStore();
        const think = (): Promise<unknown> => scheduler.schedule(Promise.resolve());
        const wins = await scheduler.waitFor(
          Promise.all([writer(store, 0, one + 1, think), writer(store, 1, two, think)]),
        );
        await judge(store, wins);
      }),
      { seed: 1, numRuns: times(100) },
    );
  });

  it('never both win the same version on disk, whatever the disk does first, and the file is whole at every moment', async () => {
    // The lock is a real one and needs a real folder; all else happens in the model.
    const here = folder();
    fs.mkdirSync(here);
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.nat(5),
        fc.nat(5),
        fc.constantFrom(0, 1e6),
        async (scheduler, one, two, cache) => {
          const disk = new ModelDisk();
          const store = await openLowdbStore({ folder: here, fs: disk, cache });
          disk.pause = () => scheduler.schedule(Promise.resolve());
          disk.before = () => {
            for (const [path, text] of disk.files()) if (path.endsWith('.json')) JSON.parse(text);
          };
          const think = (): Promise<unknown> => scheduler.schedule(Promise.resolve());
          const wins = await scheduler.waitFor(
            Promise.all([writer(store, 0, one + 1, think), writer(store, 1, two, think)]),
          );
          disk.pause = async () => undefined;
          await judge(store, wins);
          await store.close();
          const again = await openLowdbStore({ folder: here, fs: disk });
          await judge(again, wins);
          await again.close();
        },
      ),
      { seed: 2, numRuns: times(60) },
    );
  });

  it('never both win the same version on the real disk', async () => {
    const store = await openLowdbStore({ folder: folder(), cache: 0 });
    const wins = await Promise.all(
      [0, 1, 2, 3].map((who) => writer(store, who, 15, () => Promise.resolve())),
    );
    await judge(store, wins);
    await store.close();
  });
});
