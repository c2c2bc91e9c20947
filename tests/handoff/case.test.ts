import { expect } from 'chai';
import fc from 'fast-check';
import {
  ATTEMPT_RESULTS,
  type Case,
  type CaseEvent,
  CASE_STATES,
  OPEN_STATES,
  OUTCOMES,
} from '../../bot/domain/case.ts';
import { advance, newCase } from '../../bot/handoff/case.ts';
import type { SignalKind } from '../../bot/domain/signal.ts';
import { LIMITS } from '../../bot/handoff/limits.ts';
import { isOver, needsSupervisor, timeDoes } from '../../bot/handoff/passing-time.ts';
import { mayRead, permit } from '../../bot/handoff/permit.ts';
import { chatsOf, inQueue, mayTake, openDebriefs } from '../../bot/handoff/queue.ts';
import { times } from '../effort.ts';

const START = Date.UTC(2026, 10, 20, 15);
const at = (ms: number) => new Date(START + ms).toISOString();
const fresh = (changes: Partial<Parameters<typeof newCase>[0]> = {}, since = at(0)): Case =>
  newCase(
    {
      id: 'case',
      conversation: 'conversation',
      way: 'live',
      summary: [
        { id: 'live-chat.name', label: 'Name to use', text: 'Ann' },
        { id: 'wants', label: 'Would help', text: 'To talk' },
      ],
      earlier: false,
      fromSeq: 4,
      language: 'en',
      country: 'US',
      safety: [],
      ...changes,
    },
    since,
  );

/** Everything in order, or the test fails: for what must be possible. */
function after(record: Case, ...events: [by: string, event: CaseEvent][]): Case {
  return events.reduce((one, [by, event], index) => {
    const next = advance(one, by, event, at((index + 1) * 1000));
    if (typeof next === 'string') throw new Error(`${event.kind} in ${one.state}: ${next}`);
    return next;
  }, record);
}
const claimed: [string, CaseEvent] = ['ana', { kind: 'claimed', name: 'Ana' }];
const there: [string, CaseEvent] = ['person', { kind: 'still-there' }];
const wrote: [string, CaseEvent] = ['ana', { kind: 'staff-wrote' }];

const callback = { phone: '406 555 0100', name: 'Ann', times: ['Morning'], message: 'name_only' as const };
const event: fc.Arbitrary<CaseEvent> = fc.oneof(
  fc.constantFrom<CaseEvent>(
    { kind: 'still-there' },
    { kind: 'staff-wrote' },
    { kind: 'person-wrote' },
    { kind: 'lease-expired' },
    { kind: 'help-asked' },
    { kind: 'quiet-check' },
    { kind: 'closed-quiet' },
    { kind: 'back-to-bot' },
    { kind: 'withdrawn' },
    { kind: 'expired' },
    { kind: 'returned' },
    { kind: 'debriefed', answer: 'wanted' },
    { kind: 'debriefed', answer: 'had' },
    { kind: 'erased' },
    { kind: 'call-later', callback },
    { kind: 'noted', text: 'x' },
    { kind: 'service-sent', resource: 'nci-cis' },
    { kind: 'safety-shown', signal: 'suicide' },
    { kind: 'staff-lost', name: 'Ana' },
    { kind: 'joined', name: 'Ruth' },
    { kind: 'left', name: 'Ruth' },
    { kind: 'claimed', name: 'Ana' },
  ),
  fc.constantFrom(...OUTCOMES).map((outcome): CaseEvent => ({ kind: 'closed', outcome })),
  fc.constantFrom(...OUTCOMES).map((outcome): CaseEvent => ({ kind: 'outcome-set', outcome })),
  fc
    .constantFrom(...ATTEMPT_RESULTS)
    .map((result): CaseEvent => ({ kind: 'attempted', result, name: 'Ana' })),
  fc.constantFrom(null, 'ana', 'sam').map((to): CaseEvent => ({ kind: 'transferred', to, name: 'Sam' })),
);
const step = fc.record({ by: fc.constantFrom('ana', 'sam', 'ruth', 'person', 'system'), event });

describe('a case', () => {
  it('has exactly one owner or a queue, whatever happens in whatever order', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.array(step, { maxLength: 40 }), (live, steps) => {
        let record = fresh(live ? {} : { way: 'callback', callback });
        for (const [index, one] of steps.entries()) {
          const before = record;
          const next = advance(record, one.by, one.event, at(index * 1000));
          if (typeof next === 'string') continue;
          record = next;
          expect(CASE_STATES).to.include(record.state);
          const chatting = ['claimed', 'live', 'quiet'].includes(record.state);
          if (chatting) expect(record.owner, record.state).to.be.a('string');
          if (record.state === 'queued' || record.state === 'requested') expect(record.owner).to.equal(null);
          if (!chatting) expect(record.joined).to.deep.equal([]);
          if (record === before) continue;
          expect(record.version).to.equal(before.version + 1);
          expect(record.audit).to.have.length(before.audit.length + 1);
          expect(record.audit.map((line) => line.n)).to.deep.equal(record.audit.map((_, n) => n + 1));
        }
        expect(new Set(record.news.map((news) => news.n)).size).to.equal(record.news.length);
      }),
      { numRuns: times(300) },
    );
  });

  it('keeps no number and no name once it has ended', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let record = fresh({ way: 'callback', callback });
        for (const one of steps) {
          const next = advance(record, one.by, one.event, at(0));
          if (typeof next !== 'string') record = next;
          if (OPEN_STATES.has(record.state)) continue;
          expect(record.callback).to.equal(undefined);
          expect(record.summary.map((line) => line.id)).to.deep.equal(['wants']);
        }
      }),
      { numRuns: times(200) },
    );
  });

  it('writes down who did what and when, and never a word', () => {
    const record = after(fresh(), there, claimed, wrote, ['ana', { kind: 'noted', text: 'cried a lot' }]);
    expect(record.audit.map(({ by, what, state }) => `${by} ${what} ${state}`)).to.deep.equal([
      'person requested requested',
      'person still-there queued',
      'ana claimed claimed',
      'ana staff-wrote live',
      'ana noted live',
    ]);
    expect(JSON.stringify(record.audit)).not.to.include('cried');
  });

  it('is taken by one, and the other hears that it is taken', () => {
    const record = after(fresh(), there, claimed);
    expect(advance(record, 'sam', { kind: 'claimed', name: 'Sam' }, at(9))).to.equal('already-claimed');
    expect(advance(record, 'ana', { kind: 'claimed', name: 'Ana' }, at(9))).to.equal(record);
  });

  it('does not enter the line before "still there?" is answered', () => {
    expect(advance(fresh(), 'ana', { kind: 'claimed', name: 'Ana' }, at(1))).to.equal('wrong-state');
    expect(timeDoes(fresh(), START + LIMITS.confirm, { lost: false, ownerName: '' })).to.deep.equal({
      kind: 'expired',
    });
  });

  it('goes back to the line, first, when nobody writes after taking it', () => {
    const record = after(fresh(), there, claimed);
    expect(
      timeDoes(record, Date.parse(record.leaseUntil ?? '') - 1, { lost: false, ownerName: 'Ana' }),
    ).to.equal(null);
    const over = timeDoes(record, Date.parse(record.leaseUntil ?? ''), { lost: false, ownerName: 'Ana' });
    expect(over).to.deep.equal({ kind: 'lease-expired' });
    const back = after(record, ['system', { kind: 'lease-expired' }]);
    expect(back).to.include({ state: 'queued', owner: null, first: true });
    expect(back.news.at(-1)?.kind).to.equal('back-in-line');
  });

  it('goes back to the line, first, when the connection to staff is lost', () => {
    const record = after(fresh(), there, claimed, wrote);
    const lost = timeDoes(record, START + 60_000, { lost: true, ownerName: 'Ana' });
    expect(lost).to.deep.equal({ kind: 'staff-lost', name: 'Ana' });
    expect(after(record, ['system', { kind: 'staff-lost', name: 'Ana' }])).to.include({
      state: 'queued',
      first: true,
    });
  });

  it('asks gently after a silence, and then closes with a way back', () => {
    const live = after(fresh(), there, claimed, wrote);
    const silence = Date.parse(live.staffAt ?? '') + LIMITS.quiet;
    expect(timeDoes(live, silence - 1, { lost: false, ownerName: 'Ana' })).to.equal(null);
    expect(timeDoes(live, silence, { lost: false, ownerName: 'Ana' })).to.deep.equal({ kind: 'quiet-check' });
    const quiet = advance(live, 'system', { kind: 'quiet-check' }, new Date(silence).toISOString()) as Case;
    expect(timeDoes(quiet, silence + LIMITS.quietClose, { lost: false, ownerName: 'Ana' })).to.deep.equal({
      kind: 'closed-quiet',
    });
    expect(after(quiet, ['person', { kind: 'person-wrote' }]).state).to.equal('live');
    const closed = after(quiet, ['system', { kind: 'closed-quiet' }]);
    expect(closed).to.include({ state: 'closed', outcome: 'person-left' });
    expect(after(closed, ['person', { kind: 'returned' }])).to.include({ state: 'queued', first: true });
  });

  it('is not asked about, and not closed, while staff write or the person looks for words: the clock begins again', () => {
    const live = after(fresh(), there, claimed, wrote);
    const said = Date.parse(live.staffAt ?? '');
    const at5 = said + LIMITS.quiet;
    const time = (record: Case, now: number, typedAt?: number) =>
      timeDoes(record, now, { lost: false, ownerName: 'Ana', typedAt });
    expect(time(live, at5, at5 - 1_000)).to.equal(null);
    expect(time(live, at5 + LIMITS.quiet, at5)).to.deep.equal({ kind: 'quiet-check' });

    const quiet = advance(live, 'system', { kind: 'quiet-check' }, new Date(at5).toISOString()) as Case;
    const end = at5 + LIMITS.quietClose;
    expect(time(quiet, end - 1)).to.equal(null);
    // Staff write a minute before: another ten minutes, and the person is still the one who is waited for.
    const again = advance(
      quiet,
      'ana',
      { kind: 'staff-wrote' },
      new Date(end - 60_000).toISOString(),
    ) as Case;
    expect(again.state).to.equal('quiet');
    expect(time(again, end)).to.equal(null);
    expect(time(again, end - 60_000 + LIMITS.quietClose)).to.deep.equal({ kind: 'closed-quiet' });
    // The person types just then, and stops.
    expect(time(quiet, end, end - 1)).to.equal(null);
    expect(time(quiet, end + LIMITS.quietClose, end - 1)).to.deep.equal({ kind: 'closed-quiet' });
    const hard = { ...quiet, safety: [{ at: at(0), kind: 'suicide' as const }] };
    expect(needsSupervisor(hard, end, end - 1)).to.equal(false);
    expect(needsSupervisor(hard, end)).to.equal(true);
  });

  it('is never closed by a clock once a safety line was shown: a supervisor is called', () => {
    const live = after(fresh(), there, claimed, wrote, [
      'person',
      { kind: 'safety-shown', signal: 'suicide' },
    ]);
    const quiet = advance(live, 'system', { kind: 'quiet-check' }, at(600_000)) as Case;
    const late = START + 600_000 + LIMITS.quietClose * 10;
    expect(timeDoes(quiet, late, { lost: false, ownerName: 'Ana' })).to.equal(null);
    expect(advance(quiet, 'system', { kind: 'closed-quiet' }, at(900_000))).to.equal('wrong-state');
    expect(needsSupervisor(quiet, late)).to.equal(true);
    const closed = after(quiet, ['ana', { kind: 'closed', outcome: 'emergency-help' }]);
    expect(closed.debrief).to.deep.equal({ staff: 'ana', done: false });
  });

  it('keeps a debrief open for whoever asked for it, until it was had or is not needed after all', () => {
    const hard = fresh({ safety: [{ at: at(0), kind: 'suicide' }] });
    const closed = after(hard, there, claimed, wrote, ['ana', { kind: 'closed', outcome: 'emergency-help' }]);
    const wanted = after(closed, ['ana', { kind: 'debriefed', answer: 'wanted' }]);
    const quiet = { ...closed, id: 'earlier', closedAt: at(-60_000) };
    expect(openDebriefs([quiet, wanted]).map((one) => [one.case, one.wanted])).to.deep.equal([
      ['case', true],
      ['earlier', false],
    ]);
    for (const answer of ['had', 'not-needed'] as const) {
      const settled = after(wanted, ['ana', { kind: 'debriefed', answer }]);
      expect(openDebriefs([settled])).to.deep.equal([]);
      // Which of the two it was is nobody's business.
      expect(settled.debrief).to.deep.equal({ staff: 'ana', done: true });
    }
  });

  it('offers a debrief after a crisis, talk of death or abuse, and not after a question to a doctor', () => {
    const offered = (signal: SignalKind) =>
      after(
        fresh(),
        there,
        claimed,
        wrote,
        ['person', { kind: 'safety-shown', signal }],
        ['ana', { kind: 'closed', outcome: 'support-found' }],
      ).debrief;
    for (const signal of ['suicide', 'self-harm', 'medical', 'abuse', 'death-talk'] as const)
      expect(offered(signal), signal).to.deep.equal({ staff: 'ana', done: false });
    for (const signal of ['prognosis', 'medical-advice', 'distress'] as const)
      expect(offered(signal), signal).to.equal(undefined);
  });

  it('is kept thirty days from its closing, not from its beginning', () => {
    const closed = after(fresh(), there, claimed, wrote, [
      'ana',
      { kind: 'closed', outcome: 'support-found' },
    ]);
    const end = Date.parse(closed.closedAt ?? '') + LIMITS.keep;
    expect(isOver(closed, end - 1)).to.equal(false);
    expect(isOver(closed, end)).to.equal(true);
    expect(isOver(fresh(), end * 2)).to.equal(false);
  });

  it('stays asked for when the chat is deleted, if it is a call', () => {
    const call = after(fresh({ way: 'callback', callback }), ['person', { kind: 'erased' }]);
    expect(call).to.include({ state: 'callback-scheduled' });
    expect(after(fresh(), there, ['person', { kind: 'erased' }])).to.include({ state: 'withdrawn' });
  });
});

describe('the line', () => {
  it('has first who was shown a safety line, then who was let down, then who waits longest', () => {
    const waiting = (id: string, changes: Partial<Case>, since: number): Case => ({
      ...after(fresh({ id }, at(since)), there),
      waitingSince: at(since),
      ...changes,
    });
    const cases = [
      waiting('late', {}, 3000),
      waiting('early', {}, 1000),
      waiting('lost', { first: true }, 5000),
      waiting('hard', { safety: [{ at: at(0), kind: 'suicide' }] }, 9000),
    ];
    expect(inQueue(cases).map((one) => one.id)).to.deep.equal(['hard', 'lost', 'early', 'late']);
  });

  it('lets staff have two chats at once, and one when a safety line was shown', () => {
    const plain = after(fresh({ id: 'plain' }), there);
    const hard = after(fresh({ id: 'hard', safety: [{ at: at(0), kind: 'abuse' }] }), there);
    const mine = (record: Case) => chatsOf([after(record, claimed)], 'ana');
    expect(mayTake([], hard, 2)).to.equal(true);
    expect(mayTake(mine(plain), plain, 2)).to.equal(true);
    expect(mayTake([...mine(plain), ...mine(plain)], plain, 2)).to.equal(false);
    expect(mayTake(mine(hard), plain, 2)).to.equal(false);
    expect(mayTake(mine(plain), hard, 2)).to.equal(false);
    expect(mayTake(mine(hard), fresh({ way: 'callback', callback }), 2)).to.equal(true);
  });
});

describe('permission', () => {
  const ana = { id: 'ana', supervisor: false };
  const sam = { id: 'sam', supervisor: false };
  const ruth = { id: 'ruth', supervisor: true };

  it('is refused unless it is given', () => {
    const record = after(fresh(), there, claimed);
    expect(permit(record, sam, { kind: 'staff-wrote' })).to.equal('not-owner');
    expect(permit(record, ruth, { kind: 'staff-wrote' })).to.equal('not-owner');
    expect(permit(record, sam, { kind: 'joined', name: 'Sam' })).to.equal('not-staff');
    expect(permit(record, ruth, { kind: 'joined', name: 'Ruth' })).to.equal('ok');
    expect(permit(record, ana, { kind: 'staff-wrote' })).to.equal('ok');
    for (const kind of [
      'still-there',
      'withdrawn',
      'returned',
      'erased',
      'expired',
      'quiet-check',
    ] as const) {
      expect(permit(record, ruth, { kind }), kind).to.equal('not-staff');
    }
  });

  it('lets a chat be read by those in it and by supervisors, and the line by all', () => {
    const waiting = after(fresh(), there);
    const chat = after(waiting, claimed);
    expect([ana, sam, ruth].map((staff) => mayRead(waiting, staff))).to.deep.equal([true, true, true]);
    expect([ana, sam, ruth].map((staff) => mayRead(chat, staff))).to.deep.equal([true, false, true]);
    expect([ana, sam, ruth].map((staff) => mayRead(fresh(), staff))).to.deep.equal([false, false, true]);
  });
});
