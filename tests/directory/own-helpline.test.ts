import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { DateTime } from 'luxon';
import { parse } from 'yaml';
import { helplineSchema } from '../../bot/directory/helpline-schema.ts';
import { helplineNow } from '../../bot/directory/own-helpline.ts';
import { loaded } from './loaded.ts';

const own = helplineSchema.parse(parse(readFileSync('resources/helplines/own.yaml.example', 'utf8')));
const at = (local: string): number => DateTime.fromISO(local, { zone: own.zone }).toMillis();
const state = (local: string): string => {
  const now = helplineNow(own, at(local));
  return now.state === 'closed' && now.opens !== undefined
    ? DateTime.fromISO(now.opens, { zone: own.zone }).toFormat("yyyy-MM-dd'T'HH:mm")
    : now.state;
};

describe("a helpline of one's own", () => {
  it('is not there until it is set up', () => {
    expect(loaded.own).to.equal(null);
    expect(helplineNow(null, 0)).to.deep.equal({ state: 'none' });
    expect(loaded.directory.lines('own', 'US', 0)).to.deep.equal([]);
    expect(loaded.directory.hasLine('own')).to.equal(false);
  });

  const cases: [what: string, local: string, expected: string][] = [
    ['an ordinary Monday', '2026-11-23T10:00', 'open'],
    ['after hours', '2026-11-23T19:00', '2026-11-24T09:00'],
    ['Saturday night', '2026-11-21T23:00', 'open'],
    ['Saturday night that is Sunday already', '2026-11-22T01:59', 'open'],
    ['Sunday morning', '2026-11-22T02:00', '2026-11-23T09:00'],
    ['the night clocks go back', '2026-11-01T01:30', 'open'],
    ['the evening before Thanksgiving', '2026-11-25T20:00', '2026-11-28T22:00'],
    ['Thanksgiving', '2026-11-26T12:00', '2026-11-28T22:00'],
    ['the short day before Christmas', '2026-12-24T11:59', 'open'],
    ['the short day before Christmas, afternoon', '2026-12-24T12:00', '2026-12-26T22:00'],
    ['Christmas Day', '2026-12-25T10:00', '2026-12-26T22:00'],
  ];
  for (const [what, local, expected] of cases) {
    it(`${what}, ${local}: ${expected}`, () => {
      expect(state(local)).to.equal(expected);
    });
  }

  it('keeps a night shift to its end when the next day is a holiday', () => {
    const shifts = { ...own, hours: [{ days: ['thu' as const], from: '22:00', to: '06:00' }], special: [] };
    expect(helplineNow(shifts, at('2026-12-25T03:00')).state).to.equal('open');
    const closedThursday = { ...shifts, closed: [{ from: '2026-12-24' }] };
    expect(helplineNow(closedThursday, at('2026-12-25T03:00')).state).to.equal('closed');
  });

  it('promises no opening that is too far away to name', () => {
    const summer = { ...own, closed: [{ from: '2026-01-01', to: '2026-12-31' }], special: [] };
    expect(helplineNow(summer, at('2026-06-01T12:00'))).to.deep.equal({ state: 'closed', name: own.name });
  });

  it('is a line like the others once it is set up, with its hours in words', () => {
    const set = loaded.withOwn(own);
    const now = at('2026-11-23T20:00');
    const [line] = set.directory.lines('own', 'US', now);
    expect(line).to.deep.equal({ line: 'own', open: false, opens: '2026-11-24T16:00:00.000Z' });
    expect(set.directory.hasLine('own')).to.equal(true);
    expect(set.directory.revision).not.to.equal(loaded.directory.revision);
    const view = line && set.views.line(line, { language: 'en', now });
    expect(view?.name).to.equal('Riverside Cancer Helpline');
    expect(view?.contacts[0]?.href).to.equal('tel:+18005550142');
    expect(view?.opens).to.equal('Opens tomorrow at 9:00 AM, Mountain Time');
    expect(view?.hours).to.equal(
      'Monday to Thursday 9:00 AM to 7:00 PM; Friday 9:00 AM to 5:00 PM; Saturday 10:00 PM to 2:00 AM (Mountain Time)',
    );
    const spanish = line && set.views.line(line, { language: 'es', now });
    expect(spanish?.hours).to.contain('de lunes a jueves de 9:00');
  });
});
