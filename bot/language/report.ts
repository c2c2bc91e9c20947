import { type Diagnostic, inReadingOrder } from './diagnostic.ts';
import { DIAGNOSTICS, type DiagnosticCode, type Severity } from './diagnostics.ts';
import { nearest } from './nearest.ts';
import { lineAndColumn, rangeOf } from './range.ts';
import type { Range, Spot } from './spot.ts';

export interface Details {
  /** Instead of the remedy that goes with the code. */
  remedy?: string;
  /** A name that is not known, and the names that are: the nearest is offered. */
  instead?: { of: string; known: Iterable<string> };
  /** More exact than the spot: the words inside a text. */
  range?: Range;
  severity?: Severity;
}

/** Collects every problem of a compilation. Nothing here stops at the first one. */
export class Report {
  private readonly found: Diagnostic[] = [];
  private readonly seen = new Set<string>();

  add(code: DiagnosticCode, at: Spot, message: string, details: Details = {}): void {
    const range = details.range ?? rangeOf(at);
    const { line, column } = lineAndColumn(at.source, range.from);
    this.put(code, message, details, {
      file: at.source.path,
      line,
      column,
      length: Math.max(1, range.to - range.from),
    });
  }

  /** A problem with a file as a whole, such as one that is not there. */
  addFile(code: DiagnosticCode, file: string, message: string, details: Details = {}): void {
    this.put(code, message, details, { file, line: 1, column: 1, length: 1 });
  }

  private put(
    code: DiagnosticCode,
    message: string,
    details: Details,
    place: Pick<Diagnostic, 'file' | 'line' | 'column' | 'length'>,
  ): void {
    const { severity, remedy: usual } = DIAGNOSTICS[code];
    const { near, remedy = usual } = remedyOf(details);
    const diagnostic: Diagnostic = {
      code,
      severity: details.severity ?? severity,
      message,
      remedy,
      ...place,
      ...(near === undefined ? {} : { nearest: near }),
    };
    const key = `${code} ${place.file} ${place.line} ${place.column} ${message}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.found.push(diagnostic);
  }

  all(): Diagnostic[] {
    return inReadingOrder(this.found);
  }
}

/** The name that was meant, and what to do, where the problem itself tells more than its code. */
export function remedyOf({ remedy, instead }: Details): { near?: string; remedy?: string } {
  const near = instead && nearest(instead.of, instead.known);
  if (near !== undefined) return { near, remedy: `Did you mean \`${near}\`?` };
  return remedy === undefined ? {} : { remedy };
}
