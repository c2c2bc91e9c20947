import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadDirectory } from '../../directory/load.ts';
import type { Draft } from '../../directory/intake/draft.ts';
import { Intake, type RowReport } from '../../directory/intake/intake.ts';
import { cellValue, SHEET_COLUMNS } from '../../directory/intake/sheet.ts';
import { type Io, UsageError } from '../command.ts';
import { OutFile } from '../out-file.ts';
import { type DraftRow, formOf, readDrafts } from './read-drafts.ts';
import { ServiceFile } from './service-file.ts';

/** How often long work says how far it is. */
const PROGRESS_ROWS = 5000;
/** Kept rows are told one by one only in a short list. */
const SHORT = 200;

/** `nav directory import FILE`: takes services in from another list, row by row. */
export async function importList(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      report: { type: 'string' },
      default: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
    },
  });
  const [given] = positionals;
  if (given === undefined || positionals.length > 1) throw new UsageError('Name one file, or one folder.');
  const path = resolve(io.folder, given);
  formOf(path);
  const load = loadDirectory(join(io.root, 'resources'));
  if (!load.ok) {
    io.err('Our own list has errors. Mend them first: npm run nav -- directory check\n');
    return 1;
  }
  const { tables, kindOf, resources } = load.loaded;
  const context = { tables, kindOf, defaults: defaultsOf(values.default) };
  const intake = new Intake(context, resources.values());
  const out = values.out === undefined ? null : await ServiceFile.open(values.out, io);
  let report: OutFile | null = null;
  const rows: RowReport[] = [];
  let [read, kept] = [0, 0];
  try {
    if (values.report !== undefined) report = await OutFile.open(values.report, io);
    for await (const row of readDrafts(path, context)) {
      const taken = taker(intake, row);
      read += 1;
      if (taken.resource !== null) {
        kept += 1;
        await out?.add(taken.resource);
      }
      await report?.write(`${JSON.stringify(taken.report)}\n`);
      // Of a long list only what needs a look is held.
      if (values.json || !taken.report.kept || read <= SHORT) rows.push(taken.report);
      if (read % PROGRESS_ROWS === 0) {
        io.err(`${count(read)} rows read, ${count(kept)} kept, ${count(read - kept)} rejected …\n`);
      }
    }
    await out?.close();
    await report?.close();
  } catch (error) {
    await out?.discard();
    await report?.discard();
    throw error;
  }
  const rejected = read - kept;
  const ok = read > 0 && rejected === 0;
  if (values.json) io.out(`${JSON.stringify({ ok, read, kept, rejected, rows })}\n`);
  else tell(basename(path), rows, { read, kept, rejected, out: values.out }, io);
  return ok ? 0 : 1;
}

function taker(intake: Intake, row: DraftRow): ReturnType<Intake['take']> {
  if ('draft' in row) return intake.take(row.line, row.draft);
  const report = { line: row.line, id: null, kept: false, reasons: [row.fault], notes: [] };
  return { report, resource: null };
}

/** `--default kinds=transport;lodging`: what a cell of that name would mean. */
function defaultsOf(given: readonly string[]): Draft['value'] {
  const pairs = given.map((text): [string, unknown] => {
    const [name = '', ...rest] = text.split('=');
    if (!SHEET_COLUMNS.includes(name) || rest.length === 0) {
      throw new UsageError(
        `--default takes COLUMN=VALUE, such as country=US. Columns: ${SHEET_COLUMNS.join(', ')}.`,
      );
    }
    return [name, cellValue(name, rest.join('='))];
  });
  return Object.fromEntries(pairs);
}

function tell(
  file: string,
  rows: readonly RowReport[],
  sum: { read: number; kept: number; rejected: number; out: string | undefined },
  io: Io,
): void {
  for (const { line, id, kept, reasons, notes } of rows.toSorted((a, b) => a.line - b.line)) {
    if (kept && sum.read > SHORT) continue;
    const what = kept ? io.paint.dim('kept') : io.paint.error('rejected');
    io.out(`${io.paint.strong(`${file}:${line}`)} ${what} ${id ?? ''}\n`);
    for (const reason of [...reasons, ...notes]) io.out(`  ${reason}\n`);
  }
  io.out(`${count(sum.read)} rows read, ${count(sum.kept)} kept, ${count(sum.rejected)} rejected\n`);
  if (sum.read === 0)
    io.out('There are no rows in it: a first row with the names of columns is not counted.\n');
  if (sum.out === undefined)
    io.out('Nothing is written. Add --out FILE.yaml (or .json for a long list) to write what is kept.\n');
  else
    io.out(`Written: ${sum.out}. Put it into resources/directory/ and run: npm run nav -- directory check\n`);
}

function count(number: number): string {
  return number.toLocaleString('en');
}
