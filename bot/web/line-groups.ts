import type { LinePurpose } from '../domain/reply.ts';
import type { LineGroup } from './page-settings.ts';

/** In this order: where minutes count, first. */
const URGENT: readonly LinePurpose[] = ['emergency', 'crisis', 'abuse', 'poisons'];

/** The groups to show when it cannot wait, each line once. */
export function urgent(groups: readonly LineGroup[]): LineGroup[] {
  const found = URGENT.flatMap((purpose) => groups.filter((group) => group.purpose === purpose));
  return once(found, []);
}

/** The groups of people who listen, each line once; a line that is urgent as well stands there and not here. */
export function people(groups: readonly LineGroup[]): LineGroup[] {
  return once(
    groups.filter((group) => !URGENT.includes(group.purpose)),
    urgent(groups),
  );
}

function once(groups: readonly LineGroup[], shown: readonly LineGroup[]): LineGroup[] {
  const seen = new Set(shown.flatMap((group) => group.items.map((item) => item.id)));
  return groups
    .map((group) => ({
      purpose: group.purpose,
      items: group.items.filter((item) => {
        const first = !seen.has(item.id);
        seen.add(item.id);
        return first;
      }),
    }))
    .filter((group) => group.items.length > 0);
}
