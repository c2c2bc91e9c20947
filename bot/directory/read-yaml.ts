import type { Document } from 'yaml';
import type { z } from 'zod/v4';
import { lineAndColumn, rangeOf } from '../language/range.ts';
import { remedyOf, Report } from '../language/report.ts';
import { finding } from '../language/shape.ts';
import { readSource } from '../language/source.ts';
import { spot } from '../language/spot.ts';
import { reportYaml } from '../language/yaml-problems.ts';
import { shapeProblems } from '../language/zod-problems.ts';
import type { Problem } from './problem.ts';

/** The lines for urgent help share their hours: `hours: *always`. */
const MOST_ALIASES = 100;

/**
 * Reads the text of one YAML file (null: there is none) and checks its form. Everything that is wrong with it is added to
 * `problems`, each with its line, in the words in which authors of dialogs are told the same; then the answer is null.
 */
export function readYaml<S extends z.ZodType>(
  file: string,
  text: string | null,
  schema: S,
  problems: Problem[],
): z.infer<S> | null {
  if (text === null) {
    problems.push({ code: 'DIR001', file, path: '', message: 'this file is missing or cannot be read' });
    return null;
  }
  const source = readSource({ path: file, text }, MOST_ALIASES);
  const report = new Report();
  reportYaml(source, report);
  const unreadable = report.all().filter((one) => one.severity === 'error');
  for (const { message, remedy, line, column } of unreadable) {
    problems.push({ code: 'DIR001', file, path: '', message, remedy, line, column });
  }
  if (source.value === null) {
    const remedy = 'Write the content, or remove the file.';
    problems.push({ code: 'DIR001', file, path: '', message: 'The file is empty.', remedy });
  }
  if (unreadable.length > 0 || source.value === null) return null;
  const result = schema.safeParse(source.value);
  if (result.success) return result.data;
  for (const problem of shapeProblems(result.error.issues, { value: source.value, schema })) {
    const { at, message, details } = finding(problem, spot(source));
    const { remedy } = remedyOf(details);
    problems.push({
      code: 'DIR002',
      file,
      path: pathText(source.document, at.path),
      message,
      ...(remedy === undefined ? {} : { remedy }),
      ...lineAndColumn(source, rangeOf(at).from),
    });
  }
  return null;
}

/** `resources[3].phone`, with the entry's own id where it has one: `resources[komen-breast-care-helpline].phone`. */
function pathText(document: Document, path: readonly (string | number)[]): string {
  let text = '';
  for (const [depth, part] of path.entries()) {
    if (typeof part === 'number') {
      const id = document.getIn([...path.slice(0, depth + 1), 'id']);
      text += `[${typeof id === 'string' ? id : part}]`;
    } else {
      text += text === '' ? part : `.${part}`;
    }
  }
  return text;
}
