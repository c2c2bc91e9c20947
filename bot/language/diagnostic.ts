import type { DiagnosticCode, Severity } from './diagnostics.ts';

/** One problem, for the people who write dialogs. */
export interface Diagnostic {
  code: DiagnosticCode;
  severity: Severity;
  message: string;
  remedy: string;
  /** Path from the root; line and column count from 1; `length` is how many characters to underline. */
  file: string;
  line: number;
  column: number;
  length: number;
  /** The nearest valid name, when one is near. */
  nearest?: string;
}

/** By file, then by place. */
export function inReadingOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.code, b.code),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
