import { DAYS } from '../hours-schema.ts';
import type { Day, Hours } from '../hours-schema.ts';
import type { HsdsSchedule } from './service.ts';
import { uuidOf } from './uuid.ts';

const ICAL: Readonly<Record<Day, string>> = {
  mon: 'MO',
  tue: 'TU',
  wed: 'WE',
  thu: 'TH',
  fri: 'FR',
  sat: 'SA',
  sun: 'SU',
};
const ZONE = /^Time zone: (\S+)$/;

/**
 * Hours as schedules. HSDS knows a zone only as an offset from UTC, which is wrong for half the year where clocks change: so
 * `timezone` is left out, and `notes` names the zone.
 */
export function schedulesOf(service: string, hours: Hours) {
  const common = {
    description: hours.text,
    ...(hours.tz === null ? {} : { notes: `Time zone: ${hours.tz}` }),
  };
  const whole = { days: [...DAYS], from: '00:00', to: '24:00' };
  const spans = hours.always_open ? [whole] : (hours.open ?? []);
  if (spans.length === 0) return [{ id: uuidOf(service, 'schedule'), ...common }];
  return spans.map((span, n) => ({
    id: uuidOf(service, 'schedule', n),
    freq: 'WEEKLY',
    byday: span.days.map((day) => ICAL[day]).join(','),
    opens_at: span.from,
    closes_at: span.to,
    ...common,
  }));
}

/** Schedules as hours, or null when they say nothing. What is not weekly is kept as words only. */
export function hoursFrom(schedules: readonly HsdsSchedule[]): unknown {
  const [first] = schedules;
  if (first === undefined) return null;
  const spans = schedules.flatMap((one) => spanFrom(one) ?? []);
  const text = first.description ?? schedules.map(inWords).filter(Boolean).join('; ');
  if (text.length < 3) return null;
  const zone = ZONE.exec(first.notes ?? '')?.[1] ?? null;
  const always = spans.length === 1 && spans[0]?.days.length === 7 && spans[0].to === '24:00';
  return {
    text: text.slice(0, 200),
    tz: zone,
    open: always || spans.length < schedules.length || spans.length === 0 ? null : spans,
    always_open: always,
  };
}

function spanFrom(one: HsdsSchedule): { days: Day[]; from: string; to: string } | null {
  const days = (one.byday ?? '').split(',').map((code) => DAYS.find((day) => ICAL[day] === code.trim()));
  const from = clock(one.opens_at);
  const to = clock(one.closes_at);
  const everyWeek = one.interval === undefined || one.interval === null || Number(one.interval) === 1;
  if (one.freq !== 'WEEKLY' || !everyWeek || from === null || to === null) return null;
  return days.includes(undefined) ? null : { days: days as Day[], from, to };
}

/** `09:00`, also of `09:00:00` and of `09:00-05:00`. */
function clock(text: string | null | undefined): string | null {
  return /^(\d{2}:\d{2})(:\d{2})?(Z|[+-]\d{2}:?\d{2})?$/.exec(text ?? '')?.[1] ?? null;
}

function inWords(one: HsdsSchedule): string {
  const times = [clock(one.opens_at), clock(one.closes_at)].filter((time) => time !== null).join('-');
  const often = one.freq === 'MONTHLY' ? 'every month' : one.freq === 'WEEKLY' ? 'every week' : '';
  return [often, one.byday ?? '', times].filter((part) => part !== '').join(' ');
}
