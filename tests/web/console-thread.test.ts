import { expect } from 'chai';
import type { ThreadLine } from '../../bot/domain/console.ts';
import {
  lost,
  marked,
  merge,
  mustWait,
  type Outgoing,
  waitingIn,
} from '../../bot/web/console/state/thread-state.ts';

function said(seq: number, from: ThreadLine['from'], changes: Partial<ThreadLine> = {}): ThreadLine {
  return { seq, at: '2026-03-04T02:00:00.000Z', from, text: `line ${seq}`, ...changes };
}

function outgoing(clientId: string, changes: Partial<Outgoing> = {}): Outgoing {
  return { clientId, case: 'one', text: clientId, state: 'failed', ...changes };
}

describe('a chat on the console', () => {
  it('shows each line once and in order, however often and late it comes', () => {
    const before = [said(1, 'person'), said(3, 'staff')];
    const after = merge(before, [said(2, 'person'), said(3, 'staff'), said(4, 'person')]);
    expect(after.map((line) => line.seq)).to.deep.equal([1, 2, 3, 4]);
    expect(
      before.map((line) => line.seq),
      'what was given is left alone',
    ).to.deep.equal([1, 3]);
  });

  it('keeps what it knew of a line that comes again with less', () => {
    const [line] = merge([said(1, 'staff', { state: 'read', clientId: 'a' })], [said(1, 'staff')]);
    expect(line).to.include({ state: 'read', clientId: 'a' });
  });

  it('says of our own lines how far they came, and of no others', () => {
    const thread = [said(1, 'staff'), said(2, 'person'), said(3, 'staff'), said(4, 'staff')];
    expect(marked(thread, 3, 1).map((line) => line.state)).to.deep.equal([
      'read',
      undefined,
      'delivered',
      'sent',
    ]);
  });
});

describe('what staff wrote while the line was lost', () => {
  const refused = outgoing('refused', { why: 'This chat has ended meanwhile.' });

  it('goes out again in the order it was written; what was refused stays', () => {
    const outbox = [outgoing('first'), refused, outgoing('second'), outgoing('going', { state: 'sending' })];
    expect(lost(outbox).map((one) => one.clientId)).to.deep.equal(['first', 'second']);
  });

  it('holds back what was written after it in the same chat, and in no other', () => {
    const after = outgoing('after', { state: 'sending' });
    const elsewhere = outgoing('elsewhere', { case: 'two', state: 'sending' });
    const outbox = [outgoing('before'), after, elsewhere];
    expect(mustWait(outbox, after)).to.equal(true);
    expect(mustWait(outbox, elsewhere)).to.equal(false);
  });

  it('holds nothing back when it was refused for good', () => {
    const after = outgoing('after', { state: 'sending' });
    expect(mustWait([refused, after], after)).to.equal(false);
  });

  it('is shown in the chat it belongs to', () => {
    const outbox = [outgoing('a'), outgoing('b', { case: 'two' })];
    expect(waitingIn(outbox, 'two').map((one) => one.clientId)).to.deep.equal(['b']);
  });
});
