import { expect } from 'chai';
import { loaded, lines, resources } from './loaded.ts';

const now = Date.parse('2026-11-20T07:16:00Z');
const line = (id: string, language: 'en' | 'es' = 'en') =>
  loaded.views.line({ line: id, open: true }, { language, now });
const labels = (id: string, language: 'en' | 'es' = 'en'): string[] =>
  line(id, language)?.contacts.map((contact) => `${contact.label} | ${contact.href}`) ?? [];

describe('a line as a card', () => {
  it('says what to press, in the language of the person', () => {
    expect(labels('us-988')).to.deep.equal([
      'Call 988 | tel:988',
      'Text 988 | sms:988',
      'Open 988lifeline.org | https://988lifeline.org',
    ]);
    expect(labels('us-988', 'es').slice(0, 2)).to.deep.equal([
      'Llame al 988 y oprima 2 | tel:988',
      'Envíe AYUDA al 988 | sms:988?body=AYUDA',
    ]);
    expect(labels('us-veterans')[0]).to.equal('Call 988, then press 1 | tel:988');
    expect(labels('uk-nhs111-mental-health')[0]).to.equal('Call 111, then choose option 2 | tel:111');
  });

  it('gives the first word to send, and no word that nobody confirmed', () => {
    expect(labels('us-crisis-text-line')).to.deep.equal(['Text HOME to 741741 | sms:741741?body=HOME']);
    expect(labels('us-crisis-text-line', 'es').join()).not.to.contain('HOLA');
  });

  it('says who may text, beside the number', () => {
    expect(labels('us-emergency')[1]).to.equal(
      'Text 911 (only where the local 911 center takes texts) | sms:911',
    );
    expect(labels('uk-emergency')[1]).to.contain('register first');
  });

  it('names the region of every number when there are several', () => {
    expect(labels('uk-abuse-england').map((label) => label.split(' |')[0])).to.deep.equal([
      'England: Call 0808 2000 247',
      'England: Open nationaldahelpline.org.uk',
      'Scotland: Call 0800 027 1234',
      'Wales: Call 0808 80 10 800',
      'Wales: Text 07860 077 333',
      'Wales: Open gov.wales',
      'Northern Ireland: Call 0808 802 1414',
      'Northern Ireland: Write to help@dsahelpline.org',
    ]);
    expect(labels('ca-abuse-national', 'es').join()).to.contain(
      'Columbia Británica: Llame al 1-800-563-0808',
    );
  });

  it('admits hours that are not known', () => {
    expect(line('nz-lifeline')?.hours).to.equal('We could not confirm the hours.');
    expect(line('au-abuse', 'es')?.hours).to.equal('No pudimos confirmar el horario.');
  });

  it('every line fills in every sentence, in both languages', () => {
    for (const id of lines.keys()) {
      for (const language of ['en', 'es'] as const) {
        const view = line(id, language);
        expect(JSON.stringify(view), id).not.to.match(/[{]\w+[}]|undefined/);
        expect(view?.hours.length, id).to.be.greaterThan(2);
      }
    }
  });
});

describe('when a line opens again', () => {
  const opens = (instant: string, timeZone?: string, language: 'en' | 'es' = 'en') =>
    loaded.views.line(
      { line: 'cancercare-hopeline', open: false, opens: instant },
      { language, now, ...(timeZone === undefined ? {} : { timeZone }) },
    )?.opens;

  it("is said in the person's own time", () => {
    expect(opens('2026-11-20T15:00:00.000Z', 'America/Denver')).to.equal('Opens today at 8:00 AM, your time');
    expect(opens('2026-11-23T15:00:00.000Z', 'America/Los_Angeles')).to.equal(
      'Opens Monday at 7:00 AM, your time',
    );
  });

  it("is said in the line's time, with its name, when the person's is not known", () => {
    expect(opens('2026-11-20T15:00:00.000Z')).to.equal('Opens today at 10:00 AM, Eastern Time');
    expect(opens('2026-11-21T15:00:00.000Z')).to.equal('Opens tomorrow at 10:00 AM, Eastern Time');
    expect(opens('2026-12-01T15:00:00.000Z')).to.equal(
      'Opens Tuesday, December 1, at 10:00 AM, Eastern Time',
    );
    expect(opens('2026-11-20T15:00:00.000Z', 'Not/AZone')).to.equal('Opens today at 10:00 AM, Eastern Time');
  });

  it('is said in Spanish', () => {
    expect(opens('2026-11-23T15:00:00.000Z', 'America/Denver', 'es')).to.match(
      /^Abre el lunes a las 8:00 a\.\s?m\., su hora local$/,
    );
  });

  it('counts the days by the calendar when clocks change between', () => {
    const march = Date.parse('2026-03-08T04:30:00Z'); // Saturday 23:30 in New York, the night clocks go forward
    const view = loaded.views.line(
      { line: 'cancercare-hopeline', open: false, opens: '2026-03-09T14:00:00.000Z' },
      { language: 'en', now: march },
    );
    expect(view?.opens).to.equal('Opens Monday at 10:00 AM, Eastern Time');
  });
});

describe('a service as a card', () => {
  const card = (id: string, language: 'en' | 'es' = 'en') =>
    loaded.views.resource(id, ['why'], { language, now });

  it('has everything a person needs, in their language', () => {
    const view = card('angel-flight-west', 'es');
    expect(view?.kinds).to.deep.equal(['Transporte y viajes']);
    expect(view?.languages).to.deep.equal(['inglés']);
    expect(view?.where).to.contain('Hawái');
    expect(view?.name).to.equal('Free flights to medical care (western states)');
    expect(view?.nameMeans).to.equal('Vuelos gratis a citas médicas (estados del oeste)');
    expect(card('angel-flight-west')).not.to.have.property('nameMeans');
    expect(view?.because).to.deep.equal(['why']);
    expect(view?.checked).to.equal('2026-11-20');
  });

  it('says what we could not confirm', () => {
    expect(card('komen-breast-care-helpline')?.cautions).to.deep.equal(['We could not confirm the hours.']);
    expect(card('lbbc-helpline')?.cautions.join(' ')).to.contain('The phone number comes from an older page');
    expect(card('mi-its-a-breast-thing')?.cautions).to.deep.equal([
      'Funds open and close. Check before applying.',
      'The page we read is from 2020. Things may have changed.',
    ]);
    expect(card('ship-medicare-counselling')?.cautions).to.include(
      'We read this on another site, not their own. Check with them.',
    );
    expect(card('pan-foundation')?.cautions.join(' ')).not.to.contain('another site');
    expect(card('mbcn')?.cautions).to.deep.equal(['We could not confirm that it still runs. Check first.']);
    expect(card('al-forge')?.cautions[0]).to.equal(
      'Groups change days and sometimes end. Call or write first.',
    );
  });

  it('counts with no hours that are doubted', () => {
    expect(card('csc-helpline')?.open).to.equal(null);
    expect(card('csc-helpline')?.hours).to.contain('Mon-Fri 9am-9pm');
    expect(card('acs-helpline')?.open).to.equal(true);
    expect(card('cancercare-hopeline')?.hours).to.contain('Opens today at 10:00 AM, Eastern Time');
  });

  it('is complete for every service, in both languages, without staff notes', () => {
    for (const [id, resource] of resources) {
      for (const language of ['en', 'es'] as const) {
        const view = card(id, language);
        const text = JSON.stringify(view);
        expect(text, id).not.to.match(/[{]\w+[}]|undefined/);
        expect(view?.where.length, id).to.be.greaterThan(3);
        expect(view?.source.url, id).to.equal(resource.source_url);
        if (resource.notes !== undefined) expect(text).not.to.contain(resource.notes);
      }
    }
  });

  it('is not there for a service that is gone', () => {
    expect(card('no-such-service')).to.equal(undefined);
    expect(line('no-such-line')).to.equal(undefined);
  });
});
