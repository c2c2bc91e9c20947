import { expect } from 'chai';
import { en } from '../../bot/web/chat/words/en.ts';
import { es } from '../../bot/web/chat/words/es.ts';

describe('how long a chat is kept, as the page says it', () => {
  for (const [language, words] of Object.entries({ en, es })) {
    it(`names the longer time with a person where the usual one is less than a day (${language})`, () => {
      for (const told of [words.consentKept(6), words.aboutKept(6).join(' ')]) {
        expect(told)
          .to.match(/\b6 (hours|horas)\b/)
          .and.to.match(/\b24 (hours|horas)\b/);
      }
      for (const told of [words.consentKept(48), words.aboutKept(48).join(' ')]) {
        expect(told)
          .to.match(/\b48 (hours|horas)\b/)
          .and.not.to.match(/\b24\b/);
      }
    });
  }
});
