import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Answers, Value } from '../domain/value.ts';
import { nearest } from '../language/nearest.ts';
import type { Program } from '../language/program.ts';
import { lineAndColumn, rangeOf } from '../language/range.ts';
import { Report } from '../language/report.ts';
import { readSource } from '../language/source.ts';
import { keyOf, type Source, spot } from '../language/spot.ts';
import { misfit, typeName, valuesOf } from '../language/types.ts';
import { reportYaml } from '../language/yaml-problems.ts';
import { type Io, UsageError } from './command.ts';

/** The answers of one person, or everything in the file that is to be mended. */
export type ReadAnswers = { answers: Answers } | { problems: string[] };

/** Reads a file of `variable: value`, as a person could have answered. Everything may be left out. */
export function readAnswers(path: string, program: Program, io: Pick<Io, 'folder'>): ReadAnswers {
  let text: string;
  try {
    text = readFileSync(resolve(io.folder, path), 'utf8');
  } catch {
    throw new UsageError(`There is no file ${path}.`);
  }
  const source = readSource({ path, text });
  const report = new Report();
  reportYaml(source, report);
  const slips = report.all().filter((one) => one.severity === 'error');
  if (slips.length > 0)
    return { problems: slips.map(({ line, message, remedy }) => `line ${line}: ${message} ${remedy}`) };
  const given = source.value ?? {};
  if (typeof given !== 'object' || Array.isArray(given))
    return { problems: ['The file holds no answers. Write one `variable: value` on each line.'] };
  const problems: string[] = [];
  const answers: Record<string, Value> = {};
  for (const [name, said] of Object.entries(given)) {
    const read = readAnswer(name, said, program);
    if ('problem' in read) problems.push(`line ${lineOf(source, name)}: ${read.problem}`);
    else answers[name] = read.value;
  }
  return problems.length > 0 ? { problems } : { answers };
}

function lineOf(source: Source, name: string): number {
  return lineAndColumn(source, rangeOf(keyOf(spot(source, [name]))).from).line;
}

function readAnswer(name: string, said: unknown, program: Program): { value: Value } | { problem: string } {
  const askable = [...program.variables.values()].filter(isAskable);
  const variable = askable.find((one) => one.name === name);
  if (variable === undefined) {
    const names = askable.map((one) => one.name);
    return { problem: `There is no variable \`${name}\`. ${hint(name, names)}` };
  }
  const { type } = variable;
  if (typeName(type) === 'place') {
    const label = typeof said === 'number' ? String(said) : said;
    return typeof label === 'string' && label.trim() !== ''
      ? { value: { place: { country: 'US', state: label, label } } }
      : {
          problem: `\`${name}\` must be a state or region, or the first three digits of a ZIP code in quotes.`,
        };
  }
  // One value may stand without its list.
  const value = typeName(type) === 'many_of' && !Array.isArray(said) ? [said] : said;
  const wrong = misfit(type, value);
  if (wrong === undefined) return { value: value as Value };
  const known = valuesOf(type);
  const strange = [value].flat().find((one) => !known.includes(String(one)));
  if (known.length === 0 || strange === undefined) return { problem: `\`${name}\` must be ${wrong}.` };
  return { problem: `\`${name}\` has no value \`${shown(strange)}\`. ${hint(shown(strange), known)}` };
}

/** What a person can be asked: shared, and not one of the lists and codes that the engine keeps for itself. */
function isAskable({ dialog, builtIn, type }: { dialog: string | null; builtIn: boolean } & Typed): boolean {
  return dialog === null && !builtIn && !['options', 'resources', 'text'].includes(typeName(type));
}
type Typed = { type: Parameters<typeof typeName>[0] };

function hint(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return near === undefined ? `There are: ${known.join(', ')}.` : `Did you mean \`${near}\`?`;
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
