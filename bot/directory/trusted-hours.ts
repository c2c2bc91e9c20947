import type { Hours } from './hours-schema.ts';
import type { Resource } from './schema.ts';

/**
 * Hours we may count with. Hours that are doubted, or of a service that is not known to be running, are still shown as text,
 * but nothing is computed from them: it would say "opens tomorrow" of something that may not.
 */
export function trustedHours(resource: Resource): Hours | null {
  const { hours } = resource;
  if (hours === null) return null;
  if (resource.status !== null) return { ...hours, open: null, always_open: false };
  const doubted = [...resource.unverified, ...resource.stale_fields];
  return doubted.includes('hours') || doubted.includes('all') ? { ...hours, open: null } : hours;
}
