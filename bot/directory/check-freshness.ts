import type { PlacedResource } from './check-resources.ts';
import { freshnessOf } from './freshness.ts';
import type { FreshnessLimits } from './freshness-schema.ts';
import type { Problem } from './problem.ts';

const DAY = 86_400_000;

/** What the clock says of each check: due, too old to be shown, or a day that has not come yet. `now` in ms since 1970. */
export function checkFreshness(
  all: readonly PlacedResource[],
  limits: FreshnessLimits,
  now: number,
): Problem[] {
  return all.flatMap(({ file, resource }): Problem[] => {
    const path = `resources[${resource.id}].checked`;
    // The day may already have begun where it was written.
    if (Date.parse(resource.checked) > now + DAY) {
      return [{ code: 'DIR107', file, path, message: `${resource.checked} has not come yet` }];
    }
    const { freshness, hiddenOn, owner } = freshnessOf(resource, now, limits);
    if (freshness === 'fresh') return [];
    const message =
      freshness === 'due'
        ? `checked on ${resource.checked}; hidden from ${hiddenOn} unless ${owner} checks it`
        : `checked on ${resource.checked}; nobody is offered it since ${hiddenOn}. It is looked after by ${owner}`;
    return [{ code: freshness === 'due' ? 'DIR401' : 'DIR402', file, path, message }];
  });
}
