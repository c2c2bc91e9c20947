import { expect } from 'chai';
import type { Board, CaseLine } from '../../bot/domain/console.ts';
import { place } from '../../bot/web/console/state/board-state.ts';
import { chatsAtOnce, mayTake } from '../../bot/web/console/state/chats-at-once.ts';

const ANA = { id: 'ana', role: 'staff' } as const;
const RUTH = { id: 'ruth', role: 'supervisor' } as const;

const EMPTY: Board = {
  queue: [],
  mine: [],
  others: [],
  callbacks: [],
  onDuty: [],
  chat: { open: true },
  debriefs: [],
  debriefsOfOthers: [],
};

function line(id: string, changes: Partial<CaseLine> = {}): CaseLine {
  return {
    id,
    version: 1,
    way: 'live',
    state: 'queued',
    owner: null,
    joined: [],
    wants: '',
    language: 'en',
    waitingSince: '2026-03-04T02:00:00.000Z',
    personAt: '2026-03-04T02:00:00.000Z',
    first: false,
    helpAsked: false,
    safety: null,
    unread: 0,
    needsOutcome: false,
    ...changes,
  };
}

function ids(lines: readonly CaseLine[]): string[] {
  return lines.map((one) => one.id);
}

describe('the lists of the console', () => {
  it('show who saw a safety line first, then who was let down, then who waits longest', () => {
    const waiting = [
      line('late', { waitingSince: '2026-03-04T02:05:00.000Z' }),
      line('early'),
      line('lost', { first: true, waitingSince: '2026-03-04T02:06:00.000Z' }),
      line('safety', {
        safety: { at: '2026-03-04T02:07:00.000Z', kind: 'suicide' },
        waitingSince: '2026-03-04T02:08:00.000Z',
      }),
    ];
    const board = waiting.reduce((before, one) => place(before, one, ANA), EMPTY);
    expect(ids(board.queue)).to.deep.equal(['safety', 'lost', 'early', 'late']);
  });

  it('move a case from the line to whoever took it, and never show it twice', () => {
    const queued = place(EMPTY, line('one'), ANA);
    const taken = line('one', { version: 2, state: 'claimed', owner: { id: 'ana', name: 'Ana' } });
    const forAna = place(queued, taken, ANA);
    expect([ids(forAna.queue), ids(forAna.mine)]).to.deep.equal([[], ['one']]);
    const again = place(forAna, { ...taken, version: 3, state: 'live' }, ANA);
    expect(ids(again.mine)).to.deep.equal(['one']);
  });

  it('leave each of my chats where it stands while something happens in it', () => {
    const owner = { id: 'ana', name: 'Ana' };
    const two = ['one', 'two'].map((id) => line(id, { state: 'live', owner }));
    const board = two.reduce((before, chat) => place(before, chat, ANA), EMPTY);
    const after = place(board, line('one', { state: 'live', owner, version: 9, unread: 1 }), ANA);
    expect(ids(after.mine)).to.deep.equal(['one', 'two']);
    expect(after.mine[0]?.unread).to.equal(1);
  });

  it('show the chats of others to supervisors alone', () => {
    const live = line('one', { state: 'live', owner: { id: 'sam', name: 'Sam' } });
    expect(ids(place(EMPTY, live, RUTH).others)).to.deep.equal(['one']);
    expect(ids(place(EMPTY, live, ANA).others)).to.deep.equal([]);
  });

  it('count a chat as mine once I have joined it to help', () => {
    const helped = line('one', {
      state: 'live',
      owner: { id: 'sam', name: 'Sam' },
      joined: [{ id: 'ruth', name: 'Ruth' }],
    });
    const board = place(EMPTY, helped, RUTH);
    expect([ids(board.mine), ids(board.others)]).to.deep.equal([['one'], []]);
  });

  it('keep an ended chat with me until it has an outcome', () => {
    const ended = line('one', { state: 'closed', owner: { id: 'ana', name: 'Ana' }, needsOutcome: true });
    const open = place(EMPTY, ended, ANA);
    expect(ids(open.mine)).to.deep.equal(['one']);
    expect(ids(place(open, { ...ended, needsOutcome: false }, ANA).mine)).to.deep.equal([]);
  });

  it('keep calls to make apart from the line for chats', () => {
    const board = place(EMPTY, line('call', { way: 'callback', state: 'callback-scheduled' }), ANA);
    expect([ids(board.callbacks), ids(board.queue)]).to.deep.equal([['call'], []]);
  });
});

describe('how many chats one has', () => {
  const me = { id: 'ana', limit: 2 };
  const own = (id: string, changes: Partial<CaseLine> = {}) =>
    line(id, { state: 'live', owner: { id: 'ana', name: 'Ana' }, ...changes });
  const safety = { at: '2026-03-04T02:07:00.000Z', kind: 'suicide' } as const;

  it('is one alone while a safety line was shown in it, and two again when that one is over', () => {
    expect(chatsAtOnce([own('one')], me)).to.deep.equal({ has: 1, limit: 2, hard: false });
    expect(chatsAtOnce([own('one', { safety })], me)).to.deep.equal({ has: 1, limit: 1, hard: true });
    const over = own('one', { safety, state: 'closed', closedAt: safety.at, needsOutcome: true });
    expect(chatsAtOnce([over, own('two')], me)).to.deep.equal({ has: 1, limit: 2, hard: false });
  });

  it('leaves room for another one, and for one with a safety line only while there is none', () => {
    const [none, one] = [chatsAtOnce([], me), chatsAtOnce([own('one')], me)];
    expect(mayTake(none, { safety })).to.equal(true);
    expect(mayTake(one, { safety: null })).to.equal(true);
    expect(mayTake(one, { safety })).to.equal(false);
    expect(mayTake(chatsAtOnce([own('one', { safety })], me), { safety: null })).to.equal(false);
    expect(mayTake(chatsAtOnce([own('one'), own('two')], me), { safety: null })).to.equal(false);
  });

  it('counts no chat that a supervisor has joined to help', () => {
    const theirs = own('one', { owner: { id: 'sam', name: 'Sam' }, safety });
    expect(chatsAtOnce([theirs], me)).to.deep.equal({ has: 0, limit: 2, hard: false });
  });
});
