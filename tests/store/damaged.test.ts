import { expect } from 'chai';
import fs from 'node:fs';
import { basename, join } from 'node:path';
import { openLowdbStore } from '../../bot/store/lowdb/open.ts';
import { conversationFiles, filesBelow, folders } from './folder.ts';
import { instant, recordOf } from './records.ts';

describe('embedded store: files that cannot be read', () => {
  const folder = folders();

  /** A folder with conversations a and b, and the file of a. */
  async function two(): Promise<{ here: string; file: string }> {
    const here = folder();
    const store = await openLowdbStore({ folder: here });
    await store.commit(recordOf('a', 1), null);
    const [file] = conversationFiles(here);
    await store.commit(recordOf('b', 1), null);
    await store.putCode('code', 'a');
    await store.close();
    if (file === undefined) throw new Error('no file');
    return { here, file };
  }

  const whole = JSON.stringify(recordOf('a', 1));
  const wrongs: [string, string][] = [
    ['is empty', ''],
    ['was cut short', whole.slice(0, 200)],
    ['is full of zeros', '\0'.repeat(300)],
    ['holds something else', '{"id":"a"}'],
    ['belongs to someone else', JSON.stringify(recordOf('z', 1))],
    ['never expires', JSON.stringify({ ...recordOf('a', 1), expiresAt: 'never' })],
    ['is a list', '[1]'],
    ['is null', 'null'],
  ];
  for (const [what, text] of wrongs) {
    it(`puts a file aside that ${what}, and serves everyone else`, async () => {
      const { here, file } = await two();
      fs.writeFileSync(file, text);
      const store = await openLowdbStore({ folder: here });
      expect(store.opened).to.deep.equal({ conversations: 1, codes: 0, damaged: 1, leftovers: 0 });
      expect(store.damaged).to.equal(1);
      expect((await store.load('b'))?.version).to.equal(1);
      expect(await store.load('a')).to.equal(undefined);
      expect(await store.findByCode('code')).to.equal(undefined);
      expect(fs.readFileSync(join(here, 'damaged', basename(file)), 'utf8')).to.equal(text);
      expect(await store.commit(recordOf('a', 1), null)).to.equal('ok');
      await store.close();
    });
  }

  it('puts a file aside that is damaged while we run, and lets the person begin anew', async () => {
    const { here, file } = await two();
    const store = await openLowdbStore({ folder: here });
    fs.writeFileSync(file, '{"id":');
    expect(await store.commit(recordOf('a', 2), 1)).to.equal('conflict');
    expect(await store.load('a')).to.equal(undefined);
    expect(store.damaged).to.equal(1);
    expect(await store.commit(recordOf('a', 1), null)).to.equal('ok');
    await store.close();
  });

  it('passes over a damaged code', async () => {
    const { here } = await two();
    const [code] = filesBelow(join(here, 'codes'));
    fs.writeFileSync(code ?? '', 'torn');
    const store = await openLowdbStore({ folder: here });
    expect(store.opened).to.deep.equal({ conversations: 2, codes: 0, damaged: 1, leftovers: 0 });
    expect(await store.findByCode('code')).to.equal(undefined);
    await store.close();
  });

  it('removes the damaged file too when the person asks to be forgotten', async () => {
    const { here, file } = await two();
    fs.writeFileSync(file, 'torn');
    await (await openLowdbStore({ folder: here })).close();
    const store = await openLowdbStore({ folder: here });
    await store.erase('a');
    expect(filesBelow(join(here, 'damaged'))).to.deep.equal([]);
    await store.close();
  });

  it('keeps a damaged file no longer than the longest a conversation is kept: seven days', async () => {
    const { here, file } = await two();
    fs.writeFileSync(file, 'torn');
    const written = Date.parse(instant(0)) / 1000;
    fs.utimesSync(file, written, written);
    const store = await openLowdbStore({ folder: here });
    await store.sweep(instant(7 * 86_400 - 1));
    expect(filesBelow(join(here, 'damaged'))).to.have.length(1);
    await store.sweep(instant(7 * 86_400));
    expect(filesBelow(join(here, 'damaged'))).to.deep.equal([]);
    await store.close();
  });

  it('leaves files alone that are none of ours', async () => {
    const { here, file } = await two();
    const foreign = join(file, '..', 'notes.txt');
    fs.writeFileSync(foreign, 'x');
    const store = await openLowdbStore({ folder: here });
    expect(store.opened.damaged).to.equal(0);
    expect(fs.existsSync(foreign)).to.equal(true);
    await store.close();
  });
});
