import type { PlacedResource } from './check-resources.ts';
import { fold, tokens } from './fold.ts';
import { dialled } from './phone.ts';
import type { Problem } from './problem.ts';
import type { Resource } from './schema.ts';

/** What makes two entries one service: the same name of the same organisation, for the same country. */
export function sameService(
  resource: Pick<Resource, 'name' | 'organisation' | 'country' | 'regions'>,
): string {
  return [
    resource.country,
    fold(resource.organisation),
    fold(resource.name),
    [...resource.regions].sort().join(),
  ].join('|');
}

/** One service entered twice. Entries that have ended do not count: that is how a duplicate is put away. */
export function duplicates(all: readonly PlacedResource[]): Problem[] {
  const seen = new Map<string, string>();
  return all.flatMap(({ file, resource }) => {
    if (resource.status?.state === 'ended') return [];
    const key = sameService(resource);
    const other = seen.get(key);
    seen.set(key, resource.id);
    if (other === undefined || other === resource.id) return [];
    const message = `it has the name, the organisation and the regions of ${other}`;
    return [{ code: 'DIR106' as const, file, path: `resources[${resource.id}].name`, message }];
  });
}

/** A whole phone number that stands under two organisations: perhaps shared, perhaps a slip. */
export function sharedNumbers(all: readonly PlacedResource[]): Problem[] {
  const seen = new Map<string, Resource>();
  return all.flatMap(({ file, resource }) => {
    const number = resource.phone === null ? null : dialled(resource.phone, resource.country);
    if (number === null || number.length < 7) return [];
    const other = seen.get(number);
    if (other === undefined) seen.set(number, resource);
    if (other === undefined || related(other.organisation, resource.organisation)) return [];
    const message = `${other.id}, of ${other.organisation}, has the same number`;
    return [{ code: 'DIR302' as const, file, path: `resources[${resource.id}].phone`, message }];
  });
}

/** Names of one organisation, or of several of which one is the other: "SHARE, Komen" and "SHARE Cancer Support". */
function related(a: string, b: string): boolean {
  const words = new Set(tokens(a).filter((word) => word.length > 3 && !EVERYWHERE.has(word)));
  return fold(a) === fold(b) || tokens(b).some((word) => words.has(word));
}
/** Words that stand in the names of many organisations. */
const EVERYWHERE = new Set([
  'cancer',
  'breast',
  'support',
  'foundation',
  'center',
  'health',
  'society',
  'care',
]);
