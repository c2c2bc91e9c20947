import type { Resource } from './schema.ts';

export const FACILITATIONS = ['professional', 'peer', 'both', 'none'] as const;
export type Facilitation = (typeof FACILITATIONS)[number];

const PROFESSIONAL = new Set<string>(['professionally-led-group', 'nurse-navigation', 'counselling']);
const PEER = new Set<string>(['peer-led-group', 'one-on-one-peer', 'online-community']);

/** Who leads it: what the entry says, or else what its kinds say. */
export function facilitationOf(resource: Pick<Resource, 'facilitation' | 'kinds'>): Facilitation {
  if (resource.facilitation !== null) return resource.facilitation;
  const professional = resource.kinds.some((kind) => PROFESSIONAL.has(kind));
  const peer = resource.kinds.some((kind) => PEER.has(kind));
  if (professional && peer) return 'both';
  return professional ? 'professional' : peer ? 'peer' : 'none';
}
