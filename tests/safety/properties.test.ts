import { expect } from 'chai';
import fc from 'fast-check';
import { URGENT } from '../../bot/domain/signal.ts';
import { assess, findings } from '../../bot/safety/assess.ts';
import { loadSafety } from '../../bot/safety/load.ts';
import type { SafetyRules } from '../../bot/safety/rules.ts';
import { sentences } from '../../bot/safety/tokens.ts';

describe('the safety check keeps its word on any text', () => {
  let rules: SafetyRules;
  let other: SafetyRules;
  before(async () => {
    for (const place of ['rules', 'other'] as const) {
      const loaded = await loadSafety('resources/safety');
      if ('problems' in loaded) throw new Error(`${loaded.problems.length} problems in the rules`);
      if (place === 'rules') rules = loaded.ok;
      else other = loaded.ok;
    }
  });
  /** Words of the rules, shuffled: what is most likely to trip the matcher. */
  const likely = (): fc.Arbitrary<string> => {
    const words = [...new Set(rules.examples.flatMap((e) => e.text.split(' ')))];
    return fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((a) => a.join(' '));
  };

  it('never throws, and says the same each time, in whatever order it was asked', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), likely()), (text) => {
        const first = assess(rules, text);
        expect(assess(rules, text)).to.deep.equal(first);
        expect(assess(other, text)).to.deep.equal(first);
      }),
      { seed: 11, numRuns: 600 },
    );
  });

  it('tells a kind, a rule that exists, and a second kind only when it is urgent and another', () => {
    const ids = new Set(rules.rules.map((r) => r.id));
    fc.assert(
      fc.property(likely(), (text) => {
        const signal = assess(rules, text);
        if (signal === null) {
          expect(findings(rules, text)).to.deep.equal([]);
          return;
        }
        expect(ids.has(signal.rule)).to.equal(true);
        if (signal.also === undefined) return;
        expect(URGENT.has(signal.kind) && URGENT.has(signal.also)).to.equal(true);
        expect(signal.also).to.not.equal(signal.kind);
      }),
      { seed: 12, numRuns: 600 },
    );
  });

  it('keeps an urgent finding when an unrelated sentence is added', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...rules.examples.filter((e) => e.want === e.kind && URGENT.has(e.kind))),
        (example) => {
          const signal = assess(rules, `The bus was blue.\n${example.text}`);
          expect(signal !== null && URGENT.has(signal.kind), example.text).to.equal(true);
        },
      ),
      { seed: 13, numRuns: 400 },
    );
  });

  it('reads a text into sentences whose arrays go together and whose length is bounded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 2000 }), (text) => {
        for (const s of sentences(text, rules.folding)) {
          expect(s.words.length).to.be.within(1, 90);
          expect([s.values.length, s.clauses.length, s.commas.length]).to.deep.equal([
            s.words.length,
            s.words.length,
            s.words.length,
          ]);
        }
      }),
      { seed: 14, numRuns: 200 },
    );
  });
});
