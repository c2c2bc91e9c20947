import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { CallbackRequest } from '../../bot/domain/effect.ts';
import { CallbackFiles, MemoryCallbacks } from '../../bot/store/callbacks.ts';

const request = (at: string): CallbackRequest => ({
  lines: [{ id: 'phone', label: 'Number', text: '555 0100' }],
  at,
  language: 'en',
});

describe('a request for a call back', () => {
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'navigator-callbacks-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is there whole after a restart, the oldest first', async () => {
    const files = new CallbackFiles(folder);
    await files.put('second', request('2026-11-21T09:00:00.000Z'));
    await files.put('first', request('2026-11-20T09:00:00.000Z'));
    const found = await new CallbackFiles(folder).list();
    expect(found.map((one) => one.request)).to.deep.equal([
      request('2026-11-20T09:00:00.000Z'),
      request('2026-11-21T09:00:00.000Z'),
    ]);
  });

  it('is asked once, however often the turn is repeated', async () => {
    for (const store of [new CallbackFiles(folder), new MemoryCallbacks()]) {
      await store.put('same', request('2026-11-20T09:00:00.000Z'));
      await store.put('same', request('2026-11-20T09:00:00.000Z'));
      expect(await store.list()).to.have.length(1);
    }
  });

  it('can be taken back by the turn that made it', async () => {
    for (const store of [new CallbackFiles(folder), new MemoryCallbacks()]) {
      const key = 'a'.repeat(64);
      await store.put(key, request('2026-11-20T09:00:00.000Z'));
      await store.withdraw(key);
      expect(await store.list()).to.deep.equal([]);
    }
  });

  it('leaves nothing behind when it is done', async () => {
    const files = new CallbackFiles(folder);
    await files.put('one', request('2026-11-20T09:00:00.000Z'));
    const [found] = await files.list();
    expect(await files.remove(found?.id ?? '')).to.equal(true);
    expect(await files.remove(found?.id ?? '')).to.equal(false);
    expect(
      readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()),
    ).to.deep.equal([]);
  });

  it('is an empty list where nobody ever asked', async () => {
    expect(await new CallbackFiles(join(folder, 'nothing')).list()).to.deep.equal([]);
  });
});
