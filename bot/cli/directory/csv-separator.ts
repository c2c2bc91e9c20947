import { closeSync, openSync, readSync } from 'node:fs';

/** A header is never longer than this. In bytes. */
const LONGEST_HEADER = 65_536;
/** What may stand between cells. A comma when the header has none of them. */
const SEPARATORS = [',', ';', '\t'] as const;

/**
 * What stands between the cells of a CSV file. Spreadsheets of countries that write decimals with a comma save with a
 * semicolon. The header tells: names of columns hold neither.
 */
export function csvSeparator(path: string): string {
  const header = firstLine(path).replace(/"[^"]*"/g, '');
  const counted = SEPARATORS.map((one) => ({ one, count: header.split(one).length }));
  return counted.reduce((most, next) => (next.count > most.count ? next : most)).one;
}

function firstLine(path: string): string {
  const file = openSync(path, 'r');
  try {
    const start = Buffer.alloc(LONGEST_HEADER);
    const read = readSync(file, start, 0, LONGEST_HEADER, 0);
    return start.toString('utf8', 0, read).split(/\r|\n/, 1)[0] ?? '';
  } finally {
    closeSync(file);
  }
}
