import { createHash } from 'node:crypto';
import type { Resource } from './schema.ts';

/** A short mark of the English texts: it changes when they do, so that an outdated translation is noticed. */
export function markOf(resource: Pick<Resource, 'what_to_expect' | 'eligibility' | 'cost'>): string {
  const text = [resource.what_to_expect, resource.eligibility, resource.cost].join('\n');
  return createHash('sha256').update(text).digest('hex').slice(0, 6);
}

/** The Spanish texts, or null when there are none or the English has changed since they were written. */
export function translationOf(resource: Resource): NonNullable<Resource['es']> | null {
  return resource.es !== null && resource.es.of === markOf(resource) ? resource.es : null;
}
