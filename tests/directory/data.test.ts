import { expect } from 'chai';
import { contactsOfResource } from '../../bot/directory/contacts.ts';
import { dialled } from '../../bot/directory/phone.ts';
import { translationOf } from '../../bot/directory/translation.ts';
import { lines, loaded, notices, resources } from './loaded.ts';

/** Words that are never said to people here; names of organisations are exempt. */
const BANNED =
  /\b(fight|fights|fighting|battle|beat|brave|warriors?|survivors?|journey|stay positive|at least|terminal|victims?|luchar|batalla|guerrera|sobrevivientes?|valiente)\b|!/i;

describe('the list of services', () => {
  const all = [...resources.values()];

  it('has all 135 services, each once', () => {
    expect(all.length).to.equal(135);
    expect(new Set(all.map((one) => one.id)).size).to.equal(135);
  });

  it('is spoken in both languages, and no translation is out of date', () => {
    expect(notices).to.deep.equal([]);
    expect(all.filter((one) => translationOf(one) === null).map((one) => one.id)).to.deep.equal([]);
  });

  it('says nothing that hurts, in either language', () => {
    const wrong = all.flatMap((one) =>
      [one.what_to_expect, one.eligibility, one.cost, one.es?.what_to_expect, one.es?.eligibility]
        .filter((text) => text !== undefined && BANNED.test(text))
        .map(() => one.id),
    );
    expect(wrong).to.deep.equal([]);
  });

  it('gives a link for every number, and each number in one form', () => {
    const context = loaded.viewContext({ language: 'en', now: 0 });
    for (const one of all) {
      const contacts = contactsOfResource(one, context.word);
      const phones = contacts.filter((contact) => contact.kind === 'phone');
      expect(phones.length, one.id).to.equal(one.phone === null ? 0 : 1);
      for (const contact of contacts) {
        expect(contact.href, one.id).to.match(
          /^(tel:\+?\d{3,15}|sms:\+?\d{3,15}(\?body=\w+)?|https?:\/\/\S+|mailto:\S+@\S+)$/,
        );
        expect(contact.label).not.to.contain('{');
      }
    }
  });

  it('keeps the numbers that a slip would make dangerous', () => {
    expect(resources.get('komen-breast-care-helpline')?.phone).to.equal('1-877-465-6636');
    expect(resources.get('acs-helpline')?.phone).to.equal('1-800-227-2345');
    expect(resources.get('au-canteen-parents')?.phone).to.equal('1800 945 215');
    expect(resources.get('au-bcna-helpline')?.phone).to.equal('1800 500 258');
  });

  it('says of every fund that it opens and closes', () => {
    const volatile = all.filter((one) => one.volatile);
    expect(volatile.length).to.equal(21);
    for (const one of volatile) {
      const view = loaded.views.resource(one.id, [], { language: 'en', now: 0 });
      expect(view?.cautions.join(' '), one.id).to.contain('open and close');
    }
  });

  it('says first that a paused service takes nobody new', () => {
    for (const id of ['lazarex', 'cancercare-copay-foundation']) {
      const view = loaded.views.resource(id, [], { language: 'en', now: 0 });
      expect(view?.cautions[0]).to.contain('not taking new people');
      expect(view?.open).to.equal(null);
    }
  });
});

describe('the lines', () => {
  const all = [...lines.values()];

  it('show no number that nobody could confirm', () => {
    expect(lines.get('ca-abuse-on')?.phone).to.equal(null);
    expect(lines.get('us-nurse')?.phone).to.equal(null);
    expect(lines.get('ca-abuse-mb')?.sms).to.equal(null);
    const shown = new Set(
      (['US', 'AU', 'UK', 'CA', 'NZ'] as const).flatMap((country) =>
        (['crisis', 'abuse', 'emergency', 'poisons', 'night', 'helpline'] as const).flatMap((purpose) =>
          loaded.directory
            .lines(purpose, country, 0)
            .flatMap(({ line }) => [line, ...(lines.get(line)?.also ?? [])]),
        ),
      ),
    );
    expect(shown.has('ca-abuse-ab')).to.equal(false);
    expect(shown.has('us-nurse')).to.equal(false);
  });

  it('speak both languages and say nothing that hurts', () => {
    for (const line of all) {
      expect(line.about.en, line.id).not.to.match(BANNED);
      expect(line.about.es, line.id).not.to.match(BANNED);
    }
  });

  it('can each be dialled in their country', () => {
    for (const line of all) {
      if (line.phone !== null) expect(dialled(line.phone, line.country), line.id).not.to.equal(null);
      if (line.sms !== null) expect(dialled(line.sms.number, line.country), line.id).not.to.equal(null);
    }
  });

  it('leave the signature of the person who calls them empty', () => {
    expect(all.filter((line) => line.called !== null).map((line) => line.id)).to.deep.equal([]);
  });
});
