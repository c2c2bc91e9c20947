import type { Diagnostic } from './diagnostic.ts';
import { DIAGNOSTICS } from './diagnostics.ts';

/** How to colour pieces; the identity when the reader is no terminal. */
export interface Paint {
  strong: (text: string) => string;
  dim: (text: string) => string;
  error: (text: string) => string;
  warning: (text: string) => string;
}
export const PLAIN: Paint = { strong: (t) => t, dim: (t) => t, error: (t) => t, warning: (t) => t };
export const ANSI: Paint = {
  strong: (t) => `\u001b[1m${t}\u001b[22m`,
  dim: (t) => `\u001b[2m${t}\u001b[22m`,
  error: (t) => `\u001b[31m${t}\u001b[39m`,
  warning: (t) => `\u001b[33m${t}\u001b[39m`,
};

/**
 * A diagnostic as an author reads it: place, message, the lines around it with the spot underlined, the remedy.
 * `text` is the whole file; undefined when there is none.
 */
export function showDiagnostic(
  diagnostic: Diagnostic,
  text: string | undefined,
  paint: Paint = PLAIN,
): string {
  const tint = diagnostic.severity === 'error' ? paint.error : paint.warning;
  const place = paint.strong(`${diagnostic.file}:${diagnostic.line}:${diagnostic.column}`);
  const title = DIAGNOSTICS[diagnostic.code].title;
  const head = `${place} ${tint(diagnostic.severity)} ${diagnostic.code} ${paint.dim(title)}`;
  const frame = text === undefined ? '' : `\n${codeFrame(diagnostic, text, paint)}`;
  return `${head}\n  ${diagnostic.message}${frame}\n  ${paint.strong('→')} ${diagnostic.remedy}`;
}

/** The line before, the line itself, and marks under the spot. */
export function codeFrame(
  at: Pick<Diagnostic, 'line' | 'column' | 'length' | 'severity'>,
  text: string,
  paint: Paint = PLAIN,
): string {
  const lines = text.split(/\r?\n/);
  const width = String(at.line).length;
  const gutter = (n: number | '') => paint.dim(`  ${String(n).padStart(width)} | `);
  const shown = [at.line - 1, at.line]
    .filter((n) => n >= 1 && n <= lines.length)
    .map((n) => gutter(n) + clip(lines[n - 1] ?? '', at.column).line);
  const { shift, line } = clip(lines[at.line - 1] ?? '', at.column);
  const before = line.slice(0, Math.max(0, at.column - 1 - shift)).replace(/[^\t]/g, ' ');
  const length = Math.max(1, Math.min(at.length, line.length - before.length));
  const marks = (at.severity === 'error' ? paint.error : paint.warning)('^'.repeat(length));
  return [...shown, gutter('') + before + marks].join('\n');
}

/** Very long lines are cut around the column, so that the marks stay in view. */
function clip(line: string, column: number): { line: string; shift: number } {
  if (line.length <= 160) return { line, shift: 0 };
  const shift = Math.max(0, column - 80);
  return { line: line.slice(shift, shift + 160), shift };
}
