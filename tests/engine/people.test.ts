import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { parse } from 'yaml';
import type { Answers, Value } from '../../bot/domain/value.ts';
import { judge, shortList } from '../../bot/engine/recommend.ts';
import { compile } from '../../bot/language/compile.ts';
import { readSources } from '../../bot/language/load.ts';
import type { Program } from '../../bot/language/program.ts';
import { valuesOf } from '../../bot/language/types.ts';
import { times } from '../effort.ts';

interface Person {
  answers: Answers;
  wants?: string[];
  refuses?: string[];
  first_not?: string[];
}

const root = join(import.meta.dirname, '..', '..');
const people = parse(readFileSync(join(import.meta.dirname, 'people.yaml'), 'utf8')) as Record<
  string,
  Record<string, Person>
>;

function shipped(): Program {
  const compiled = compile(readSources(root));
  if (!compiled.ok) throw new Error('The dialogs have errors; `npm run check` tells them.');
  return compiled.program;
}

const program = shipped();

function judged(answers: Answers) {
  const rules = program.judgement.get(answers['who'] === 'caregiver' ? 'caregiver' : 'patient');
  if (rules === undefined) throw new Error('There are no rules for this person.');
  const all = judge(program, rules, 'en', (name) => answers[name]);
  return { all, first: shortList(all, rules.limit) };
}

/** Any answers that could be given to the questions about a person. */
const anyAnswers: fc.Arbitrary<Answers> = fc
  .record(
    Object.fromEntries(
      [...program.variables.values()].flatMap(({ name, dialog, builtIn, type }) => {
        if (dialog !== null || builtIn || name === 'at_rest') return [];
        if ('one_of' in type) return [[name, fc.constantFrom<Value>(...type.one_of)]];
        if ('many_of' in type) return [[name, fc.subarray([...valuesOf(type)], { minLength: 1 })]];
        return 'yes_no' in type ? [[name, fc.boolean()]] : [];
      }),
    ),
    { requiredKeys: [] },
  )
  .map((answers) => answers as Answers);

const isGroup = (id: string) => program.options.get(id)?.group === true;
const has = (value: Value | undefined, one: string) => Array.isArray(value) && value.includes(one);

describe('what is offered to', () => {
  for (const [part, cases] of Object.entries(people)) {
    describe(part === 'made_up' ? 'people we made up' : 'people who were interviewed', () => {
      for (const [name, person] of Object.entries(cases)) {
        it(name, () => {
          const { first } = judged(person.answers);
          const ids = first.map(({ option }) => option);
          expect(ids).to.include.members(person.wants ?? []);
          expect(ids).not.to.include.oneOf([...(person.refuses ?? []), 'none']);
          expect(person.first_not ?? []).not.to.include(ids[0]);
          for (const { reasons } of first) expect(reasons).not.to.deep.equal([]);
        });
      }
    });
  }
});

describe('whatever was answered', () => {
  it('is never a group, for someone who said not now, too soon, or is in the first weeks', () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom('not_now', 'first_weeks', 'too_soon'), (answers, early) => {
        const now: Answers = {
          ...answers,
          who: 'patient',
          ...(early === 'not_now' ? { readiness: 'not_now' } : {}),
          ...(early === 'first_weeks' ? { time_since: 'first_weeks' } : {}),
          ...(early === 'too_soon' ? { fears: ['too_soon'] } : {}),
        };
        expect(judged(now).first.filter(({ option }) => isGroup(option))).to.deep.equal([]);
      }),
      { numRuns: times(300) },
    );
  });

  it('keeps out what was left out, and says why', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { all, first } = judged(answers);
        for (const { option } of first) {
          if (has(answers['leave_out'], 'groups')) expect(isGroup(option)).to.equal(false);
          if (has(answers['leave_out'], 'online')) expect(option).not.to.equal('online-community');
          if (has(answers['leave_out'], 'counselling')) expect(option).not.to.include('counselling');
          if (has(answers['leave_out'], 'phone')) expect(option).not.to.equal('helpline');
        }
        for (const { leftOut } of all) if (leftOut) expect(leftOut.why).to.match(/\w.*\.$/);
      }),
      { numRuns: times(300) },
    );
  });

  it('is three kinds or fewer, each with a reason that rests on an answer or on a question left open', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { all, first } = judged(answers);
        expect(first.length).to.be.at.most(3);
        for (const { reasons } of first) expect(reasons).not.to.deep.equal([]);
        for (const { variables } of first.flatMap(({ reasons }) => reasons)) {
          expect(variables).not.to.deep.equal([]);
        }
        // Nothing is hidden: every kind is still there, for "show all".
        expect(all.length).to.be.greaterThan(15);
      }),
      { numRuns: times(300) },
    );
  });
});
