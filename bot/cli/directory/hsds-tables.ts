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
  const read = (names: string[], key: string) => grouped(folder, names, key, faults);
  const organizations = await read(['organizations'], 'id');
  const phones = await read(['phones'], 'service_id');
  const organizationPhones = await read(['phones'], 'organization_id');
  const locationPhones = await read(['phones'], 'location_id');
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

/** Rows of the first of these tables that is there, by the value of a column. Rows that cannot be read are told in `faults`. */
async function grouped(
  folder: string,
  names: string[],
  key: string,
  faults: JoinedService[],
): Promise<Map<string, Row[]>> {
  const groups = new Map<string, Row[]>();
  const path = names.map((name) => join(folder, `${name}.csv`)).find((one) => existsSync(one));
  if (path === undefined) return groups;
  for await (const record of csvRecords(path, (header) => header)) {
    if ('fault' in record) {
      // A table may be read several times, by several columns.
      const fault = `${basename(path)}: ${record.fault}`;
      const told = faults.some((one) => one.line === record.line && 'fault' in one && one.fault === fault);
      if (!told) faults.push({ line: record.line, fault });
      continue;
    }
    const row = filled(record.cells);
    const value = row[key];
    if (value === undefined) continue;
    const group = groups.get(value);
    if (group === undefined) groups.set(value, [row]);
    else group.push(row);
  }
  return groups;
}

/** An empty cell is no value. */
function filled(cells: Row): Row {
  return Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== ''));
}
