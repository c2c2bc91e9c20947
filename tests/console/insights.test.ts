import { expect } from 'chai';
import fc from 'fast-check';
import { caseCounts } from '../../bot/console/case-counts.ts';
import { insights, insightsCsv } from '../../bot/console/insights.ts';
import type { Case, CaseEvent } from '../../bot/domain/case.ts';
import { advance, newCase } from '../../bot/handoff/case.ts';

const MONTHS = ['2026-11', '2026-10'];
const named = (_group: string, id: string) => id;
const day = (id: string, counts: Record<string, number>) => ({ id, counts });
const over = (...days: ReturnType<typeof day>[]) =>
  insights({ id: '2026-10', running: false, days }, MONTHS, named, 'en');
const running = (...days: ReturnType<typeof day>[]) =>
  insights({ id: '2026-11', running: true, days }, MONTHS, named, 'en');
const group = (report: ReturnType<typeof over>, id: string) =>
  report.groups.find((one) => one.id === id)?.rows ?? [];

describe('a month of the needs report', () => {
  it('that is over has its counts, and none under five', () => {
    const report = over(
      day('2026-10-01', { 'option:group': 4, 'option:peer': 3 }),
      day('2026-10-31', { 'option:group': 8 }),
    );
    expect(group(report, 'options')).to.deep.equal([
      { label: 'group', count: 12 },
      { label: 'peer', count: null },
    ]);
    expect(insightsCsv(report, 'en')).to.include('"group","12"').and.include('"peer",<5');
  });

  it('that is running is given in steps of five, without days, and not even says that someone small is there', () => {
    const report = running(day('2026-11-02', { conversation: 9, 'option:group': 14, 'option:peer': 4 }));
    expect(report.perDay).to.deep.equal([]);
    expect(group(report, 'options')).to.deep.equal([{ label: 'group', count: 10 }]);
    expect(insightsCsv(report, 'en')).to.include('"group","10+"').and.not.include('peer');
  });

  it('fits at least one more or fewer, whatever is told at two moments of it', () => {
    const told = Array.from({ length: 80 }, (_, count) =>
      JSON.stringify(group(running(day('2026-11-02', { 'option:group': count })), 'options')),
    );
    fc.assert(
      fc.property(fc.nat({ max: 60 }), fc.integer({ min: 1, max: 4 }), (before, few) => {
        const seen = `${told[before]} ${told[before + few]}`;
        const fitting = new Set<number>();
        for (let first = 0; first <= 70; first += 1)
          for (let more = 0; more <= 9; more += 1)
            if (`${told[first]} ${told[first + more]}` === seen) fitting.add(more);
        expect(fitting.size, `${before} and ${few} more`).to.be.greaterThan(4);
      }),
      { numRuns: 20 },
    );
  });

  it('leaves days out when the few of one of them could be worked out from what all make up', () => {
    const days = (...counts: number[]) =>
      counts.map((count, n) =>
        day(`2026-10-${String(n + 1).padStart(2, '0')}`, { conversation: count, 'language:en': count }),
      );
    expect(over(...days(9, 8, 3)).perDay, 'one').to.deep.equal([]);
    expect(over(...days(9, 1, 1)).perDay, 'as few as can be').to.deep.equal([]);
    expect(over(...days(9, 4, 4)).perDay, 'as many as can be').to.deep.equal([]);
    expect(over(...days(9, 1, 3)).perDay.map((one) => one.conversations)).to.deep.equal([9, null, null]);
  });

  it('tells how long half waited, and how many were taken soon unless that tells of the few who were not', () => {
    const waits = (soon: number, late: number) =>
      over(day('2026-10-05', { 'wait:60': soon, 'wait:600': late })).waiting;
    expect(waits(3, 1)).to.deep.equal({ medianSeconds: null, within2Minutes: null });
    expect(waits(9, 0)).to.deep.equal({ medianSeconds: 60, within2Minutes: 9 });
    expect(waits(9, 2)).to.deep.equal({ medianSeconds: 60, within2Minutes: null });
    expect(waits(6, 14)).to.deep.equal({ medianSeconds: 600, within2Minutes: 6 });
  });
});

describe('what a case counts for', () => {
  const START = Date.UTC(2026, 9, 20, 15);

  /** All that is counted while this happens to a case, a minute from one to the next. */
  function counted(way: Case['way'], ...events: [by: string, event: CaseEvent][]): string[] {
    let record = newCase(
      {
        id: 'case',
        conversation: 'conversation',
        way,
        summary: [],
        earlier: false,
        fromSeq: 0,
        language: 'en',
        country: 'US',
        safety: [],
      },
      new Date(START).toISOString(),
    );
    return events.flatMap(([by, event], n) => {
      const next = advance(record, by, event, new Date(START + (n + 1) * 60_000).toISOString());
      if (typeof next === 'string') throw new Error(`${event.kind}: ${next}`);
      record = next;
      return caseCounts(record, event.kind);
    });
  }
  const taken: [string, CaseEvent][] = [
    ['person', { kind: 'still-there' }],
    ['ana', { kind: 'claimed', name: 'Ana' }],
    ['ana', { kind: 'staff-wrote' }],
  ];

  it('is its wait once, and one outcome for each time that it ended', () => {
    const all = counted(
      'live',
      ...taken,
      ['ana', { kind: 'transferred', to: null, name: '' }],
      ['sam', { kind: 'claimed', name: 'Sam' }],
      ['sam', { kind: 'back-to-bot' }],
      ['sam', { kind: 'outcome-set', outcome: 'service-sent' }],
      ['sam', { kind: 'outcome-set', outcome: 'support-found' }],
      ['person', { kind: 'returned' }],
      ['sam', { kind: 'claimed', name: 'Sam' }],
      ['sam', { kind: 'closed', outcome: 'information-given' }],
      ['person', { kind: 'erased' }],
    );
    expect(all).to.deep.equal(['wait:60', 'outcome:service-sent', 'outcome:information-given']);
  });

  it('is that the person left, when they took it back or nobody met them', () => {
    expect(counted('live', ['person', { kind: 'withdrawn' }])).to.deep.equal(['outcome:person-left']);
    expect(counted('live', ['person', { kind: 'erased' }])).to.deep.equal(['outcome:person-left']);
    expect(counted('live', ...taken, ['person', { kind: 'withdrawn' }])).to.deep.equal(['wait:60']);
  });

  it('is each attempt to call, and no wait', () => {
    const all = counted(
      'callback',
      ['ana', { kind: 'claimed', name: 'Ana' }],
      ['ana', { kind: 'attempted', result: 'no-answer', name: 'Ana' }],
      ['sam', { kind: 'attempted', result: 'reached', name: 'Sam' }],
      ['sam', { kind: 'closed', outcome: 'support-found' }],
    );
    expect(all).to.deep.equal(['attempt:no-answer', 'attempt:reached', 'outcome:support-found']);
  });
});
