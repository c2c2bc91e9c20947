import { expect } from 'chai';
import fs from 'node:fs';
import { openLowdbStore } from '../../bot/store/lowdb/open.ts';
import { conformance } from './conformance.ts';
import { conversationFiles, filesBelow, folders } from './folder.ts';
import { instant, recordOf } from './records.ts';

describe('embedded store', () => {
  const folder = folders();

  describe('as any store', () => {
    let current: string;
    conformance(
      async () => {
        current = folder();
        return openLowdbStore({ folder: current });
      },
      async (store) => {
        await store.close();
        return openLowdbStore({ folder: current });
      },
    );
  });

  describe('as any store, when hardly anything fits in memory', () => {
    conformance(() => openLowdbStore({ folder: folder(), cache: 0 }));
  });

  it('lets nobody else on the machine read the files, and shows no id in their names', async () => {
    const here = folder();
    const store = await openLowdbStore({ folder: here });
    await store.commit(recordOf('recognisable', 1), null);
    await store.putCode('recognisable-code', 'recognisable');
    expect(fs.statSync(here).mode & 0o777).to.equal(0o700);
    for (const file of filesBelow(here)) {
      expect(fs.statSync(file).mode & 0o077, file).to.equal(0);
      expect(file).not.to.contain('recognisable');
    }
    await store.close();
  });

  it('leaves no file of a person behind once they asked to be forgotten', async () => {
    const here = folder();
    const store = await openLowdbStore({ folder: here });
    const before = filesBelow(here).length;
    await store.commit(recordOf('a', 1), null);
    await store.putCode('code', 'a');
    expect(filesBelow(here)).to.have.length(before + 2);
    await store.erase('a');
    expect(filesBelow(here)).to.have.length(before);
    await store.close();
  });

  it('treats a conversation as new when a foreign hand took its file away', async () => {
    const here = folder();
    let store = await openLowdbStore({ folder: here });
    await store.commit(recordOf('a', 1), null);
    await store.putCode('code', 'a');
    await store.close();
    store = await openLowdbStore({ folder: here });
    for (const file of conversationFiles(here)) fs.rmSync(file);
    expect(await store.load('a')).to.equal(undefined);
    expect(await store.findByCode('code')).to.equal(undefined);
    expect(await store.commit(recordOf('a', 1), null)).to.equal('ok');
    await store.close();
  });

  it('removes a code whose conversation was removed just before a power cut', async () => {
    const here = folder();
    let store = await openLowdbStore({ folder: here });
    await store.commit(recordOf('a', 1), null);
    await store.putCode('code', 'a');
    await store.close();
    for (const file of conversationFiles(here)) fs.rmSync(file);
    store = await openLowdbStore({ folder: here });
    expect(store.opened).to.deep.equal({ conversations: 0, codes: 0, damaged: 0, leftovers: 0 });
    expect(await store.findByCode('code')).to.equal(undefined);
    await store.close();
  });

  it('finishes what is under way when it is closed, and then takes nothing more', async () => {
    const here = folder();
    let store = await openLowdbStore({ folder: here });
    const commits = Array.from({ length: 20 }, (_, n) => store.commit(recordOf(`c${n}`, 1), null));
    await store.close();
    await store.close();
    expect(await Promise.all(commits)).to.deep.equal(Array.from({ length: 20 }, () => 'ok'));
    expect(await store.load('c1').catch(() => 'closed')).to.equal('closed');
    store = await openLowdbStore({ folder: here });
    expect(store.opened.conversations).to.equal(20);
    await store.close();
  });

  it('does not delete a conversation whose person comes back while the sweep is at work', async () => {
    const store = await openLowdbStore({ folder: folder() });
    await store.commit(recordOf('a', 1, { expiresAt: instant(10) }), null);
    const [back, gone] = await Promise.all([
      store.commit(recordOf('a', 2, { expiresAt: instant(5000) }), 1),
      store.sweep(instant(20)),
    ]);
    expect(back).to.equal('ok');
    expect(gone).to.equal(0);
    expect((await store.load('a'))?.version).to.equal(2);
    await store.close();
  });
});
