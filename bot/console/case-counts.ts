import type { Case, CaseEvent } from '../domain/case.ts';

/** Up to so many seconds from joining the line to being taken: what is counted is in which of these a wait ended. */
export const WAITS = [15, 30, 60, 120, 300, 600, 1800, 3600, 86_400] as const;

/** With these a case may end, and then has an outcome if there is nothing to wrap up. */
const ENDS: ReadonlySet<CaseEvent['kind']> = new Set<CaseEvent['kind']>([
  'closed',
  'closed-quiet',
  'withdrawn',
  'expired',
  'erased',
]);
/** After these a case has had an outcome already, until it is opened again. */
const GAVE_OUTCOME: ReadonlySet<CaseEvent['kind']> = new Set<CaseEvent['kind']>([
  'closed',
  'closed-quiet',
  'outcome-set',
]);

/**
 * What a change of a case counts for in the needs report, once: its outcome, what came of a call, how long the person waited.
 * Counted when it happens, because a case itself is deleted, and a report must not shrink with it.
 */
export function caseCounts(record: Case, what: CaseEvent['kind']): string[] {
  if (what === 'claimed') return waited(record);
  if (what === 'attempted') {
    const result = record.attempts.at(-1)?.result;
    return result === undefined ? [] : [`attempt:${result}`];
  }
  const { outcome } = record;
  const came = ENDS.has(what) ? endsWith(record) : what === 'outcome-set' && !hadOutcome(record);
  return came && outcome !== undefined ? [`outcome:${outcome}`] : [];
}

/** This change is what ended it: words of a case that had ended before may be deleted, too. */
function endsWith({ closedAt, audit }: Case): boolean {
  return closedAt !== undefined && closedAt === audit.at(-1)?.at;
}

/** The last line of the audit is the change itself. */
function hadOutcome({ audit }: Case): boolean {
  const opened = audit.findLastIndex(({ what }) => what === 'returned');
  return audit.slice(opened + 1, -1).some(({ what }) => GAVE_OUTCOME.has(what));
}

function waited({ audit, way }: Case): string[] {
  const taken = audit.filter(({ what }) => what === 'claimed');
  const joined = audit.find(({ what }) => what === 'still-there')?.at;
  const [first] = taken;
  if (way !== 'live' || taken.length !== 1 || first === undefined || joined === undefined) return [];
  const seconds = (Date.parse(first.at) - Date.parse(joined)) / 1000;
  const within = WAITS.find((most) => seconds <= most) ?? WAITS.at(-1);
  return [`wait:${within}`];
}
