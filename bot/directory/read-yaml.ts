import type { z } from 'zod/v4';
import { readShaped } from '../language/read-shaped.ts';
import type { Problem } from './problem.ts';

/** The lines for urgent help share their hours: `hours: *always`. */
const MOST_ALIASES = 100;

/**
 * Reads the text of one YAML file (null: there is none) and checks its form. Everything that is wrong with it is added to
 * `problems`, each with its line; then the answer is null.
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
  const read = readShaped({ path: file, text }, schema, MOST_ALIASES);
  if (read.ok) return read.data;
  for (const { path, remedy, ...told } of read.faults) {
    problems.push({
      code: path === null ? 'DIR001' : 'DIR002',
      file,
      path: pathText(read.value, path ?? []),
      ...told,
      ...(remedy === undefined ? {} : { remedy }),
    });
  }
  return null;
}

/** `resources[3].phone`, with the entry's own id where it has one: `resources[komen-breast-care-helpline].phone`. */
function pathText(root: unknown, path: readonly (string | number)[]): string {
  let text = '';
  let value = root;
  for (const part of path) {
    value = (value as Record<string | number, unknown> | null | undefined)?.[part];
    if (typeof part === 'number') {
      const id = (value as { id?: unknown } | null | undefined)?.id;
      text += `[${typeof id === 'string' ? id : part}]`;
    } else {
      text += text === '' ? part : `.${part}`;
    }
  }
  return text;
}
