import { resourceSchema } from '../schema.ts';
import type { Draft, IntakeContext } from './draft.ts';
import { languageOf, regionOf } from './names.ts';

/** Columns whose cell is a list, its parts separated by `;`. */
const LISTS = new Set([
  'kinds',
  'regions',
  'counties',
  'languages',
  'formats',
  'unverified',
  'stale_fields',
  'extra_sources',
]);
const YES_NO = new Set(['mbc_named', 'volatile', 'safety_critical']);
const TEXTS = new Set([
  'id',
  'name',
  'organisation',
  'audience',
  'stage',
  'facilitation',
  'country',
  'area',
  'more_languages',
  'phone',
  'url',
  'email',
  'cost',
  'eligibility',
  'what_to_expect',
  'confidence',
  'source_url',
  'source_date',
  'checked',
  'owner',
  'notes',
]);
/** Columns that together make one field. */
const PARTS = [
  'city',
  'state',
  'postcode',
  'address',
  'lat',
  'lon',
  'km',
  'sms',
  'sms_keyword',
  'hours',
  'hours_zone',
  'status',
];

/** Columns a sheet may have, in the order of the documentation. */
export const SHEET_COLUMNS: readonly string[] = [...TEXTS, ...LISTS, ...YES_NO, ...PARTS];
/** Columns without which no row can be kept, unless a default is given for them. */
export const SHEET_REQUIRED = [
  'name',
  'organisation',
  'kinds',
  'audience',
  'stage',
  'country',
  'regions',
  'languages',
  'formats',
  'cost',
  'eligibility',
  'what_to_expect',
  'source_url',
  'checked',
] as const;

/** How a column is written: `What to expect` and `what_to_expect` are the same. */
export function columnName(written: string): string {
  return written
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}

/** A row of a sheet as an entry, not yet checked. An empty cell takes the default. */
export function fromSheet(cells: Readonly<Record<string, string>>, context: IntakeContext): Draft {
  const value: Draft['value'] = { confidence: 'medium', ...context.defaults };
  const cell = (name: string): string | undefined => cells[name]?.trim() || undefined;
  for (const name of [...TEXTS, ...LISTS, ...YES_NO]) {
    const written = cell(name);
    if (written !== undefined) value[name] = cellValue(name, written);
  }
  const [city, state] = [cell('city'), cell('state')];
  if (city !== undefined || state !== undefined) {
    const [postcode, address] = [cell('postcode'), cell('address')];
    value['place'] = { city, state, ...(postcode && { postcode }), ...(address && { address }) };
  }
  const [lat, lon, km] = [cell('lat'), cell('lon'), cell('km')];
  if ((lat ?? lon ?? km) !== undefined)
    value['near'] = { lat: number(lat), lon: number(lon), km: number(km) };
  const [sms, keyword] = [cell('sms'), cell('sms_keyword')];
  if (sms !== undefined) value['sms'] = { number: sms, ...(keyword && { keyword }) };
  const hours = cell('hours');
  if (hours !== undefined) value['hours'] = { text: hours, tz: cell('hours_zone') ?? null };
  const status = cell('status');
  if (status !== undefined && status !== 'active') value['status'] = { state: status };
  return { value: coded(value, context), notes: [] };
}

/** What is not a number is kept as it is written, and rejected with the rest of the row. */
function number(written: string | undefined): unknown {
  // A decimal comma, as spreadsheets of many countries write it.
  const point = written?.replace(/^(-?\d+),(\d+)$/, '$1.$2');
  return point === undefined || Number.isNaN(Number(point)) ? written : Number(point);
}

/** Names instead of codes: `Rides`, `Spanish`, `Montana`. A name that we have no code for stays, and is told. */
function coded(value: Draft['value'], { kindOf, tables }: IntakeContext): Draft['value'] {
  const country = typeof value['country'] === 'string' ? value['country'] : undefined;
  const each = (list: unknown, codeOf: (name: string) => string | undefined): unknown =>
    Array.isArray(list) ? list.map((name: string) => codeOf(name) ?? name) : list;
  // `CA` alone is a country, and in a list of places in the US only in the form `US-CA` a state.
  const isCode = (name: string) => resourceSchema.shape.regions.element.safeParse(name).success;
  return {
    ...value,
    kinds: each(value['kinds'], kindOf),
    languages: each(value['languages'], languageOf),
    regions: each(value['regions'], (name) => (isCode(name) ? name : regionOf(name, country, tables))),
  };
}

/** What a written value means in a column; also used for `--default`. */
export function cellValue(column: string, written: string): unknown {
  if (LISTS.has(column)) {
    return written
      .split(';')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  }
  if (YES_NO.has(column)) {
    const folded = written.toLowerCase();
    if (['yes', 'true', '1', 'sí', 'si'].includes(folded)) return true;
    return ['no', 'false', '0'].includes(folded) ? false : written;
  }
  return written;
}
