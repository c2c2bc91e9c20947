import { expect } from 'chai';
import { COUNTRIES } from '../../bot/domain/locale.ts';
import { LINE_PURPOSES } from '../../bot/domain/reply.ts';
import { neverCalled, readBefore } from '../../bot/directory/check-lines.ts';
import { directory, lines } from './loaded.ts';

const night = Date.parse('2026-11-20T07:16:00Z'); // 2:16 in New York
const day = Date.parse('2026-11-20T17:00:00Z'); // noon in New York
const ids = (...query: Parameters<typeof directory.lines>): string[] =>
  directory.lines(...query).map((line) => line.line);

describe('lines to call', () => {
  it('at two at night in the US: a cancer line that answers, then the crisis lines', () => {
    expect(ids('night', 'US', night)).to.deep.equal(['us-cancer-24h', 'us-988', 'us-crisis-text-line']);
    expect(directory.lines('night', 'US', night).every((line) => line.open)).to.equal(true);
  });

  it('cancer helplines: open ones first, then those whose hours we do not know', () => {
    expect(ids('helpline', 'US', day)).to.deep.equal([
      'us-cancer-24h',
      'cancercare-hopeline',
      'komen-breast-care-helpline',
      'lbbc-helpline',
    ]);
    expect(ids('helpline', 'US', night)).to.deep.equal([
      'us-cancer-24h',
      'komen-breast-care-helpline',
      'lbbc-helpline',
      'share-helpline',
    ]);
  });

  it('crisis, abuse and poisons always hold the emergency number too', () => {
    for (const country of COUNTRIES) {
      for (const purpose of ['crisis', 'abuse', 'poisons', 'emergency'] as const) {
        const kinds = directory.lines(purpose, country, night).map((line) => lines.get(line.line)?.kind);
        expect(kinds, `${country} ${purpose}`).to.include('emergency');
      }
    }
  });

  it('are four at most, of that country, and each exists', () => {
    for (const country of COUNTRIES) {
      for (const purpose of LINE_PURPOSES) {
        for (const now of [night, day]) {
          const found = directory.lines(purpose, country, now);
          expect(found.length).to.be.at.most(4);
          if (purpose !== 'own') expect(found.length, `${country} ${purpose}`).to.be.at.least(1);
          for (const { line } of found) {
            expect(directory.hasLine(line)).to.equal(true);
            expect(lines.get(line)?.country).to.equal(country);
          }
        }
      }
    }
  });

  it('988 is never shown outside the US and Canada', () => {
    for (const country of ['AU', 'UK', 'NZ'] as const) {
      for (const purpose of LINE_PURPOSES) {
        for (const { line } of directory.lines(purpose, country, night)) {
          expect([lines.get(line)?.phone, lines.get(line)?.sms?.number]).not.to.include('988');
        }
      }
    }
  });

  it('a way to write stands beside the number to call in a crisis', () => {
    for (const country of COUNTRIES) {
      const shown = directory.lines('crisis', country, night).map((line) => lines.get(line.line));
      expect(
        shown.some((line) => line?.sms !== null || line?.chat !== null),
        country,
      ).to.equal(true);
    }
  });

  it('which were read too long ago, or never called, can be told before a release', () => {
    expect(readBefore(lines.values(), '2026-11-20')).to.deep.equal([]);
    expect(readBefore(lines.values(), '2026-12-21')).to.include('us-988');
    expect(neverCalled(lines.values())).to.include('us-988');
  });
});
