import { expect } from 'chai';
import { evaluateIntents } from '../../bot/understanding/evaluate.ts';

const cases = [
  { id: 'a', text: 'one', lang: 'en', label: 'thanks', note: '' },
  { id: 'b', text: 'two', lang: 'en', label: 'greeting', note: 'typo;alt_label:thanks' },
  { id: 'c', text: 'three', lang: 'es', label: 'restart', note: '' },
  { id: 'd', text: 'four', lang: 'es', label: 'prognosis', note: '' },
];

describe('figures of understanding', () => {
  const report = evaluateIntents(
    cases,
    () => ({ intents: [{ id: 'thanks', score: 0.7 }], nothing: 0.1 }),
    (text) =>
      text === 'four'
        ? { kind: 'prognosis', rule: 'r' }
        : text === 'three'
          ? { kind: 'suicide', rule: 'r' }
          : null,
    0.6,
  );

  it('count what is right, also by another label that is acceptable', () => {
    expect(report.accuracy).to.equal(0.5);
    expect(report.errors).to.deep.equal(['c', 'd']);
    expect(report.labels['thanks']?.precision).to.equal(0.5);
    expect(report.labels['go_back']?.recall).to.equal(null);
  });
  it('count what a person meets: a safety reply comes before a wish', () => {
    expect(report.accuracy_with_safety).to.equal(0.75);
    expect(report.urgent_rate).to.equal(0.25);
  });
  it('count what is followed without asking', () => {
    expect(report.followed_right).to.equal(0.5);
    expect(report.followed_wrong).to.equal(0.5);
  });
  it('stand for each language by itself, with intervals that stay between 0 and 1', () => {
    expect(report.languages['en']?.accuracy).to.equal(1);
    expect(report.languages['es']?.accuracy).to.equal(0);
    const [low = 1, high = 0] = report.accuracy_ci ?? [];
    expect(low).to.be.within(0, 0.5);
    expect(high).to.be.within(0.5, 1);
  });
  it('of nothing are null', () => {
    const none = evaluateIntents(
      [],
      () => ({ intents: [], nothing: 1 }),
      () => null,
      0.6,
    );
    expect(none.accuracy).to.equal(null);
    expect(none.accuracy_ci).to.equal(null);
  });
});
