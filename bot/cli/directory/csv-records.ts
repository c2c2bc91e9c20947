import { createReadStream } from 'node:fs';
import { type CsvError, parse } from 'csv-parse';
import { csvSeparator } from './csv-separator.ts';

/** One record of a CSV file: its cells by column, or why it could not be read. `line` is where it begins. */
export type CsvRecord = { line: number; cells: Record<string, string> } | { line: number; fault: string };

/** A record longer than this is a quote that was never closed. */
const LONGEST_RECORD = 1_000_000;

/**
 * Reads a CSV file record by record, whatever its length. A record that cannot be read is told and left out; the next one is
 * read all the same.
 *
 * @param columns makes names of columns out of the header
 */
export async function* csvRecords(
  path: string,
  columns: (header: string[]) => string[],
): AsyncGenerator<CsvRecord> {
  const skipped: CsvRecord[] = [];
  let lastSkipped: number | undefined;
  const parser = createReadStream(path).pipe(
    parse({
      bom: true,
      columns,
      delimiter: csvSeparator(path),
      info: true,
      raw: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      trim: true,
      max_record_size: LONGEST_RECORD,
      on_skip: (error) => {
        if (error === undefined) return undefined;
        const line = lineOf(error);
        // A record with two quotes in it has two faults, and is still one record.
        if (line !== lastSkipped) skipped.push({ line, fault: inWords(error) });
        lastSkipped = line;
        return undefined;
      },
    }),
  );
  for await (const one of parser) {
    yield* skipped.splice(0);
    const { record, info, raw } = one as {
      record: Record<string, string>;
      info: { lines: number };
      raw: string;
    };
    const breaks = raw.trimEnd().split('\n').length - 1;
    const line = info.lines - breaks;
    if (raw.includes(UNREADABLE)) yield { line, fault: ENCODING };
    else yield { line, cells: record };
  }
  yield* skipped.splice(0);
}

function lineOf(error: CsvError): number {
  return typeof error['lines'] === 'number' ? error['lines'] : 0;
}

function inWords(error: CsvError): string {
  return FAULTS[error.code] ?? 'it is not readable as CSV';
}

/** What stands for bytes that are no UTF-8. */
const UNREADABLE = '\uFFFD';
const ENCODING = 'it has letters that cannot be read: save the list again as "CSV UTF-8"';
const CELLS = 'it has more or fewer cells than the header';
const OPEN = 'a quote (") is opened here and never closed';
const INSIDE = 'a quote (") stands inside a cell: write it twice, and put the cell in quotes';
const FAULTS: Partial<Record<CsvError['code'], string>> = {
  CSV_RECORD_INCONSISTENT_COLUMNS: CELLS,
  CSV_RECORD_INCONSISTENT_FIELDS_LENGTH: CELLS,
  CSV_QUOTE_NOT_CLOSED: OPEN,
  CSV_MAX_RECORD_SIZE: OPEN,
  CSV_INVALID_CLOSING_QUOTE: INSIDE,
  INVALID_OPENING_QUOTE: INSIDE,
};
