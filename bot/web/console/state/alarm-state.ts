import type { CaseState } from '../../../domain/case.ts';
import type { AlertWhy, CaseLine, Duty } from '../../../domain/console.ts';

/** Someone is called, until they have looked. */
export interface Alarm {
  case: string;
  why: AlertWhy;
  at: number;
}

/** Alarms that are about a chat in view are seen at once. */
const SEEN_BY_LOOKING: ReadonlySet<AlertWhy> = new Set<AlertWhy>([
  'person-wrote',
  'safety-line-shown',
  'passed-to-you',
]);

/** Whether it is enough to have the case on the screen; the others want a press. */
export function isSeenByLooking(why: AlertWhy): boolean {
  return SEEN_BY_LOOKING.has(why);
}

/** The alarms with a new one; the same list when that one already rings. */
export function raised(alarms: readonly Alarm[], alarm: Alarm): readonly Alarm[] {
  return alarms.some((one) => one.case === alarm.case && one.why === alarm.why) ? alarms : [...alarms, alarm];
}

/** Whoever comes to a line in which people wait is called for each of them: their own alarms rang before. */
export function calls(queue: readonly CaseLine[], duty: Duty, now: number): Alarm[] {
  if (duty !== 'available') return [];
  return queue.map((line) => ({ case: line.id, why: line.first ? 'lost' : 'waiting', at: now }));
}

/** Nobody has to come any more: somebody has, or the case is over. */
export function isAnswered(alarm: Alarm, state: CaseState): boolean {
  const calls = alarm.why === 'waiting' || alarm.why === 'lost';
  return calls
    ? state !== 'queued' && state !== 'callback-scheduled'
    : !['claimed', 'live', 'quiet'].includes(state);
}
