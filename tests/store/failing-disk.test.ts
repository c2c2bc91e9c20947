import { expect } from 'chai';
import fs from 'node:fs';
import type { ConversationRecord } from '../../bot/domain/record.ts';
import { disk as realDisk, type FileSystem } from '../../bot/store/lowdb/file-system.ts';
import { DataFolderUnusable } from '../../bot/store/lowdb/folder-error.ts';
import { nameOf } from '../../bot/store/lowdb/layout.ts';
import { openLowdbStore } from '../../bot/store/lowdb/open.ts';
import { StoreFailure } from '../../bot/store/failure.ts';
import { filesBelow, folders } from './folder.ts';
import { ModelDisk, systemError } from './model-disk.ts';
import { instant, recordOf } from './records.ts';

const SECRET = 'what a person wrote';

function fileOf(disk: ModelDisk, id: string): ConversationRecord | undefined {
  for (const [path, text] of disk.files()) if (path.endsWith(`/${nameOf(id)}.json`)) return JSON.parse(text);
  return undefined;
}

async function failureOf(promise: Promise<unknown>): Promise<StoreFailure> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof StoreFailure)) throw new Error('expected a StoreFailure');
  return error;
}

describe('embedded store: a disk that fails', () => {
  const folder = folders();

  it('keeps the old version when the disk is full, says so without a word of the person, and goes on when there is space', async () => {
    const here = folder();
    let full = false;
    const filling: FileSystem = {
      ...realDisk,
      create(path) {
        const file = realDisk.create(path);
        return {
          ...file,
          write(text) {
            if (!full) return file.write(text);
            file.write(text.slice(0, 10));
            throw systemError('ENOSPC');
          },
        };
      },
    };
    const store = await openLowdbStore({ folder: here, fs: filling });
    await store.commit(recordOf('a', 1), null);
    const before = filesBelow(here);
    full = true;
    for (const cached of [true, false]) {
      const failure = await failureOf(store.commit(recordOf('a', 2, { reference: SECRET }), 1));
      expect(failure).to.include({ code: 'ENOSPC', operation: 'commit' });
      expect(`${failure.stack} ${JSON.stringify(failure)}`)
        .not.to.contain(SECRET)
        .and.not.to.contain(here);
      expect((await store.load('a'))?.version, `cached ${cached}`).to.equal(1);
    }
    await failureOf(store.commit(recordOf('new', 1), null));
    expect(await store.load('new')).to.equal(undefined);
    await failureOf(store.putCode('code', 'a'));
    expect(filesBelow(here)).to.deep.equal(before);
    full = false;
    expect(await store.commit(recordOf('a', 2), 1)).to.equal('ok');
    expect(await store.commit(recordOf('new', 1), null)).to.equal('ok');
    await store.close();
  });

  it('is left whole by a failure at any step of any deed, and the same deed succeeds afterwards', async () => {
    const here = folder();
    fs.mkdirSync(here);
    let failed = 0;
    for (let step = 0; ; step += 1) {
      const disk = new ModelDisk();
      const store = await openLowdbStore({ folder: here, fs: disk, cache: 0 });
      await store.commit(recordOf('a', 1), null);
      await store.commit(recordOf('old', 1, { expiresAt: instant(0) }), null);
      await store.putCode('old', 'old');
      let left = step;
      let hit = false;
      let failing = false;
      disk.before = () => {
        if (!failing) return;
        left -= 1;
        if (left !== -1) return;
        hit = true;
        throw systemError('EIO');
      };
      const deeds: [deed: () => Promise<unknown>, settled: () => Promise<unknown>][] = [
        [() => store.commit(recordOf('a', 2), 1), async () => (await store.load('a'))?.version === 2],
        [() => store.commit(recordOf('b', 1), null), async () => (await store.load('b'))?.version === 1],
        [() => store.putCode('b', 'b'), async () => (await store.findByCode('b')) === 'b'],
        [() => store.sweep(instant(0)), async () => (await store.findByCode('old')) === undefined],
        [() => store.erase('a'), async () => (await store.load('a')) === undefined],
      ];
      for (const [deed, settled] of deeds) {
        failing = true;
        try {
          await deed();
        } catch (error) {
          failing = false;
          expect(error).to.be.instanceOf(StoreFailure);
          failed += 1;
          // What we say is what the disk says.
          for (const id of ['a', 'b']) {
            const stored = fileOf(disk, id);
            expect((await store.load(id))?.version).to.equal(stored?.version);
          }
          // Only a commit whose very last step failed may already stand; then it is there, whole.
          if ((await deed()) === 'conflict') expect(await settled()).to.equal(true);
        }
        failing = false;
        expect(await settled()).to.equal(true);
      }
      expect([...disk.files().keys()].filter((path) => path.endsWith('.tmp'))).to.deep.equal([]);
      await store.close();
      const again = await openLowdbStore({ folder: here, fs: disk });
      expect(again.opened).to.deep.equal({ conversations: 1, codes: 1, damaged: 0, leftovers: 0 });
      await again.close();
      if (!hit) break;
    }
    expect(failed).to.be.greaterThan(20);
  });

  it('reports a conversation that cannot be read, and does not take it for damaged', async () => {
    const here = folder();
    let broken = false;
    const store = await openLowdbStore({
      folder: here,
      cache: 0,
      fs: {
        ...realDisk,
        read: (path) => (broken ? Promise.reject(systemError('EIO')) : realDisk.read(path)),
      },
    });
    await store.commit(recordOf('a', 1), null);
    await store.commit(recordOf('b', 1), null);
    broken = true;
    expect(await failureOf(store.load('a'))).to.include({ code: 'EIO', operation: 'load' });
    broken = false;
    expect((await store.load('a'))?.version).to.equal(1);
    expect(store.damaged).to.equal(0);
    await store.close();
  });

  it('starts although one file lies on a bad spot of the disk', async () => {
    const here = folder();
    const store = await openLowdbStore({ folder: here });
    await store.commit(recordOf('a', 1), null);
    await store.close();
    const again = await openLowdbStore({
      folder: here,
      fs: { ...realDisk, read: () => Promise.reject(systemError('EIO')) },
    });
    expect(again.opened.damaged).to.equal(1);
    await again.close();
  });

  it('refuses to start on a folder that cannot be written to, and says what to do', async () => {
    const here = folder();
    const attempts: [folder: string, code: string, fs?: FileSystem][] = [
      ['/proc/nowhere', 'ENOENT'],
      [import.meta.filename, 'EEXIST'],
      [
        here,
        'EROFS',
        {
          ...realDisk,
          create() {
            throw systemError('EROFS');
          },
        },
      ],
      [here, 'EACCES', { ...realDisk, list: () => Promise.reject(systemError('EACCES')) }],
    ];
    for (const [where, code, fs] of attempts) {
      const error = await openLowdbStore({ folder: where, ...(fs ? { fs } : {}) }).catch(
        (reason: unknown) => reason,
      );
      if (!(error instanceof DataFolderUnusable)) throw new Error(`${where} was accepted`);
      expect(error).to.include({ folder: where, code });
      expect(error.message).to.contain(where).and.to.contain('DATA_DIR');
    }
    await (await openLowdbStore({ folder: here })).close();
  });
});
