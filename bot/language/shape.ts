import type { z } from 'zod/v4';
import type { DiagnosticCode } from './diagnostics.ts';
import type { Details, Report } from './report.ts';
import { isBareKey } from './range.ts';
import { keyOf, type Spot } from './spot.ts';
import { type ShapeProblem, shapeProblems } from './zod-problems.ts';

/** A value that has the shape of its schema. `partial`: parts that had not were left out, so what is missing proves nothing. */
export interface Shaped<T> {
  data: T | null;
  partial: boolean;
}

/** How often parts are taken out before we give up on a value. */
const ROUNDS = 4;

/**
 * Compares a value with its schema and reports every difference at its exact place. What is wrong is then left out and
 * the rest used, so that one slip does not hide the others.
 */
export function shape<T>(schema: z.ZodType<T>, value: unknown, at: Spot, report: Report): Shaped<T> {
  let candidate = value;
  for (let round = 0; round <= ROUNDS; round++) {
    const result = schema.safeParse(candidate);
    if (result.success) return { data: result.data, partial: round > 0 };
    const problems = shapeProblems(result.error.issues, { value: candidate, schema, name: nameAt(at) });
    if (round === 0) for (const problem of problems) tell(problem, at, report);
    const next = without(candidate, problems);
    if (next === undefined) break;
    candidate = next;
  }
  return { data: null, partial: true };
}

/** What the value is called, when it stands under a key. */
function nameAt(at: Spot): string | undefined {
  const last = at.path.at(-1);
  return typeof last === 'string' ? last : undefined;
}

function tell(problem: ShapeProblem, at: Spot, report: Report): void {
  const { code, at: here, message, details } = finding(problem, at);
  report.add(code, here, message, details);
}

/** A difference from a schema as it is told: where it stands, and what to do. `at` is the value that was compared. */
export interface Finding {
  code: DiagnosticCode;
  at: Spot;
  message: string;
  details: Details;
}

/** Finds the place of a difference, and the slips that only the written text shows. */
export function finding(problem: ShapeProblem, at: Spot): Finding {
  const { code, path, part, message, remedy, known, name } = problem;
  const here: Spot = { source: at.source, path: [...at.path, ...path], part };
  if (isBareKey(here)) {
    const words = String(path.at(-1));
    return {
      code: 'DLG003',
      at: keyOf(here),
      message: `The comma before \`${words}\` ends the text: inside { } it begins a new key.`,
      details: { remedy: 'Put the whole text in "double quotes".' },
    };
  }
  const details = {
    ...(remedy ? { remedy } : {}),
    ...(known && name ? { instead: { of: name, known } } : {}),
  };
  return { code, at: here, message, details };
}

/** A copy without the parts that have problems; undefined when nothing would be left. Lists go as a whole: positions stay true. */
function without(value: unknown, problems: readonly ShapeProblem[]): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const copy = structuredClone(value) as Record<string, unknown>;
  for (const problem of problems) {
    // A missing key cannot be taken out; the map it is missing from can.
    let path = problem.code === 'DLG005' && problem.part === 'key' ? problem.path.slice(0, -1) : problem.path;
    const list = path.findIndex((step) => typeof step === 'number');
    if (list >= 0) path = path.slice(0, list);
    if (path.length === 0) return undefined;
    remove(copy, path);
  }
  return copy;
}

function remove(root: Record<string, unknown>, path: readonly (string | number)[]): void {
  let value: unknown = root;
  for (const step of path.slice(0, -1)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return;
    value = (value as Record<string | number, unknown>)[step];
  }
  const last = path.at(-1);
  if (typeof value === 'object' && value !== null && last !== undefined && Object.hasOwn(value, last)) {
    delete (value as Record<string | number, unknown>)[last];
  }
}
