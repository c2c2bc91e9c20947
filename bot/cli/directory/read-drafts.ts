import { createReadStream, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fromHsds } from '../../directory/hsds/from-hsds.ts';
import { hsdsServiceSchema } from '../../directory/hsds/service.ts';
import type { Draft, IntakeContext } from '../../directory/intake/draft.ts';
import { columnName, fromSheet, SHEET_COLUMNS, SHEET_REQUIRED } from '../../directory/intake/sheet.ts';
import { shapeProblems } from '../../language/zod-problems.ts';
import { UsageError } from '../command.ts';
import { csvRecords } from './csv-records.ts';
import { hsdsTables } from './hsds-tables.ts';
import { jsonElements } from './json-elements.ts';

/** A row of another list as an entry, not yet checked; or why it could not be read. */
export type DraftRow = { line: number; draft: Draft } | { line: number; fault: string };

/** What a list is, by what it looks like. */
export type ListForm = 'hsds-json' | 'hsds-tables' | 'sheet';

export function formOf(path: string): ListForm {
  if (!existsSync(path)) throw new UsageError('There is no such file or folder.');
  if (statSync(path).isDirectory()) {
    if (existsSync(join(path, 'services.csv'))) return 'hsds-tables';
    throw new UsageError('The folder has no services.csv, so it holds no HSDS tables.');
  }
  if (/\.json$/i.test(path)) return 'hsds-json';
  if (/\.csv$/i.test(path)) return 'sheet';
  throw new UsageError('A list is a .json file, a .csv file, or a folder of HSDS tables.');
}

/** Reads another list row by row. */
export async function* readDrafts(path: string, context: IntakeContext): AsyncGenerator<DraftRow> {
  const form = formOf(path);
  switch (form) {
    case 'sheet':
      yield* sheetRows(path, context);
      return;
    case 'hsds-tables':
      for await (const row of hsdsTables(path)) {
        yield 'fault' in row ? row : hsdsRow(row.line, row.service, context);
      }
      return;
    case 'hsds-json':
      for await (const { line, text } of jsonElements(textOf(path))) {
        const value = parsed(text);
        if (value === undefined) yield { line, fault: 'it is not readable as JSON' };
        for (const service of servicesIn(value)) yield hsdsRow(line, service, context);
      }
      return;
    default:
      form satisfies never;
  }
}

function hsdsRow(line: number, value: unknown, context: IntakeContext): DraftRow {
  const service = hsdsServiceSchema.safeParse(value);
  if (service.success) return { line, draft: fromHsds(service.data, context) };
  const faults = shapeProblems(service.error.issues, { value, schema: hsdsServiceSchema });
  return { line, fault: `not a service of HSDS 3.0: ${faults.map(({ message }) => message).join(' ')}` };
}

async function* sheetRows(path: string, context: IntakeContext): AsyncGenerator<DraftRow> {
  const columns = (header: string[]): string[] => {
    const names = header.map(columnName);
    const missing = SHEET_REQUIRED.filter(
      (name) => !names.includes(name) && context.defaults[name] === undefined,
    );
    const unknown = names.filter((name) => !SHEET_COLUMNS.includes(name));
    if (missing.length > 0 || unknown.length > 0) {
      const parts = [
        missing.length > 0 ? `These columns are missing: ${missing.join(', ')}.` : '',
        unknown.length > 0 ? `These are not known: ${unknown.join(', ')}.` : '',
      ];
      throw new UsageError(
        `${parts.filter((part) => part !== '').join(' ')} Add them to the header, give --default COLUMN=VALUE, or take them out.`,
      );
    }
    return names;
  };
  for await (const record of csvRecords(path, columns)) {
    if ('fault' in record) yield record;
    else yield { line: record.line, draft: fromSheet(record.cells, context) };
  }
}

async function* textOf(path: string): AsyncGenerator<string> {
  for await (const chunk of createReadStream(path, 'utf8')) yield String(chunk).replace(/^\uFEFF/, '');
}

/** An organization may hold its services; anything else is taken for a service. */
function servicesIn(value: unknown): unknown[] {
  if (value === undefined) return [];
  const holds =
    typeof value === 'object' && value !== null && 'services' in value && Array.isArray(value.services);
  if (!holds) return [value];
  const { services, ...organization } = value as { services: unknown[] };
  return services.map((service) => (typeof service === 'object' ? { organization, ...service } : service));
}

/** Undefined when it is not JSON: no JSON text means undefined. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
