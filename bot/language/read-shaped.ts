import type { z } from 'zod/v4';
import { lineAndColumn, rangeOf } from './range.ts';
import { remedyOf, Report } from './report.ts';
import { finding } from './shape.ts';
import { readSource } from './source.ts';
import { spot } from './spot.ts';
import { reportYaml } from './yaml-problems.ts';
import { shapeProblems } from './zod-problems.ts';

/** A slip in a file, in an author's words. `path` is null when the file could not be read at all. */
export interface ReadFault {
  path: readonly (string | number)[] | null;
  message: string;
  /** Undefined where only the README of the file can tell. */
  remedy: string | undefined;
  line: number;
  column: number;
}

/** A file that has the form of its schema; or everything that is wrong, and what could be read of it. */
export type ReadShaped<T> = { ok: true; data: T } | { ok: false; faults: ReadFault[]; value: unknown };

/**
 * Reads a YAML file that is no dialog, and compares it with its schema: whoever edits one is told of slips as authors of
 * dialogs are.
 *
 * @param aliases how often a file may say `*name`
 */
export function readShaped<S extends z.ZodType>(
  file: { path: string; text: string },
  schema: S,
  aliases?: number,
): ReadShaped<z.infer<S>> {
  const source = readSource(file, aliases);
  const report = new Report();
  reportYaml(source, report);
  const faults = report
    .all()
    .filter((one) => one.severity === 'error')
    .map(({ message, remedy, line, column }): ReadFault => ({ path: null, message, remedy, line, column }));
  if (faults.length === 0 && source.value === null) {
    const remedy = 'Write the content, or remove the file.';
    faults.push({ path: null, message: 'The file is empty.', remedy, line: 1, column: 1 });
  }
  if (faults.length > 0) return { ok: false, faults, value: source.value };
  const result = schema.safeParse(source.value);
  if (result.success) return { ok: true, data: result.data };
  for (const problem of shapeProblems(result.error.issues, { value: source.value, schema })) {
    const { at, message, details } = finding(problem, spot(source));
    const { remedy } = remedyOf(details);
    faults.push({ path: at.path, message, remedy, ...lineAndColumn(source, rangeOf(at).from) });
  }
  return { ok: false, faults, value: source.value };
}
