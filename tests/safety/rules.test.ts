import { expect } from 'chai';
import { assess } from '../../bot/safety/assess.ts';
import { compileSafety } from '../../bot/safety/compile.ts';
import { loadSafety } from '../../bot/safety/load.ts';
import { readPhrase } from '../../bot/safety/phrase.ts';
import type { Example, SafetyRules } from '../../bot/safety/rules.ts';

/** Examples that do not hold, with the reason. Keep it empty if you can. */
const KNOWN_MISSES: Readonly<Record<string, string>> = {};

async function shippedRules(): Promise<SafetyRules> {
  const loaded = await loadSafety('resources/safety');
  if ('problems' in loaded)
    throw new Error(loaded.problems.map((p) => `${p.file} ${p.path}: ${p.message}`).join('\n'));
  return loaded.ok;
}

function holds(rules: SafetyRules, example: Example): boolean {
  const kind = assess(rules, example.text)?.kind ?? null;
  return example.want === 'other' ? kind !== example.kind : kind === example.want;
}

describe('what the clinicians wrote as examples is what the check finds', () => {
  let rules: SafetyRules;
  before(async () => {
    rules = await shippedRules();
  });

  it('has rules, with examples, for every kind', () => {
    const kinds = new Set(rules.rules.map((r) => r.kind));
    expect([...kinds].sort()).to.deep.equal([
      'abuse',
      'death-talk',
      'distress',
      'medical',
      'medical-advice',
      'prognosis',
      'self-harm',
      'suicide',
    ]);
    for (const rule of rules.rules)
      expect(
        rules.examples.filter((e) => e.rule === rule.id && e.want === e.kind).length,
        rule.id,
      ).to.be.greaterThan(3);
  });

  it('finds the kind of every example, and leaves every counter-example alone', () => {
    const broken = rules.examples
      .filter((e) => !holds(rules, e) && !(e.text in KNOWN_MISSES))
      .map((e) => `${e.at.file}:${e.at.line} wants ${e.want}: ${e.text}`);
    expect(broken).to.deep.equal([]);
  });

  it('finds an example whatever stands before and after it', () => {
    const broken = rules.examples
      .filter((e) => e.want === e.kind && ['suicide', 'abuse', 'medical'].includes(e.kind))
      .filter(
        (e) =>
          assess(rules, `Hello there. ${e.text}\nThanks for being here.`)?.kind !==
          assess(rules, e.text)?.kind,
      )
      .map((e) => `${e.at.file}:${e.at.line}`);
    expect(broken).to.deep.equal([]);
  });

  it('does not care for capitals', () => {
    const broken = rules.examples
      .filter((e) => e.want === e.kind)
      .filter((e) => assess(rules, e.text.toUpperCase())?.kind !== e.kind)
      .map((e) => `${e.at.file}:${e.at.line}`);
    expect(broken).to.deep.equal([]);
  });

  it('lets what was asked alone, until the writer says in any sentence that the answer was a lie', () => {
    const asked = 'The nurse asked if I think of killing myself. I said no.';
    expect(assess(rules, asked)?.kind).to.not.equal('suicide');
    expect(assess(rules, `${asked} I lied.`)?.kind).to.equal('suicide');
  });

  it('tells what talk of dying is about, where its rule says so', () => {
    expect(assess(rules, 'I want to plan my own funeral')?.topic).to.equal('plans');
    expect(assess(rules, 'es legal la eutanasia donde vivo')?.topic).to.equal('help_to_die');
    expect(assess(rules, 'quiero hablar de la muerte')).to.include({ kind: 'death-talk' });
    expect(assess(rules, 'quiero hablar de la muerte')).to.not.have.property('topic');
  });
});

describe('a rule file', () => {
  const written = (kind: string) =>
    compileSafety([
      {
        file: 'rules/some.yaml',
        text: `
kind: ${kind}
about: A file that stands here for its kind.
review: { clinician: null, lived_experience: null, caregiver: null, reviewed_on: null }
rules:
  - rule: some-rule
    about: A rule that stands here for its topic.
    topic: plans
    phrases: my funeral
    examples: my funeral
`,
      },
    ]);

  it('may name a topic where it is about dying, and nowhere else', () => {
    expect(written('death-talk')).to.have.property('ok');
    expect(written('distress')).to.deep.include({
      problems: [
        {
          file: 'rules/some.yaml',
          path: 'rules.some-rule.topic',
          message: 'only rules of death-talk have a topic',
        },
      ],
    });
  });
});

describe('a phrase pattern', () => {
  const fold = (word: string): string[] => [word];

  it('is refused where one choice may be missing, which would make the others optional too', () => {
    expect(readPhrase('(hard|problems?|unable) to breathe', fold)).to.have.property('wrong');
    expect(readPhrase('(hard|problems|unable)? to breathe', fold)).to.have.property('phrase');
  });
});
