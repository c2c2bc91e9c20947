import { expect } from 'chai';
import { dialled, smsHref, telHref } from '../../bot/directory/phone.ts';

describe('a number a person taps', () => {
  const right: [string, Parameters<typeof dialled>[1], string][] = [
    ['1-877-465-6636', 'US', '+18774656636'],
    ['(406) 555-0123', 'US', '+14065550123'],
    ['988', 'US', '988'],
    ['911', 'US', '911'],
    ['741741', 'US', '741741'],
    ['1-888-939-3333', 'CA', '+18889393333'],
    ['310-1818', 'CA', '3101818'],
    ['811', 'CA', '811'],
    ['13 11 14', 'AU', '131114'],
    ['1300 22 4636', 'AU', '1300224636'],
    ['1800 500 258', 'AU', '1800500258'],
    ['0477 13 11 14', 'AU', '+61477131114'],
    ['000', 'AU', '000'],
    ['0808 800 6000', 'UK', '+448088006000'],
    ['0808 80 10 800', 'UK', '+448088010800'],
    ['07860 077 333', 'UK', '+447860077333'],
    ['116 123', 'UK', '116123'],
    ['999', 'UK', '999'],
    ['85258', 'UK', '85258'],
    ['0800 733 843', 'NZ', '+64800733843'],
    ['0508 828 865', 'NZ', '+64508828865'],
    ['1737', 'NZ', '1737'],
    ['111', 'NZ', '111'],
  ];
  for (const [printed, country, dial] of right) {
    it(`${country}: ${printed} dials ${dial}`, () => {
      expect(dialled(printed, country)).to.equal(dial);
    });
  }

  it('is no link when it is not a number of that country', () => {
    const wrong: [string, Parameters<typeof dialled>[1]][] = [
      ['1-877-GO-KOMEN', 'US'],
      ['1-988-465-663', 'US'],
      ['0808 800 6000', 'US'],
      ['1 877 465 6636', 'UK'],
      ['1800 500 25', 'AU'],
      ['', 'US'],
      ['javascript:1', 'US'],
      ['988;isub=1', 'US'],
    ];
    expect(wrong.map(([printed, country]) => dialled(printed, country))).to.deep.equal(wrong.map(() => null));
  });

  it('opens a text message with its first word written', () => {
    expect(smsHref('741741', 'HOME')).to.equal('sms:741741?body=HOME');
    expect(smsHref('988')).to.equal('sms:988');
    expect(smsHref('1', 'a&b=c')).to.equal('sms:1?body=a%26b%3Dc');
    expect(telHref('+18774656636')).to.equal('tel:+18774656636');
  });
});
