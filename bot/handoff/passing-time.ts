import { type Case, type CaseEvent, OPEN_STATES } from '../domain/case.ts';
import { never } from '../domain/fault.ts';
import { LIMITS } from './limits.ts';

/** What of a case is not in it: known while we run, and kept nowhere. */
export interface AtThisMoment {
  /** The owner has had no console for too long. */
  lost: boolean;
  /** What people read for the owner. */
  ownerName: string;
  /** When the person was last seen typing (ms). Whoever looks for words is not silent. */
  typedAt?: number | undefined;
}

/** What the passing of time does to a case at `now` (ms), or null. */
export function timeDoes(
  record: Case,
  now: number,
  { lost, ownerName, typedAt }: AtThisMoment,
): CaseEvent | null {
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
      const since = latest(Date.parse(record.staffAt ?? ''), typedAt);
      return answered && now - since >= LIMITS.quiet ? { kind: 'quiet-check' } : null;
    }
    case 'quiet': {
      if (lost) return { kind: 'staff-lost', name: ownerName };
      return silentTooLong(record, now, typedAt) && record.safety.length === 0
        ? { kind: 'closed-quiet' }
        : null;
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
export function needsSupervisor(record: Case, now: number, typedAt?: number): boolean {
  return record.state === 'quiet' && record.safety.length > 0 && silentTooLong(record, now, typedAt);
}

/** The clock begins with the gentle check, and again with whatever staff write and whenever the person types after it. */
function silentTooLong(record: Case, now: number, typedAt: number | undefined): boolean {
  const asked = record.audit.findLast((line) => line.what === 'quiet-check')?.at ?? record.personAt;
  const said = record.staffAt === undefined ? undefined : Date.parse(record.staffAt);
  return now - latest(Date.parse(asked), said, typedAt) >= LIMITS.quietClose;
}

function latest(first: number, ...others: (number | undefined)[]): number {
  return Math.max(first, ...others.filter((one) => one !== undefined));
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
