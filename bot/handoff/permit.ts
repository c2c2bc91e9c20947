import type { Case, CaseEvent, CaseRefusal } from '../domain/case.ts';
import { never } from '../domain/fault.ts';

/** Who a member of staff is, as far as permission goes. */
export interface Standing {
  id: string;
  supervisor: boolean;
}

/** Who among the staff may cause what. Everything that is not named here is refused. */
const STAFF_MAY: Partial<
  Record<CaseEvent['kind'], 'anyone' | 'owner' | 'in-chat' | 'supervisor' | 'debriefed'>
> = {
  claimed: 'anyone',
  'staff-wrote': 'in-chat',
  'service-sent': 'in-chat',
  transferred: 'owner',
  'help-asked': 'owner',
  joined: 'supervisor',
  left: 'in-chat',
  closed: 'owner',
  'outcome-set': 'owner',
  'back-to-bot': 'owner',
  'call-later': 'owner',
  attempted: 'anyone',
  noted: 'in-chat',
  debriefed: 'debriefed',
};

/** Whether a member of staff may cause an event in a case; what the event makes of it is `advance`'s business. */
export function permit(record: Case, staff: Standing, event: CaseEvent): 'ok' | CaseRefusal {
  const rule = STAFF_MAY[event.kind];
  const owner = record.owner === staff.id;
  if (rule === undefined) return 'not-staff';
  switch (rule) {
    case 'anyone':
      // A call that somebody has taken on is theirs until they let go of it.
      return event.kind === 'attempted' && record.owner !== null && !owner ? 'not-owner' : 'ok';
    case 'owner':
      return owner || staff.supervisor ? 'ok' : 'not-owner';
    case 'in-chat':
      // To write into someone else's chat a supervisor joins first, visibly.
      if (event.kind === 'noted' && staff.supervisor) return 'ok';
      return owner || record.joined.includes(staff.id) ? 'ok' : 'not-owner';
    case 'supervisor':
      return staff.supervisor ? 'ok' : 'not-staff';
    case 'debriefed':
      return record.debrief?.staff === staff.id ? 'ok' : 'not-owner';
    default:
      return never(rule);
  }
}

/** Whether staff may read a case: what waits is open to all on the team, a chat to those in it and to supervisors. */
export function mayRead(record: Case, staff: Standing): boolean {
  if (staff.supervisor || record.owner === staff.id || record.joined.includes(staff.id)) return true;
  return record.owner === null && (record.state === 'queued' || record.state === 'callback-scheduled');
}
