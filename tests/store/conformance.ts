import { expect } from 'chai';
import type { ConversationStore } from '../../bot/turn/ports.ts';
import { instant, recordOf } from './records.ts';

const ODD_IDS = [
  '../../etc/passwd',
  'a/b\\c',
  '.',
  '',
  'CON',
  'lock',
  '__proto__',
  'conversación 🌷 乳がん',
  'e\u0301',
  '\u00e9',
  '\ud800',
  '\ud801',
  'null\u0000byte',
  'A',
  'a',
  'x'.repeat(1000),
  `${'x'.repeat(999)}y`,
];

/** What every store must do. `open` gives a new, empty store; `again` closes it and opens the same data, if it stays. */
export function conformance(
  open: () => Promise<ConversationStore>,
  again?: (store: ConversationStore) => Promise<ConversationStore>,
): void {
  let store: ConversationStore;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(async () => {
    await store.close();
  });
  const reopen = async (): Promise<void> => {
    if (again) store = await again(store);
  };

  it('finds nothing for someone who was never here', async () => {
    expect(await store.load('nobody')).to.equal(undefined);
    expect(await store.findByCode('nobody')).to.equal(undefined);
    expect(await store.undelivered()).to.deep.equal([]);
    expect(await store.sweep(instant(99999))).to.equal(0);
  });

  it('gives back a conversation as it was committed, also after a restart', async () => {
    const first = recordOf('a', 1, { reference: { deep: [1, null, { ñ: '🌷\ud800' }] } });
    expect(await store.commit(first, null)).to.equal('ok');
    expect(await store.load('a')).to.deep.equal(first);
    await reopen();
    expect(await store.load('a')).to.deep.equal(first);
    const second = recordOf('a', 2, { lastSeq: 4 });
    expect(await store.commit(second, 1)).to.equal('ok');
    await reopen();
    expect(await store.load('a')).to.deep.equal(second);
  });

  it('starts a conversation only when there is none', async () => {
    expect(await store.commit(recordOf('a', 1), null)).to.equal('ok');
    expect(await store.commit(recordOf('a', 1, { lastSeq: 9 }), null)).to.equal('conflict');
    await reopen();
    expect(await store.commit(recordOf('a', 1, { lastSeq: 9 }), null)).to.equal('conflict');
    expect((await store.load('a'))?.lastSeq).to.equal(0);
  });

  it('keeps the turn that came first when two answer the same version', async () => {
    await store.commit(recordOf('a', 1), null);
    const results = await Promise.all([
      store.commit(recordOf('a', 2, { lastSeq: 1 }), 1),
      store.commit(recordOf('a', 2, { lastSeq: 2 }), 1),
    ]);
    expect(results).to.deep.equal(['ok', 'conflict']);
    expect((await store.load('a'))?.lastSeq).to.equal(1);
    expect(await store.commit(recordOf('a', 2), 1)).to.equal('conflict');
    expect(await store.commit(recordOf('a', 4), 3)).to.equal('conflict');
    expect(await store.commit(recordOf('other', 2), 1)).to.equal('conflict');
  });

  it('refuses a record that does not raise the version, or never expires', async () => {
    await store.commit(recordOf('a', 1), null);
    for (const wrong of [recordOf('a', 1), recordOf('a', 3), recordOf('a', 2, { expiresAt: 'some day' })]) {
      const outcome = await store.commit(wrong, 1).catch(() => 'refused');
      expect(outcome).to.equal('refused');
    }
    expect((await store.load('a'))?.version).to.equal(1);
  });

  it('forgets a conversation and its codes when the person asks, and only those', async () => {
    await store.commit(recordOf('a', 1, { outbox: [1] }), null);
    await store.commit(recordOf('b', 1, { outbox: [1] }), null);
    await store.putCode('code-a1', 'a');
    await store.putCode('code-a2', 'a');
    await store.putCode('code-b', 'b');
    await reopen();
    await store.erase('a');
    await store.erase('a');
    await store.erase('never here');
    await reopen();
    expect(await store.load('a')).to.equal(undefined);
    expect(await store.findByCode('code-a1')).to.equal(undefined);
    expect(await store.findByCode('code-a2')).to.equal(undefined);
    expect(await store.undelivered()).to.deep.equal(['b']);
    expect(await store.findByCode('code-b')).to.equal('b');
    expect(await store.commit(recordOf('a', 2), 1), 'a turn that was under way').to.equal('conflict');
    expect(await store.commit(recordOf('a', 1), null), 'a new beginning').to.equal('ok');
  });

  it('finds a conversation by its code, also after a restart', async () => {
    await store.commit(recordOf('a', 1), null);
    await store.putCode('code', 'a');
    await store.putCode('code', 'a');
    expect(await store.findByCode('code')).to.equal('a');
    await reopen();
    expect(await store.findByCode('code')).to.equal('a');
    expect(await store.findByCode('CODE')).to.equal(undefined);
  });

  it('keeps a code that is put away just before its conversation', async () => {
    await store.putCode('code', 'a');
    await store.sweep(instant(0));
    await store.commit(recordOf('a', 1), null);
    await store.sweep(instant(60));
    await store.sweep(instant(120));
    expect(await store.findByCode('code')).to.equal('a');
  });

  it('removes a code whose conversation does not come', async () => {
    await store.putCode('code', 'gone');
    await store.sweep(instant(0));
    await store.sweep(instant(59));
    expect(await store.findByCode('code')).to.equal('gone');
    await store.sweep(instant(60));
    expect(await store.findByCode('code')).to.equal(undefined);
  });

  it('leaves a code that was given to someone else where it is', async () => {
    await store.commit(recordOf('a', 1), null);
    await store.commit(recordOf('b', 1), null);
    await store.putCode('code', 'a');
    await store.putCode('code', 'b');
    await store.erase('a');
    expect(await store.findByCode('code')).to.equal('b');
    await store.erase('b');
    expect(await store.findByCode('code')).to.equal(undefined);
  });

  it('knows after a restart whose messages still wait to be delivered', async () => {
    await store.commit(recordOf('waits', 1, { outbox: [1, 2] }), null);
    await store.commit(recordOf('done', 1, { outbox: [1] }), null);
    await store.commit(recordOf('none', 1), null);
    await store.commit(recordOf('done', 2), 1);
    await store.commit(recordOf('later', 1), null);
    await store.commit(recordOf('later', 2, { outbox: [7] }), 1);
    expect([...(await store.undelivered())].sort()).to.deep.equal(['later', 'waits']);
    await reopen();
    expect([...(await store.undelivered())].sort()).to.deep.equal(['later', 'waits']);
  });

  it('deletes what has expired, to the moment, with its codes', async () => {
    await store.commit(recordOf('short', 1, { expiresAt: instant(10) }), null);
    await store.commit(recordOf('long', 1, { expiresAt: instant(1000), outbox: [1] }), null);
    await store.putCode('short', 'short');
    await store.putCode('long', 'long');
    await reopen();
    expect(await store.sweep(instant(9.999))).to.equal(0);
    expect((await store.load('short'))?.id).to.equal('short');
    expect(await store.sweep(instant(10))).to.equal(1);
    expect(await store.sweep(instant(10))).to.equal(0);
    await reopen();
    expect(await store.load('short')).to.equal(undefined);
    expect(await store.findByCode('short')).to.equal(undefined);
    expect(await store.findByCode('long')).to.equal('long');
    expect(await store.sweep(instant(100_000))).to.equal(1);
    expect(await store.undelivered()).to.deep.equal([]);
  });

  it('keeps a conversation longer once the person came back or asked for it', async () => {
    await store.commit(recordOf('a', 1, { expiresAt: instant(10) }), null);
    await store.commit(recordOf('a', 2, { expiresAt: instant(7200) }), 1);
    expect(await store.sweep(instant(3600))).to.equal(0);
    await store.commit(recordOf('a', 3, { expiresAt: instant(3700) }), 2);
    await reopen();
    expect(await store.sweep(instant(3700))).to.equal(1);
  });

  it('still hands out what has expired but was not swept: the caller knows the time', async () => {
    await store.commit(recordOf('a', 1, { expiresAt: instant(-10) }), null);
    expect((await store.load('a'))?.expiresAt).to.equal(instant(-10));
  });

  it('keeps apart any two ids, whatever is in them', async () => {
    for (const id of ODD_IDS)
      expect(await store.commit(recordOf(id, 1, { outbox: [1] }), null), id).to.equal('ok');
    for (const id of ODD_IDS) await store.putCode(id, id);
    await reopen();
    for (const id of ODD_IDS) {
      expect((await store.load(id))?.id, id).to.equal(id);
      expect(await store.findByCode(id), id).to.equal(id);
    }
    expect([...(await store.undelivered())].sort()).to.deep.equal([...ODD_IDS].sort());
    for (const id of ODD_IDS) await store.erase(id);
    expect(await store.undelivered()).to.deep.equal([]);
  });

  it('carries a very long conversation', async () => {
    const text = 'ñ🌷"\\\n'.repeat(100_000);
    const long = recordOf('a', 1, { reference: { text } });
    await store.commit(long, null);
    await reopen();
    expect((await store.load('a'))?.reference).to.deep.equal({ text });
  });
}
