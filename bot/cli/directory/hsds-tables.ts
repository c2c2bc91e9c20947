import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { csvRecords } from './csv-records.ts';

type Row = Record<string, string>;

/** A row of `services.csv` with everything that belongs to it, in the form of HSDS JSON; or why it could not be read. */
export type JoinedService = { line: number; service: unknown } | { line: number; fault: string };

/**
 * Reads a folder of HSDS 3.0 tables. The tables around are held in memory, only the columns that have something; `services.csv`
 * is read row by row.
 */
export async function* hsdsTables(folder: string): AsyncGenerator<JoinedService> {
  const faults: JoinedService[] = [];
  const read = async (names: string[], key: string) => (await grouped(folder, names, [key], faults)).by(key);
  const organizations = await read(['organizations'], 'id');
  const numbers = await grouped(folder, ['phones'], ['service_id', 'organization_id', 'location_id'], faults);
  const phones = numbers.by('service_id');
  const organizationPhones = numbers.by('organization_id');
  const locationPhones = numbers.by('location_id');
  const languages = await read(['languages'], 'service_id');
  const schedules = await read(['schedules'], 'service_id');
  const areas = await read(['service_areas'], 'service_id');
  const costs = await read(['cost_options'], 'service_id');
  const attributes = await read(['attributes'], 'link_id');
  const terms = await read(['taxonomy_terms'], 'id');
  // The specification's own example has the singular.
  const places = await read(['service_at_locations', 'service_at_location'], 'service_id');
  const locations = await read(['locations'], 'id');
  const addresses = await read(['addresses'], 'location_id');

  yield* faults;
  for await (const record of csvRecords(join(folder, 'services.csv'), (header) => header)) {
    if ('fault' in record) {
      yield record;
      continue;
    }
    const row = filled(record.cells);
    const id = row['id'] ?? '';
    const organization = organizations.get(row['organization_id'] ?? '')?.[0];
    const service = {
      ...row,
      organization: organization && {
        ...organization,
        phones: organizationPhones.get(organization['id'] ?? '') ?? [],
      },
      phones: phones.get(id) ?? [],
      languages: languages.get(id) ?? [],
      schedules: schedules.get(id) ?? [],
      service_areas: areas.get(id) ?? [],
      cost_options: costs.get(id) ?? [],
      service_at_locations: (places.get(id) ?? []).map((place) => {
        const location = place['location_id'] ?? '';
        return {
          ...place,
          location: {
            ...locations.get(location)?.[0],
            addresses: addresses.get(location) ?? [],
            phones: locationPhones.get(location) ?? [],
          },
        };
      }),
      attributes: (attributes.get(id) ?? []).map((attribute) => ({
        ...attribute,
        taxonomy_term: terms.get(attribute['taxonomy_term_id'] ?? '')?.[0],
      })),
    };
    yield { line: record.line, service };
  }
}

/** Rows by the value of a column. */
type Groups = Map<string, Row[]>;

/** Rows of the first of these tables that is there, by each of the columns. Rows that cannot be read are told in `faults`. */
async function grouped(
  folder: string,
  names: string[],
  keys: string[],
  faults: JoinedService[],
): Promise<{ by(key: string): Groups }> {
  const groups = new Map(keys.map((key): [string, Groups] => [key, new Map()]));
  const by = (key: string): Groups => groups.get(key) ?? new Map();
  const path = names.map((name) => join(folder, `${name}.csv`)).find((one) => existsSync(one));
  if (path === undefined) return { by };
  for await (const record of csvRecords(path, (header) => header)) {
    if ('fault' in record) {
      faults.push({ line: record.line, fault: `${basename(path)}: ${record.fault}` });
      continue;
    }
    const row = filled(record.cells);
    for (const [key, group] of groups) {
      const value = row[key];
      if (value === undefined) continue;
      const rows = group.get(value);
      if (rows === undefined) group.set(value, [row]);
      else rows.push(row);
    }
  }
  return { by };
}

/** An empty cell is no value. */
function filled(cells: Row): Row {
  return Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== ''));
}
