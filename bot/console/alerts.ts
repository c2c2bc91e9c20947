import type { AlertWhy } from '../domain/console.ts';
import type { Case, CaseEvent } from '../domain/case.ts';
import type { Audience } from './feed.ts';

/** Someone has to look: who, and why. Consoles repeat it until it was seen. */
export interface Alert {
  why: AlertWhy;
  audience: Audience;
}

/** Changes that call someone; all others are only seen. */
const CALLS: Partial<Record<CaseEvent['kind'], AlertWhy>> = {
  'still-there': 'waiting',
  returned: 'waiting',
  requested: 'waiting',
  'lease-expired': 'lost',
  'staff-lost': 'lost',
  transferred: 'passed-to-you',
  'help-asked': 'help-asked',
  'safety-shown': 'safety-line-shown',
  'person-wrote': 'person-wrote',
};

/** Whom a change of a case calls. `available`: may take something now; `supervisor`: may be asked for help. */
export function alertFor(
  record: Case,
  what: CaseEvent['kind'],
  available: Audience,
  supervisor: Audience,
): Alert | null {
  const why = CALLS[what];
  if (why === undefined) return null;
  if (why === 'help-asked') return { why, audience: supervisor };
  // Still to be confirmed, or a call whose owner let go of it: nobody has to run.
  if (record.owner === null && record.state !== 'queued' && what !== 'requested') return null;
  if (what === 'requested' && record.way === 'live') return null;
  if (record.owner === null) return { why: why === 'passed-to-you' ? 'waiting' : why, audience: available };
  return { why, audience: (staff) => staff === record.owner || record.joined.includes(staff) };
}
