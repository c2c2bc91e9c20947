import type { FreshnessClass, FreshnessLimits } from './freshness-schema.ts';
import type { Kind, Resource } from './schema.ts';

const DAY = 86_400_000;
const GROUPS: ReadonlySet<Kind> = new Set<Kind>(['professionally-led-group', 'peer-led-group']);

/** `due`: staff should look at it again. `hidden`: nobody is offered it until they have. */
export type Freshness = 'fresh' | 'due' | 'hidden';

/** How fresh a service is, and why: what the list of staff shows. Dates are ISO days. */
export interface FreshnessState {
  resource: string;
  freshness: Freshness;
  /** `age`: the check is too old. `reports`: people said that the number is wrong. Null while it is fresh. */
  because: 'age' | 'reports' | null;
  checked: string;
  /** Who looks after the entry. */
  owner: string;
  /** The first day on which its age makes it due, and hides it. */
  dueOn: string;
  hiddenOn: string;
}

/** Which of the limits a service falls under: the strictest that fits. */
export function freshnessClass(
  resource: Pick<Resource, 'kinds' | 'safety_critical' | 'volatile' | 'regions'>,
): FreshnessClass {
  if (resource.safety_critical || resource.kinds.includes('crisis-line')) return 'crisis';
  if (resource.volatile) return 'volatile';
  const local = !resource.regions.some((region) => region === 'national' || region === 'international');
  return local && resource.kinds.some((kind) => GROUPS.has(kind)) ? 'groups' : 'standing';
}

/** The instants (ms) from which the age of its check makes a service due, and hides it. */
export function freshnessInstants(
  resource: Resource,
  limits: FreshnessLimits,
): { due: number; hidden: number } {
  const { due, hidden } = limits.limits[freshnessClass(resource)];
  const checked = Date.parse(resource.checked);
  // A check holds for whole days: one that is good for 30 days is too old on the 31st.
  return { due: checked + (due + 1) * DAY, hidden: checked + (hidden + 1) * DAY };
}

/**
 * How fresh a service is at `now` (ms), by its age and by the number of open reports about it. Pure: reports are counted by
 * whoever keeps them.
 */
export function freshnessOf(
  resource: Resource,
  now: number,
  limits: FreshnessLimits,
  openReports = 0,
): FreshnessState {
  const { due, hidden } = freshnessInstants(resource, limits);
  const byAge: Freshness = now >= hidden ? 'hidden' : now >= due ? 'due' : 'fresh';
  const { reports } = limits;
  const byReports: Freshness =
    openReports >= reports.hidden ? 'hidden' : openReports >= reports.due ? 'due' : 'fresh';
  const freshness = worse(byAge, byReports);
  return {
    resource: resource.id,
    freshness,
    because: freshness === 'fresh' ? null : byAge === freshness ? 'age' : 'reports',
    checked: resource.checked,
    owner: resource.owner,
    dueOn: isoDay(due),
    hiddenOn: isoDay(hidden),
  };
}

const ORDER: readonly Freshness[] = ['fresh', 'due', 'hidden'];

function worse(a: Freshness, b: Freshness): Freshness {
  return ORDER.indexOf(a) >= ORDER.indexOf(b) ? a : b;
}

function isoDay(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
