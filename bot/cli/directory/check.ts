import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isoDate } from '../../language/schema/text.ts';
import { codeFrame } from '../../language/code-frame.ts';
import { type Io, UsageError } from '../command.ts';
import { readText } from '../read-text.ts';
import { type DirectoryDiagnostic, directoryProblems } from './directory-problems.ts';

/** `nav directory check`: everything there is to mend in the list of services. */
export function check(args: string[], io: Io): number {
  const { values } = parseArgs({
    args,
    options: { json: { type: 'boolean', default: false }, 'as-of': { type: 'string' } },
  });
  const { load, diagnostics } = directoryProblems(io.root, dayOf(values['as-of']) ?? io.now());
  const errors = diagnostics.filter((one) => one.severity === 'error').length;
  const services = load.ok ? load.loaded.resources.size : null;
  const counts = { services, errors, warnings: diagnostics.length - errors };
  if (values.json) {
    io.out(`${JSON.stringify({ ok: errors === 0, counts, diagnostics }, null, 2)}\n`);
  } else {
    const texts = new Map<string, string | null>();
    for (const one of diagnostics) {
      if (!texts.has(one.file)) texts.set(one.file, readText(join(io.root, one.file)));
      io.out(`${shown(one, texts.get(one.file) ?? null, io)}\n\n`);
    }
    const read = services === null ? '' : `${services} services: `;
    io.out(`${read}${counted(errors, 'error')}, ${counted(counts.warnings, 'warning')}\n`);
  }
  return errors === 0 ? 0 : 1;
}

/** Place, message, the lines around it, the remedy: as the diagnostics of dialogs are shown. */
function shown(one: DirectoryDiagnostic, text: string | null, io: Io): string {
  const tint = one.severity === 'error' ? io.paint.error : io.paint.warning;
  const at = one.line === null ? one.file : `${one.file}:${one.line}:${one.column ?? 1}`;
  const head = `${io.paint.strong(at)} ${tint(one.severity)} ${one.code} ${io.paint.dim(one.title)}`;
  const { line, column, severity } = one;
  const frame =
    text === null || line === null || column === null
      ? ''
      : `\n${codeFrame({ line, column, length: 1, severity }, text, io.paint)}`;
  const path = one.path === '' ? '' : `${one.path}: `;
  return `${head}\n  ${path}${one.message}${frame}\n  ${io.paint.strong('→')} ${one.remedy}`;
}

function dayOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!isoDate.safeParse(text).success) throw new UsageError('--as-of takes a day, such as 2027-01-31.');
  return Date.parse(text);
}

function counted(count: number, noun: string): string {
  return `${count === 0 ? 'no' : count} ${noun}${count === 1 ? '' : 's'}`;
}
