import type { Case } from '../domain/case.ts';

/** Those who wait for anyone, in the order they should be taken: safety line shown, let down once, waiting longest. */
export function inQueue(cases: readonly Case[]): Case[] {
  return cases.filter((one) => one.state === 'queued').sort(before);
}

/** Calls to make, in the same order. */
export function callsToMake(cases: readonly Case[]): Case[] {
  return cases.filter((one) => one.state === 'callback-scheduled').sort(before);
}

function before(one: Case, other: Case): number {
  return (
    Number(other.safety.length > 0) - Number(one.safety.length > 0) ||
    Number(other.first) - Number(one.first) ||
    Date.parse(one.waitingSince) - Date.parse(other.waitingSince) ||
    (one.id < other.id ? -1 : 1)
  );
}

/** The live chats a member of staff has now. */
export function chatsOf(cases: readonly Case[], staff: string): Case[] {
  return cases.filter(
    (one) =>
      one.owner === staff && (one.state === 'claimed' || one.state === 'live' || one.state === 'quiet'),
  );
}

/** A debrief that somebody may still need. */
export interface OpenDebrief {
  case: string;
  staff: string;
  since: string;
  /** They asked for it; otherwise it was offered and not answered. */
  wanted: boolean;
}

/** Debriefs that were offered after a hard case and are still open: those asked for first, then the longest open. */
export function openDebriefs(cases: readonly Case[]): OpenDebrief[] {
  return cases
    .flatMap(({ id, debrief, closedAt, createdAt }) =>
      debrief === undefined || debrief.done
        ? []
        : [
            {
              case: id,
              staff: debrief.staff,
              since: closedAt ?? createdAt,
              wanted: debrief.wanted === true,
            },
          ],
    )
    .sort(
      (one, other) =>
        Number(other.wanted) - Number(one.wanted) || Date.parse(one.since) - Date.parse(other.since),
    );
}

/**
 * Whether someone with these chats may take one more: so many at once, and only one when a safety line was shown in it
 * or in the one to be taken.
 */
export function mayTake(chats: readonly Case[], wanted: Case, limit: number): boolean {
  if (wanted.way === 'callback') return true;
  const hard = wanted.safety.length > 0 || chats.some((one) => one.safety.length > 0);
  return chats.length < (hard ? 1 : limit);
}
