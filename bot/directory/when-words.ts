import { DateTime } from 'luxon';
import type { Country, Language } from '../domain/locale.ts';
import { DAYS } from './hours-schema.ts';
import type { WeekSpan } from './hours-schema.ts';
import type { Word } from './word-ids.ts';

const LOCALES: Readonly<Record<Language, Readonly<Record<Country, string>>>> = {
  en: { US: 'en-US', AU: 'en-AU', UK: 'en-GB', CA: 'en-CA', NZ: 'en-NZ' },
  es: { US: 'es-US', AU: 'es-US', UK: 'es-ES', CA: 'es-US', NZ: 'es-US' },
};
/** The zone of the capital, to name an hour when neither the line nor the person has a zone. */
const CAPITAL: Readonly<Record<Country, string>> = {
  US: 'America/New_York',
  AU: 'Australia/Sydney',
  UK: 'Europe/London',
  CA: 'America/Toronto',
  NZ: 'Pacific/Auckland',
};

/** How times are written for this person. `timeZone` is the device's, when it said so, and valid. */
export interface TimeSpeech {
  language: Language;
  country: Country;
  timeZone?: string;
  word: Word;
}

/**
 * "Opens Monday at 9:00 AM, your time", or with the zone named when the person's own is not known. `opens` is an ISO instant,
 * `now` milliseconds, `zone` the line's.
 */
export function opensInWords(opens: string, now: number, zone: string | null, speech: TimeSpeech): string {
  const shown = speech.timeZone ?? zone ?? CAPITAL[speech.country];
  const locale = LOCALES[speech.language][speech.country];
  const at = DateTime.fromISO(opens, { zone: shown }).setLocale(locale);
  const days = dayNumber(at) - dayNumber(DateTime.fromMillis(now, { zone: shown }));
  const values = {
    time: clock(at),
    zone: speech.timeZone !== undefined ? speech.word('your-time') : zoneName(shown, locale),
  };
  if (days === 0) return speech.word('opens-today', values);
  if (days === 1) return speech.word('opens-tomorrow', values);
  const day = at.toFormat('cccc');
  if (days < 7) return speech.word('opens-day', { ...values, day });
  const date = at.toLocaleString({ month: 'long', day: 'numeric' });
  return speech.word('opens-date', { ...values, day, date });
}

/** "Monday to Friday 9:00 AM to 5:00 PM (Eastern Time)". */
export function weekInWords(spans: readonly WeekSpan[], zone: string, speech: TimeSpeech): string {
  const locale = LOCALES[speech.language][speech.country];
  // A Monday in a week without a change of clocks, only to borrow the names of days and the way to write a time.
  const monday = DateTime.fromISO('2026-06-01', { zone: 'utc' }).setLocale(locale);
  const said = spans.map((span) => {
    const [fromHour = 0, fromMinute = 0] = span.from.split(':').map(Number);
    const [toHour = 0, toMinute = 0] = span.to.split(':').map(Number);
    return speech.word('hours-span', {
      days: daysInWords(span.days, (day) => monday.plus({ days: day }).toFormat('cccc'), locale, speech.word),
      from: clock(monday.set({ hour: fromHour, minute: fromMinute })),
      to: clock(monday.set({ hour: toHour, minute: toMinute })),
    });
  });
  return `${said.join('; ')} (${zoneName(zone, locale)})`;
}

function daysInWords(
  days: WeekSpan['days'],
  name: (day: number) => string,
  locale: string,
  word: Word,
): string {
  const numbers = [...new Set(days)].map((day) => DAYS.indexOf(day)).sort((a, b) => a - b);
  const first = numbers[0] ?? 0;
  const last = numbers.at(-1) ?? first;
  if (numbers.length > 2 && last - first === numbers.length - 1) {
    return word('hours-days', { first: name(first), last: name(last) });
  }
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(numbers.map(name));
}

/** Counts calendar days, whatever the clocks do between them. */
function dayNumber(at: DateTime): number {
  return Date.UTC(at.year, at.month - 1, at.day) / 86_400_000;
}

function clock(at: DateTime): string {
  // Newer language data separates "9:00" and "AM" with a narrow space that some fonts lack.
  return at.toLocaleString(DateTime.TIME_SIMPLE).replace(/[\u202f\u00a0]/g, ' ');
}

function zoneName(zone: string, locale: string): string {
  const key = `${locale} ${zone}`;
  const known = zoneNames.get(key);
  if (known !== undefined) return known;
  const parts = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    timeZoneName: 'longGeneric',
  }).formatToParts(RECENT);
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
  zoneNames.set(key, name);
  return name;
}
/** Any recent instant: generic names ("Eastern Time") are the same all year. */
const RECENT = Date.UTC(2026, 0, 15);
/** Names do not change, and making a formatter is slow. There are no more entries than zones in the data. */
const zoneNames = new Map<string, string>();
