import { expect } from 'chai';
import { readDate } from '../../bot/engine/answer/date.ts';
import { dateInWords } from '../../bot/web/chat/ask/date-in-words.ts';

describe('a date that was picked', () => {
  const now = Date.parse('2026-11-20T12:00:00Z');

  for (const [language, words] of [
    ['en', 'December 3, 2026'],
    ['es', '3 de diciembre de 2026'],
  ] as const) {
    it(`goes out as a person reads it, and is understood: ${words}`, () => {
      expect(dateInWords('2026-12-03', language)).to.equal(words);
      expect(readDate(words, 'future', language, now)).to.equal('2026-12-03');
    });
  }

  it('goes out as it was typed where the browser has no picker', () => {
    expect(dateInWords('3 Dec', 'en')).to.equal('3 Dec');
  });
});
