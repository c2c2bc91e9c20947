import { expect } from 'chai';
import { Feed, type Listener } from '../../bot/console/feed.ts';
import { Seen } from '../../bot/console/seen.ts';
import type { ConsoleEvent } from '../../bot/domain/console.ts';

const MINUTE = 60_000;

function setUp() {
  const clock = { time: 0, now: () => clock.time };
  const feed = new Feed('run', clock);
  const heard: ConsoleEvent[] = [];
  const ended: string[] = [];
  const console_ = (session: string): Listener => ({
    staff: 'ana',
    session,
    send: (_id, event) => heard.push(event),
    end: () => ended.push(session),
  });
  return { clock, feed, heard, ended, console_ };
}

const words = (record: string, text: string): ConsoleEvent => ({
  kind: 'thread',
  case: record,
  lines: [{ seq: 1, at: '2026-11-20T15:00:00.000Z', from: 'person', text }],
});

describe('what is kept for a console that lost its connection', () => {
  it('is what came since, in its order', () => {
    const { feed, heard, console_ } = setUp();
    for (const text of ['one', 'two', 'three']) feed.emit(words('a', text));
    feed.join(console_('s'), 'run.1');
    expect(heard).to.deep.equal([words('a', 'two'), words('a', 'three')]);
  });

  it('goes after ten minutes, and whoever was away for longer fetches everything again', () => {
    const { clock, feed, heard, console_ } = setUp();
    feed.emit(words('a', 'one'));
    clock.time += 9 * MINUTE;
    feed.emit(words('a', 'two'));
    clock.time += 2 * MINUTE;
    feed.forgetOld();
    feed.join(console_('s'), 'run.1');
    expect(heard).to.deep.equal([words('a', 'two')]);
    clock.time += 20 * MINUTE;
    feed.forgetOld();
    feed.join(console_('t'), 'run.1');
    expect(heard.slice(1)).to.deep.equal([{ kind: 'reset' }]);
    feed.join(console_('u'), 'run.2');
    expect(heard).to.have.length(2);
  });

  it('does not hold the words of someone who has deleted the chat', () => {
    const { feed, heard, console_ } = setUp();
    feed.emit(words('b', 'first'));
    feed.emit(words('a', 'gone'));
    feed.emit(words('b', 'stays'));
    feed.forgetWords('a');
    feed.join(console_('s'), 'run.1');
    expect(heard).to.deep.equal([words('b', 'stays')]);
  });
});

describe('a console that signs out', () => {
  it('is ended, and the one beside it is not', () => {
    const { feed, ended, console_ } = setUp();
    feed.join(console_('office'), undefined);
    feed.join(console_('phone'), undefined);
    feed.endSession('phone');
    expect(ended).to.deep.equal(['phone']);
    expect(feed.has('ana')).to.equal(true);
    feed.endAll('ana');
    expect(ended).to.deep.equal(['phone', 'office']);
    expect(feed.has('ana')).to.equal(false);
  });
});

describe('lines that nobody has read yet', () => {
  it('are counted once each, however often they are told', () => {
    const seen = new Seen();
    for (const seq of [4, 5, 5, 4, 6]) seen.wrote('a', seq);
    expect(seen.unread('a')).to.equal(3);
    seen.upTo('a', 6);
    seen.wrote('a', 6);
    expect(seen.unread('a')).to.equal(0);
  });
});
