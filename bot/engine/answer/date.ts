import { DateTime } from 'luxon';
import type { Language } from '../../domain/locale.ts';

/** How dates are written, most exact first. A month alone means its first day, a year alone its first of January. */
const FORMATS = [
  'yyyy-MM-dd',
  'd MMMM yyyy',
  'MMMM d yyyy',
  'MMMM d, yyyy',
  'd MMM yyyy',
  'MMM d yyyy',
  "d 'de' MMMM 'de' yyyy",
  "d 'de' MMMM yyyy",
  'MMMM yyyy',
  'MMM yyyy',
  "MMMM 'de' yyyy",
  'M/yyyy',
  'yyyy-MM',
  'yyyy',
];
/** Day and month both as numbers: month first in English (US), day first in Spanish. */
const NUMERIC: Record<Language, string[]> = { en: ['M/d/yyyy'], es: ['d/M/yyyy'] };

/**
 * Reads a date as an ISO date. `side` says which side of today it must lie on (today counts as both).
 * `now` in milliseconds since 1970. Undefined when it cannot be read or lies on the other side.
 */
export function readDate(
  text: string,
  side: 'past' | 'future',
  language: Language,
  now: number,
): string | undefined {
  const said = text.trim().slice(0, 40).replace(/\s+/g, ' ');
  for (const format of [...FORMATS, ...NUMERIC[language]]) {
    const date = DateTime.fromFormat(said, format, { zone: 'utc', locale: language });
    if (!date.isValid) continue;
    // Half a day of grace on each side: the person's today may not be the server's.
    const today = DateTime.fromMillis(now, { zone: 'utc' });
    const fits =
      side === 'past' ? date <= today.plus({ hours: 14 }) : date.endOf('day') >= today.minus({ hours: 12 });
    return fits ? date.toISODate() : undefined;
  }
  return undefined;
}
