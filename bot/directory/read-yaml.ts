import { LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { z } from 'zod/v4';
import type { Problem } from './problem.ts';

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
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true });
  for (const error of document.errors) {
    const [line] = error.linePos ?? [];
    problems.push({
      code: 'DIR001',
      file,
      path: '',
      message: `not readable as YAML: ${error.code.toLowerCase().replaceAll('_', ' ')}`,
      ...(line === undefined ? {} : { line: line.line, column: line.col }),
    });
  }
  if (document.errors.length > 0) return null;
  const result = schema.safeParse(document.toJS());
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const path = issue.path.filter((part) => typeof part !== 'symbol');
    problems.push({
      code: 'DIR002',
      file,
      path: pathText(document, path),
      message: issue.message,
      ...spotOf(document, path, counter),
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

function spotOf(
  document: Document,
  path: readonly (string | number)[],
  counter: LineCounter,
): { line: number; column: number } | undefined {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node: unknown = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
      const [start] = node.range as unknown[];
      if (typeof start !== 'number') continue;
      const { line, col } = counter.linePos(start);
      return { line, column: col };
    }
  }
  return undefined;
}
