import type { HelplineSettings } from '../../../domain/console.ts';

export type Hours = HelplineSettings['hours'][number];
export type Day = Hours['days'][number];
export type Span = Pick<Hours, 'from' | 'to'>;
/** For each day when someone is there: never, once, or more often (with a break at noon). */
export type Week = Readonly<Record<Day, readonly Span[]>>;

export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
/** What a day begins with when it is ticked. */
export const USUAL: Span = { from: '09:00', to: '17:00' };

/** Someone is there from midnight to midnight: clocks would write "12:00 AM to 12:00 AM". */
export function isWholeDay({ from, to }: Span): boolean {
  return from === '00:00' && to === '24:00';
}

/** Hours as they are kept, day by day. */
export function weekOf(hours: readonly Hours[]): Week {
  const spansOn = (day: Day) =>
    hours
      .filter((one) => one.days.includes(day))
      .map(({ from, to }) => ({ from, to }))
      .sort((a, b) => (a.from < b.from ? -1 : 1));
  return Object.fromEntries(DAYS.map((day) => [day, spansOn(day)])) as Record<Day, Span[]>;
}

/** A week as it is kept: days with the same hours stand together. */
export function hoursOf(week: Week): Hours[] {
  const found: Hours[] = [];
  for (const day of DAYS) {
    for (const { from, to } of week[day]) {
      const same = found.find((one) => one.from === from && one.to === to && !one.days.includes(day));
      if (same === undefined) found.push({ days: [day], from, to });
      else same.days.push(day);
    }
  }
  return found;
}
