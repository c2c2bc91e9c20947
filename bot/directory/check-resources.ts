import type { DirectoryCode } from './codes.ts';
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

/** What is wrong with a service by itself, beside its form. `field` is where. */
export interface ResourceFault {
  code: DirectoryCode;
  field: string;
  message: string;
}

/** What the form cannot tell of one service: numbers nobody can dial, states that do not exist, dead ends. */
export function faultsOf(resource: Resource, tables: PlaceTables): ResourceFault[] {
  const faults: ResourceFault[] = [];
  const report = (code: DirectoryCode, field: string, message: string): void => {
    faults.push({ code, field, message });
  };
  if (resource.phone !== null && dialled(resource.phone, resource.country) === null) {
    report('DIR102', 'phone', `not a phone number of ${resource.country}`);
  }
  if (resource.sms !== null && dialled(resource.sms.number, resource.country) === null) {
    report('DIR102', 'sms.number', `not a number of ${resource.country} that takes texts`);
  }
  for (const region of resource.regions) {
    if (region.includes('-') && !knownRegion(tables, region)) {
      report('DIR103', 'regions', `${region} is not a place we know`);
    }
  }
  if (resource.near !== null && !resource.regions.some((region) => region.includes('-'))) {
    report('DIR103', 'near', 'a service that serves a distance names the states it lies in, such as US-MT');
  }
  if (resource.country === 'international' && !resource.regions.includes('international')) {
    report('DIR103', 'regions', 'a service of no country needs the region `international`');
  }
  if (resource.kinds.includes('crisis-line') && !resource.safety_critical) {
    report('DIR105', 'safety_critical', 'a crisis line is always safety_critical: true');
  }
  if (!contactable(resource) && resource.place === null && resource.area === null) {
    report('DIR104', 'id', 'nobody can reach this service');
  }
  return faults;
}

function contactable({ phone, sms, url, email, place }: Resource): boolean {
  return [phone, sms, url, email, place?.address ?? null].some((way) => way !== null);
}

/** Services of which we know only where they are: a person would have to go there and ask. */
export function hardToReach(all: readonly PlacedResource[]): Problem[] {
  return all.flatMap(({ file, resource }): Problem[] => {
    if (contactable(resource) || resource.status?.state === 'ended') return [];
    const message = 'there is no phone, web address, email or street';
    return [{ code: 'DIR303', file, path: `resources[${resource.id}].id`, message }];
  });
}

/** All services together: what is wrong with each, and ids used twice. */
export function checkResources(all: readonly PlacedResource[], tables: PlaceTables): Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, string>();
  for (const { file, resource } of all) {
    const at = `resources[${resource.id}]`;
    const other = seen.get(resource.id);
    if (other !== undefined) {
      problems.push({
        code: 'DIR101',
        file,
        path: `${at}.id`,
        message: `this id is already used in ${other}`,
      });
    }
    seen.set(resource.id, file);
    for (const { code, field, message } of faultsOf(resource, tables)) {
      problems.push({ code, file, path: `${at}.${field}`, message });
    }
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
        code: 'DIR301' as const,
        file,
        path: `resources[${resource.id}].es.of`,
        message: `the English has changed since the Spanish was written; check the Spanish, then write of: '${mark}'`,
      },
    ];
  });
}
