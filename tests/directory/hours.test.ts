import { expect } from 'chai';
import * as fc from 'fast-check';
import { DateTime } from 'luxon';
import { isoInstant, openAt, weekAt } from '../../bot/directory/hours.ts';
import type { Hours, WeekSpan } from '../../bot/directory/hours-schema.ts';

const at = (local: string, zone: string): number => DateTime.fromISO(local, { zone }).toMillis();
const everyDay: WeekSpan['days'] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const weekdays: WeekSpan['days'] = ['mon', 'tue', 'wed', 'thu', 'fri'];

/** Spans, zone, the moment in that zone, and what holds: open, or when it opens (in that zone). */
type Case = [what: string, spans: WeekSpan[], zone: string, now: string, expected: true | string];

const office: WeekSpan[] = [{ days: weekdays, from: '09:00', to: '17:00' }];
const night: WeekSpan[] = [{ days: everyDay, from: '22:00', to: '06:00' }];
const fridayNight: WeekSpan[] = [{ days: ['fri'], from: '22:00', to: '02:00' }];
const wholeDay: WeekSpan[] = [{ days: ['sun'], from: '00:00', to: '24:00' }];
const small: WeekSpan[] = [{ days: ['sun'], from: '02:15', to: '02:45' }];
const twice: WeekSpan[] = [{ days: ['sun'], from: '01:15', to: '01:45' }];

const cases: Case[] = [
  ['in the middle of the day', office, 'America/New_York', '2026-11-18T12:00', true],
  ['at the minute of opening', office, 'America/New_York', '2026-11-18T09:00', true],
  ['at the minute of closing', office, 'America/New_York', '2026-11-18T17:00', '2026-11-19T09:00'],
  ['on Friday night', office, 'America/New_York', '2026-11-20T22:00', '2026-11-23T09:00'],
  [
    'before the doors open on a spring day',
    office,
    'America/New_York',
    '2026-03-09T08:59',
    '2026-03-09T09:00',
  ],
  [
    'on the Sunday when clocks go forward',
    office,
    'America/New_York',
    '2026-03-08T12:00',
    '2026-03-09T09:00',
  ],
  ['on the Sunday when clocks go back', office, 'America/New_York', '2026-11-01T12:00', '2026-11-02T09:00'],
  ['over midnight', night, 'America/New_York', '2026-03-08T00:30', true],
  ['after clocks went forward in the night', night, 'America/New_York', '2026-03-08T05:59', true],
  [
    'when the night ends on the spring day',
    night,
    'America/New_York',
    '2026-03-08T06:00',
    '2026-03-08T22:00',
  ],
  [
    'when the night ends on the autumn day',
    night,
    'America/New_York',
    '2026-11-01T06:00',
    '2026-11-01T22:00',
  ],
  ['in an hour that comes twice', night, 'America/New_York', '2026-11-01T01:30', true],
  [
    'in a span whose time does not exist that day',
    small,
    'America/New_York',
    '2026-03-08T01:00',
    '2026-03-08T03:15',
  ],
  ['Friday night that is Saturday already', fridayNight, 'Europe/London', '2026-11-21T01:59', true],
  ['Saturday night, a week to wait', fridayNight, 'Europe/London', '2026-11-21T22:30', '2026-11-27T22:00'],
  ['London, spring day', office, 'Europe/London', '2026-03-29T10:00', '2026-03-30T09:00'],
  ['London, the whole autumn Sunday', wholeDay, 'Europe/London', '2026-10-25T23:59', true],
  ['London, the end of that Sunday', wholeDay, 'Europe/London', '2026-10-26T00:00', '2026-11-01T00:00'],
  ['Sydney, the day clocks go forward', office, 'Australia/Sydney', '2026-10-04T12:00', '2026-10-05T09:00'],
  ['Sydney, the night clocks go forward', night, 'Australia/Sydney', '2026-10-04T05:30', true],
  ['Sydney, the night clocks go back', night, 'Australia/Sydney', '2026-04-05T02:30', true],
  ['Phoenix, where clocks never change', office, 'America/Phoenix', '2026-03-08T12:00', '2026-03-09T09:00'],
  ['Phoenix, at night', night, 'America/Phoenix', '2026-11-01T03:00', true],
  ['Lord Howe, half an hour forward', night, 'Australia/Lord_Howe', '2026-10-04T05:59', true],
];

describe('hours of a service', () => {
  for (const [what, spans, zone, now, expected] of cases) {
    it(`${zone}, ${now}: ${what}`, () => {
      const state = weekAt({}, { spans, zone }, at(now, zone));
      expect(state).to.deep.equal(
        expected === true ? { open: true } : { open: false, opens: at(expected, zone) },
      );
    });
  }

  it('cover both passes of an hour that comes twice', () => {
    const zone = 'America/New_York';
    const first = Date.parse('2026-11-01T05:30:00Z');
    const second = Date.parse('2026-11-01T06:30:00Z');
    expect(weekAt({}, { spans: twice, zone }, first).open).to.equal(true);
    expect(weekAt({}, { spans: twice, zone }, second).open).to.equal(true);
    expect(weekAt({}, { spans: twice, zone }, Date.parse('2026-11-01T06:45:00Z')).open).to.equal(false);
  });

  it('open at nine by the clock on the wall, also on the day clocks change', () => {
    const sunday: WeekSpan[] = [{ days: ['sun'], from: '09:00', to: '17:00' }];
    for (const [zone, day] of [
      ['America/New_York', '2026-03-08'],
      ['America/New_York', '2026-11-01'],
      ['Europe/London', '2026-03-29'],
      ['Australia/Sydney', '2026-10-04'],
      ['Pacific/Auckland', '2026-09-27'],
    ] as const) {
      const state = weekAt({}, { spans: sunday, zone }, at(`${day}T00:30`, zone));
      expect(state.opens, `${zone} ${day}`).to.equal(at(`${day}T09:00`, zone));
    }
  });

  it('are the same whether or not an answer was kept from before', () => {
    const key = {};
    const zones = ['America/New_York', 'Europe/London', 'Australia/Sydney', 'America/Phoenix'];
    const start = Date.parse('2026-01-01T00:00:00Z');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 365 * 24 * 60 }), fc.constantFrom(...zones), (minutes, zone) => {
        const week = { spans: [...office, ...fridayNight], zone };
        const now = start + minutes * 60_000;
        expect(weekAt(key, week, now)).to.deep.equal(weekAt({}, week, now));
      }),
    );
  });

  it('promise an opening at which it is indeed open, and not before', () => {
    const zones = ['America/New_York', 'Europe/London', 'Australia/Sydney', 'America/Phoenix'];
    const start = Date.parse('2026-01-01T00:00:00Z');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 365 * 24 * 60 }), fc.constantFrom(...zones), (minutes, zone) => {
        const week = { spans: [...office, ...fridayNight], zone };
        const now = start + minutes * 60_000;
        const { open, opens } = weekAt({}, week, now);
        if (open === true) return;
        expect(opens).to.be.greaterThan(now);
        expect(weekAt({}, week, opens ?? 0).open).to.equal(true);
        expect(weekAt({}, week, (opens ?? 0) - 1).open).to.equal(false);
      }),
    );
  });
});

describe('hours we are not sure of', () => {
  const hours = (part: Partial<Hours>): Hours => ({
    text: 'Mon-Fri 9-5',
    tz: null,
    open: office,
    always_open: false,
    ...part,
  });
  const noon = at('2026-11-18T12:00', 'America/New_York');

  it('without a zone are never computed', () => {
    expect(openAt(hours({}), noon, { country: 'US' })).to.deep.equal({ open: null });
    expect(openAt(null, noon, { country: 'US' })).to.deep.equal({ open: null });
    expect(openAt(hours({ open: null, tz: 'America/New_York' }), noon, { country: 'US' }).open).to.equal(
      null,
    );
  });

  it('day and night need no zone', () => {
    expect(openAt(hours({ open: null, always_open: true }), noon, { country: 'US' })).to.deep.equal({
      open: true,
    });
  });

  it('in local time are told where they are the same for the whole country, or for the person', () => {
    const local = hours({ tz: 'local', open: [{ days: everyDay, from: '08:00', to: '17:00' }] });
    const sydney = (text: string): number => at(text, 'Australia/Sydney');
    expect(openAt(local, sydney('2026-11-18T12:00'), { country: 'AU' }).open).to.equal(true);
    expect(openAt(local, sydney('2026-11-18T02:00'), { country: 'AU' })).to.deep.equal({ open: false });
    expect(openAt(local, sydney('2026-11-18T08:30'), { country: 'AU' }).open).to.equal(null);
    const perth = openAt(local, sydney('2026-11-18T08:30'), { country: 'AU', timeZone: 'Australia/Perth' });
    expect(perth).to.deep.equal({ open: false, opens: at('2026-11-18T08:00', 'Australia/Perth') });
  });

  it('are written as an instant in UTC', () => {
    expect(isoInstant(0)).to.equal('1970-01-01T00:00:00.000Z');
  });
});
