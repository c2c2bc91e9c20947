import { expect } from 'chai';
import type { CaseLine } from '../../bot/domain/console.ts';
import {
  type Alarm,
  calls,
  isAnswered,
  isSeenByLooking,
  raised,
} from '../../bot/web/console/state/alarm-state.ts';
import { elapsed, hourIn, timeIn } from '../../bot/web/console/state/clock.ts';
import { Drafts } from '../../bot/web/console/state/drafts.ts';

describe('the alarms of the console', () => {
  const waiting: Alarm = { case: 'one', why: 'waiting', at: 0 };

  it('ring once for the same thing, and again for another', () => {
    const one = raised([], waiting);
    expect(raised(one, { ...waiting, at: 5 })).to.equal(one);
    expect(raised(one, { ...waiting, why: 'lost' })).to.have.length(2);
    expect(raised(one, { ...waiting, case: 'two' })).to.have.length(2);
  });

  it('about someone who waits are quiet as soon as anyone came, for everyone', () => {
    expect(isAnswered(waiting, 'queued')).to.equal(false);
    expect(isAnswered(waiting, 'callback-scheduled')).to.equal(false);
    expect(isAnswered(waiting, 'claimed')).to.equal(true);
    expect(isAnswered(waiting, 'withdrawn')).to.equal(true);
  });

  it('about a chat last until it was looked at or is over', () => {
    const wrote: Alarm = { case: 'one', why: 'person-wrote', at: 0 };
    expect(isAnswered(wrote, 'live')).to.equal(false);
    expect(isAnswered(wrote, 'closed')).to.equal(true);
  });

  it('call whoever comes to a line in which people wait already, if they may take someone', () => {
    const queue = [
      { id: 'one', first: true },
      { id: 'two', first: false },
    ] as CaseLine[];
    expect(calls(queue, 'available', 7)).to.deep.equal([
      { case: 'one', why: 'lost', at: 7 },
      { case: 'two', why: 'waiting', at: 7 },
    ]);
    expect(calls(queue, 'paused', 7)).to.deep.equal([]);
    expect(calls(queue, 'off', 7)).to.deep.equal([]);
  });

  it('that call for help or follow a safety line and silence want a press, not a glance', () => {
    expect(isSeenByLooking('person-wrote')).to.equal(true);
    expect(isSeenByLooking('help-asked')).to.equal(false);
    expect(isSeenByLooking('quiet-after-safety-line')).to.equal(false);
    expect(isSeenByLooking('waiting')).to.equal(false);
  });
});

describe('the clocks of the console', () => {
  const since = '2026-03-04T02:00:00.000Z';
  const after = (seconds: number) => elapsed(since, Date.parse(since) + seconds * 1000);

  it('run in minutes and seconds, then in hours, and never backwards', () => {
    expect([after(5), after(65), after(3725), after(-3)]).to.deep.equal(['0:05', '1:05', '1:02:05', '0:00']);
  });

  it('tell the time where the person is and where the helpline is', () => {
    const now = Date.parse(since);
    expect(timeIn(since, 'America/Denver', 'en', now)).to.match(/^Tue,? 7:00\sPM$/);
    expect(timeIn(since, 'Australia/Sydney', 'en', now)).to.match(/^Wed,? 1:00\sPM$/);
    expect(hourIn(since, 'America/Denver', 'en')).to.match(/^7:00\sPM$/);
  });

  it('name the date of what was so long ago that its day of the week could be any', () => {
    const daysLater = (days: number) => Date.parse(since) + days * 86_400_000;
    expect(timeIn(since, 'America/Denver', 'en', daysLater(5))).to.match(/^Tue,? 7:00\sPM$/);
    expect(timeIn(since, 'America/Denver', 'en', daysLater(7))).to.match(/^Mar 3, 7:00\sPM$/);
    expect(timeIn(since, 'America/Denver', 'en', daysLater(-7))).to.match(/^Mar 3, 7:00\sPM$/);
  });

  it('tell some time even in a zone this browser does not know', () => {
    expect(timeIn(since, 'Nowhere/Atall', 'en')).to.match(/\d:\d\d/);
    expect(hourIn(since, 'Nowhere/Atall', 'en')).to.match(/\d:\d\d/);
  });
});

describe('a half-written message', () => {
  it('waits in its own chat while another is open, and is gone at the end of a session', () => {
    const drafts = new Drafts();
    drafts.write('one', 'I was going to');
    expect([drafts.of('one'), drafts.of('two')]).to.deep.equal(['I was going to', '']);
    drafts.write('one', '');
    expect(drafts.of('one')).to.equal('');
    drafts.write('two', 'Good evening');
    drafts.clear();
    expect(drafts.of('two')).to.equal('');
  });
});
