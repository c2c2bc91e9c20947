import { type Case, type CaseEvent, OPEN_STATES } from '../domain/case.ts';
import { never } from '../domain/fault.ts';
import { LIMITS } from './limits.ts';

/** What the passing of time does to a case at `now` (ms), or null. `lost`: the owner has had no console for too long. */
export function timeDoes(record: Case, now: number, lost: boolean, ownerName: string): CaseEvent | null {
  switch (record.state) {
    case 'requested':
      return now - Date.parse(record.createdAt) >= LIMITS.confirm ? { kind: 'expired' } : null;
    case 'claimed':
      if (lost) return { kind: 'staff-lost', name: ownerName };
      return leaseOver(record, now) ? { kind: 'lease-expired' } : null;
    case 'callback-scheduled':
      return record.owner !== null && leaseOver(record, now) ? { kind: 'lease-expired' } : null;
    case 'live': {
      if (lost) return { kind: 'staff-lost', name: ownerName };
      // Only a person who has been answered can be silent; one who waits for an answer is not.
      const answered = Date.parse(record.staffAt ?? '') > Date.parse(record.personAt);
      return answered && now - Date.parse(record.staffAt ?? '') >= LIMITS.quiet
        ? { kind: 'quiet-check' }
        : null;
    }
    case 'quiet': {
      if (lost) return { kind: 'staff-lost', name: ownerName };
      const asked = record.audit.findLast((line) => line.what === 'quiet-check')?.at ?? record.personAt;
      const over = now - Date.parse(asked) >= LIMITS.quietClose;
      return over && record.safety.length === 0 ? { kind: 'closed-quiet' } : null;
    }
    case 'queued':
    case 'closed':
    case 'withdrawn':
    case 'returned-to-bot':
      return null;
    default:
      return never(record.state);
  }
}

/** A person who was shown a safety line and has not answered the gentle check: a supervisor has to look. */
export function needsSupervisor(record: Case, now: number): boolean {
  if (record.state !== 'quiet' || record.safety.length === 0) return false;
  const asked = record.audit.findLast((line) => line.what === 'quiet-check')?.at ?? record.personAt;
  return now - Date.parse(asked) >= LIMITS.quietClose;
}

/** Kept long enough: everything of it goes. */
export function isOver(record: Case, now: number): boolean {
  return (
    !OPEN_STATES.has(record.state) && now - Date.parse(record.closedAt ?? record.createdAt) >= LIMITS.keep
  );
}

function leaseOver(record: Case, now: number): boolean {
  return record.leaseUntil !== undefined && Date.parse(record.leaseUntil) <= now;
}
