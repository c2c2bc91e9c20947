import { parseArgs } from 'node:util';
import { LANGUAGES, type Language } from '../domain/locale.ts';
import type { Lookup } from '../engine/condition.ts';
import { judge, shortList } from '../engine/recommend.ts';
import { speak } from '../engine/speak.ts';
import { compile } from '../language/compile.ts';
import { readSources } from '../language/load.ts';
import type { Program } from '../language/program.ts';
import { readAnswers } from './answers-file.ts';
import { type Command, type Io, UsageError } from './command.ts';

/** What would be offered for a list of answers, and what was left out of it. */
interface Recommendation {
  options: { id: string; rank: number; reasons: { text: string; because_of: readonly string[] }[] }[];
  left_out: { id: string; why: string }[];
}

export const recommend: Command = {
  name: 'recommend',
  summary: 'shows which kinds of support are offered for a list of answers, and why',
  usage: `
nav recommend --answers FILE.yaml [--language es] [--json]

FILE has one \`variable: value\` on each line; dialogs/README.md lists the variables and their values. Everything may be
left out. What is shown is what a person with these answers is offered first; nothing else is hidden from them.

--json   one JSON value on standard output: { options: [{ id, rank, reasons: [{ text, because_of }] }], left_out: [{ id, why }] }`,
  run(args, io) {
    const { values } = parseArgs({
      args,
      options: {
        answers: { type: 'string' },
        language: { type: 'string', default: 'en' },
        json: { type: 'boolean', default: false },
      },
    });
    if (values.answers === undefined) throw new UsageError('Say which answers: --answers FILE.yaml');
    const language = LANGUAGES.find((one) => one === values.language);
    if (language === undefined) throw new UsageError(`The languages are ${LANGUAGES.join(' and ')}.`);
    const compiled = compile(readSources(io.root));
    if (!compiled.ok) {
      io.err('There are errors to mend first. `npm run nav -- check` tells them.\n');
      return Promise.resolve(1);
    }
    const read = readAnswers(values.answers, compiled.program, io);
    if ('problems' in read) {
      for (const problem of read.problems) io.err(`${values.answers}: ${problem}\n`);
      return Promise.resolve(1);
    }
    const { answers } = read;
    const told = recommendation(compiled.program, language, (name) => answers[name]);
    if (values.json) io.out(`${JSON.stringify(told, null, 2)}\n`);
    else tell(told, compiled.program, language, io);
    return Promise.resolve(0);
  },
};

/** As the dialogs do it: one set of rules for people who have it, another for those who care for them. */
function recommendation(program: Program, language: Language, value: Lookup): Recommendation {
  const rules = program.judgement.get(value('who') === 'caregiver' ? 'caregiver' : 'patient');
  if (rules === undefined) throw new UsageError('dialogs/judgement.yaml has no rules for this person.');
  const judged = judge(program, rules, language, value);
  return {
    options: shortList(judged, rules.limit).map(({ option, reasons }, index) => ({
      id: option,
      rank: index + 1,
      reasons: reasons.map(({ text, variables }) => ({ text, because_of: answered(variables, value) })),
    })),
    left_out: judged.flatMap(({ option, leftOut }) => (leftOut ? [{ id: option, why: leftOut.why }] : [])),
  };
}

/** The answers behind a reason; when it is there because nothing was said, the question that was left open. */
function answered(variables: readonly string[], value: Lookup): readonly string[] {
  const known = variables.filter((name) => value(name) !== undefined);
  return known.length > 0 ? known : variables;
}

function tell(told: Recommendation, program: Program, language: Language, io: Io): void {
  for (const { id, rank, reasons } of told.options) {
    const title = program.options.get(id)?.title;
    io.out(`${rank}  ${io.paint.strong(id)}${title ? `  ${speak(title, language, () => undefined)}` : ''}\n`);
    for (const { text, because_of } of reasons)
      io.out(`   ${text} ${io.paint.dim(`(${because_of.join(', ')})`)}\n`);
  }
  if (told.left_out.length > 0) io.out(`\n${io.paint.strong('Left out')}\n`);
  const width = Math.max(0, ...told.left_out.map(({ id }) => id.length));
  for (const { id, why } of told.left_out) io.out(`   ${id.padEnd(width)}  ${why}\n`);
}
