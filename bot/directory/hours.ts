import { DateTime } from 'luxon';
import type { Country } from '../domain/locale.ts';
import { DAYS } from './hours-schema.ts';
import type { Hours, WeekSpan } from './hours-schema.ts';

/** Open at a moment? null: not known. `opens`: when next, in milliseconds, only when it is closed and known. */
export interface OpenState {
  open: boolean | null;
  opens?: number;
}

/** Days to look ahead for the next opening: two weeks, as weekly hours repeat. */
const AHEAD = 14;

/** Zones to try when hours are in the caller's own time and the caller's zone is not known. */
const ZONES: Readonly<Record<Country, readonly string[]>> = {
  US: [
    'America/New_York',
    'America/Chicago',
    'America/Denver',
    'America/Phoenix',
    'America/Los_Angeles',
    'America/Anchorage',
    'Pacific/Honolulu',
    'America/Puerto_Rico',
    'Pacific/Guam',
  ],
  AU: [
    'Australia/Sydney',
    'Australia/Brisbane',
    'Australia/Adelaide',
    'Australia/Darwin',
    'Australia/Perth',
    'Australia/Hobart',
  ],
  UK: ['Europe/London'],
  CA: [
    'America/St_Johns',
    'America/Halifax',
    'America/Toronto',
    'America/Winnipeg',
    'America/Regina',
    'America/Edmonton',
    'America/Vancouver',
  ],
  NZ: ['Pacific/Auckland', 'Pacific/Chatham'],
};

/**
 * Whether a service answers at `now` (ms). `timeZone` is the caller's, for hours in local time; without it the answer is
 * given only when it is the same everywhere in `country`.
 */
export function openAt(
  hours: Hours | null,
  now: number,
  caller: { country: Country; timeZone?: string },
): OpenState {
  if (hours === null) return { open: null };
  if (hours.always_open) return { open: true };
  const spans = hours.open;
  if (spans === null || hours.tz === null) return { open: null };
  if (hours.tz !== 'local') return weekAt(spans, { spans, zone: hours.tz }, now);
  const zones = caller.timeZone === undefined ? ZONES[caller.country] : [caller.timeZone];
  const states = zones.map((zone) => weekAt(spans, { spans, zone }, now));
  const [first] = states;
  if (first === undefined || states.some((state) => state.open !== first.open)) return { open: null };
  return states.length === 1 ? first : { open: first.open };
}

/** Weekly hours in a zone, with days that are different. */
export interface Week {
  spans: readonly WeekSpan[];
  zone: string;
  /** The spans that begin on a date (ISO, in the zone) instead of the weekly ones; null: the weekly ones. */
  special?: (date: string) => readonly Pick<WeekSpan, 'from' | 'to'>[] | null;
  /** Days to look ahead for the next opening. */
  ahead?: number;
}

/**
 * What was computed lasts until the next opening or closing, so it is kept till then: the same answer, a hundred times faster.
 * `key` is the object the week was made from.
 */
export function weekAt(key: object, week: Week, now: number): OpenState {
  const zones = kept.get(key) ?? new Map<string, Kept>();
  const known = zones.get(week.zone);
  if (known !== undefined && known.from <= now && now < known.until) return known.state;
  const { state, until } = computeWeek(week, now);
  kept.set(key, zones.set(week.zone, { from: now, until, state }));
  return state;
}

interface Kept {
  from: number;
  until: number;
  state: OpenState;
}
const kept = new WeakMap<object, Map<string, Kept>>();

/** `until` is when the state may change: the end of the span, or the next opening. */
function computeWeek(week: Week, now: number): { state: OpenState; until: number } {
  const today = DateTime.fromMillis(now, { zone: week.zone });
  const ahead = week.ahead ?? AHEAD;
  let opens: number | undefined;
  // Yesterday first: a span may run over midnight into today.
  for (let offset = -1; offset <= ahead; offset += 1) {
    const day = today.plus({ days: offset });
    const weekday = DAYS[day.weekday - 1];
    const spans =
      week.special?.(day.toISODate() ?? '') ??
      week.spans.filter((span) => weekday !== undefined && span.days.includes(weekday));
    for (const span of spans) {
      const from = instant(day, span.from, 'first');
      const to = instant(span.to > span.from ? day : day.plus({ days: 1 }), span.to, 'last');
      if (from <= now && now < to) return { state: { open: true }, until: to };
      if (from > now && (opens === undefined || from < opens)) opens = from;
    }
    // A later day cannot open earlier than what this day found.
    if (opens !== undefined && offset >= 0) break;
  }
  return opens === undefined
    ? { state: { open: false }, until: now }
    : { state: { open: false, opens }, until: opens };
}

/** Milliseconds as an ISO instant in UTC. */
export function isoInstant(ms: number): string {
  return DateTime.fromMillis(ms, { zone: 'utc' }).toISO() ?? '';
}

/**
 * The instant of a wall-clock time on a day. A time that does not exist (clocks go forward) moves on with the clock; a time
 * that comes twice (clocks go back) begins a span at its first and ends one at its last.
 */
function instant(day: DateTime, clock: string, which: 'first' | 'last'): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  // Set, not added: nine o'clock is nine hours after midnight only on days without a change of clocks.
  const at = day.set({ hour, minute, second: 0, millisecond: 0 });
  const times = at.getPossibleOffsets().map((possible) => possible.toMillis());
  return which === 'first' ? Math.min(...times) : Math.max(...times);
}
