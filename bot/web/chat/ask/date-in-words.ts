import type { Language } from '../../../domain/locale.ts';

/** "November 20, 2026", "20 de noviembre de 2026". What is no ISO date (an old browser's plain field) goes as it is. */
export function dateInWords(value: string, language: Language): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (match === null) return value;
  const date = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])));
  const locale = language === 'es' ? 'es' : 'en-US';
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(date);
}
