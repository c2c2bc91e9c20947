import { knownRegion } from './place-tables.ts';
import type { PlaceTables } from './place-tables.ts';
import { dialled } from './phone.ts';
import type { Problem } from './problem.ts';
import type { Resource } from './schema.ts';
import { markOf } from './translation.ts';

/** A service with the file it stands in. */
export interface PlacedResource {
  file: string;
  resource: Resource;
}

/** What the form of one file cannot tell: ids used twice, numbers nobody can dial, states that do not exist. */
export function checkResources(all: readonly PlacedResource[], tables: PlaceTables): Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, string>();
  for (const { file, resource } of all) {
    const report = (field: string, message: string): void => {
      problems.push({ file, path: `resources[${resource.id}].${field}`, message });
    };
    const other = seen.get(resource.id);
    if (other !== undefined) report('id', `this id is already used in ${other}`);
    seen.set(resource.id, file);

    if (resource.phone !== null && dialled(resource.phone, resource.country) === null) {
      report(
        'phone',
        `not a phone number of ${resource.country}; write it as it is printed, digits and spaces or hyphens`,
      );
    }
    if (resource.sms !== null && dialled(resource.sms.number, resource.country) === null) {
      report('sms.number', `not a number of ${resource.country} that takes texts`);
    }
    for (const region of resource.regions) {
      if (region.includes('-') && !knownRegion(tables, region)) {
        report('regions', `${region} is not a place we know; the names are in resources/places/names.yaml`);
      }
    }
    if (resource.country === 'international' && !resource.regions.includes('international')) {
      report('regions', 'a service of no country needs the region `international`');
    }
    if (resource.kinds.includes('crisis-line') && !resource.safety_critical) {
      report('safety_critical', 'a crisis line is always safety_critical: true');
    }
    const ways = [resource.phone, resource.sms, resource.url, resource.email];
    const reachable = ways.some((way) => way !== null) || resource.place !== null || resource.area !== null;
    if (!reachable)
      report('url', 'nobody can reach this service: give a phone, a web address, an email or a place');
  }
  return problems;
}

/** Translations whose English has changed since. The service is shown in English until someone has looked. */
export function outdatedTranslations(all: readonly PlacedResource[]): Problem[] {
  return all.flatMap(({ file, resource }) => {
    const mark = markOf(resource);
    if (resource.es === null || resource.es.of === mark) return [];
    return [
      {
        file,
        path: `resources[${resource.id}].es.of`,
        message: `the English has changed since the Spanish was written; check the Spanish, then write of: '${mark}'`,
      },
    ];
  });
}
