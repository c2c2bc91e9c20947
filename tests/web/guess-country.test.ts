import { expect } from 'chai';
import { guessCountry, localeOf } from '../../bot/web/chat/conversation/guess-country.ts';

describe('the country whose numbers are shown first', () => {
  it('is where the clock is set, whatever the language', () => {
    expect(guessCountry('Australia/Perth', ['en-US'])).to.equal('AU');
    expect(guessCountry('America/Toronto', ['en-US'])).to.equal('CA');
    expect(guessCountry('Europe/London', ['en-US'])).to.equal('UK');
    expect(guessCountry('Pacific/Auckland', ['en-GB'])).to.equal('NZ');
    expect(guessCountry('America/Indiana/Knox', ['en-GB'])).to.equal('US');
  });

  it('is the region of the language where the clock does not tell', () => {
    expect(guessCountry(undefined, ['es', 'en-GB'])).to.equal('UK');
    expect(guessCountry('UTC', ['fr-CA'])).to.equal('CA');
  });

  it('is left to the deployment when nothing points to one', () => {
    expect(guessCountry('Europe/Berlin', ['de-DE', 'de'])).to.equal(undefined);
    expect(guessCountry(undefined, [])).to.equal(undefined);
  });

  it('is told to the server as the standard spells it', () => {
    expect(localeOf('en', 'UK')).to.equal('en-GB');
    expect(localeOf('es', 'US')).to.equal('es-US');
  });
});
