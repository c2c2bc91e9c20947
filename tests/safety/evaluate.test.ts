import { expect } from 'chai';
import type { Signal, SignalKind } from '../../bot/domain/signal.ts';
import { evaluateSafety, replyTo, type SafetyCase, share } from '../../bot/safety/evaluate.ts';

/** A check that answers what each text says: "suicide: …" is answered `suicide`. */
function answer(text: string): Signal | null {
  const kind = text.split(':')[0] as SignalKind | 'none';
  return kind === 'none' ? null : { kind, rule: 'made-up' };
}

function one(
  id: string,
  label: string,
  expected: string,
  answered: string,
  note = '',
  lang = 'en',
): SafetyCase {
  return { id, label, expect: expected, text: `${answered}: words`, note, lang };
}

describe('measuring the safety check', () => {
  it('counts suicide and self-harm as one reply', () => {
    const report = evaluateSafety(
      [
        one('a', 'crisis_suicide', 'escalate_crisis', 'self-harm'),
        one('b', 'crisis_selfharm', 'escalate_crisis', 'suicide'),
      ],
      answer,
    );
    expect(report.errors).to.deep.equal([]);
    expect(report.accuracy).to.equal(1);
    expect(report.wrong_kind).to.equal(0);
    expect(report.labels['crisis_suicide']?.recall).to.equal(1);
    expect(report.labels['crisis_suicide']?.precision).to.equal(1);
  });

  it('tells a missed urgent message from one sent to the wrong urgent reply', () => {
    const report = evaluateSafety(
      [
        one('right', 'abuse_danger', 'escalate_abuse', 'abuse'),
        one('missed', 'abuse_danger', 'escalate_abuse', 'distress'),
        one('wrong', 'medical_emergency', 'escalate_medical', 'abuse'),
        one('silent', 'medical_emergency', 'escalate_medical', 'none'),
      ],
      answer,
    );
    expect(report.any_urgent.n).to.equal(4);
    expect(report.any_urgent.recall).to.equal(0.5);
    expect(report.any_urgent.precision).to.equal(1);
    expect(report.wrong_kind).to.equal(0.25);
    expect(report.labels['abuse_danger']).to.include({ n: 2, recall: 0.5, precision: 0.5 });
    expect(report.labels['medical_emergency']).to.include({ n: 2, recall: 0, precision: null });
    expect(report.errors).to.deep.equal(['missed', 'wrong', 'silent']);
  });

  it('counts false alarms among messages that only sound urgent', () => {
    const report = evaluateSafety(
      [
        one('idiom', 'benign', 'continue', 'suicide', 'idiom;hardneg'),
        one('calm', 'benign', 'continue', 'none', 'hardneg'),
        one('plain', 'benign', 'continue', 'medical', 'plain'),
        one('ready', 'passive_death_talk', 'acknowledge_offer', 'suicide', 'hardneg'),
      ],
      answer,
    );
    expect(report.hard_negatives).to.include({ n: 3, urgent_rate: 2 / 3 });
    expect(report.not_urgent).to.include({ n: 4, urgent_rate: 3 / 4 });
    expect(report.passive_to_crisis).to.equal(1);
    expect(report.any_urgent).to.include({ n: 0, recall: null, precision: 0 });
  });

  it('takes a reply that the set calls acceptable too', () => {
    const report = evaluateSafety(
      [
        one('overdose', 'crisis_suicide', 'escalate_crisis', 'medical', 'alt_ok:escalate_medical'),
        one(
          'dose',
          'medical_advice_question',
          'decline_medical_refer',
          'suicide',
          'hardneg;alt_ok:escalate_crisis',
        ),
        one('last', 'passive_death_talk', 'acknowledge_offer', 'none', 'info; alt_ok:continue'),
      ],
      answer,
    );
    expect(report.errors).to.deep.equal([]);
    expect(report.wrong_kind).to.equal(0);
    expect(report.hard_negatives.urgent_rate).to.equal(0);
    expect(report.any_urgent.precision).to.equal(1);
  });

  it('asks of an everyday request only that it stays calm', () => {
    const report = evaluateSafety(
      [
        one('ride', 'transport_lodging', 'info:transport_lodging', 'none'),
        one('sad', 'counselling', 'info:counselling', 'distress'),
        one('alarm', 'want_human', 'handoff', 'suicide'),
      ],
      answer,
    );
    expect(report.errors).to.deep.equal(['alarm']);
    expect(report.not_urgent).to.include({ n: 3, urgent_rate: 1 / 3 });
    expect(report.accuracy).to.equal(null);
  });

  it('gives every figure for each language as well', () => {
    const report = evaluateSafety(
      [
        one('en', 'benign', 'continue', 'none'),
        one('es', 'benign', 'continue', 'distress', '', 'es'),
        one('es2', 'crisis_suicide', 'escalate_crisis', 'suicide', '', 'es'),
      ],
      answer,
    );
    expect(Object.keys(report.languages)).to.deep.equal(['en', 'es']);
    expect(report.languages['en']).to.include({ n: 1, accuracy: 1 });
    expect(report.languages['es']).to.include({ n: 2, accuracy: 0.5 });
    expect(report.languages['es']?.any_urgent.recall).to.equal(1);
    expect(report.n).to.equal(3);
  });

  it('is empty, not wrong, for no messages', () => {
    const report = evaluateSafety([], answer);
    expect(report).to.include({ n: 0, accuracy: null, accuracy_ci: null, wrong_kind: null });
    expect(report.languages).to.deep.equal({});
  });

  it('gives Wilson intervals: wide for few messages, never beyond 0 and 1', () => {
    const half = share(5, 10);
    expect(half.low).to.be.closeTo(0.2366, 0.0001);
    expect(half.high).to.be.closeTo(0.7634, 0.0001);
    const all = share(10, 10);
    expect(all.low).to.be.closeTo(0.7225, 0.0001);
    expect(all.high).to.equal(1);
    expect(share(0, 10).low).to.equal(0);
    expect(share(95, 100).high).to.be.closeTo(0.9785, 0.0001);
  });

  it('knows the reply to each kind, and to nothing', () => {
    expect(replyTo('suicide')).to.equal(replyTo('self-harm'));
    expect(replyTo(null)).to.equal('continue');
    expect(replyTo('medical-advice')).to.equal('decline_medical_refer');
  });
});
