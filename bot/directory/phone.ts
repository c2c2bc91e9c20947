import type { Country } from '../domain/locale.ts';

/** Numbers of three to six digits that networks answer themselves: 988, 911, 211, 741741, 85258, 1737 … */
const SHORT = /^\d{3,6}$/;

/**
 * The form a phone dials, made from a printed number: `1-877-465-6636` → `+18774656636`. Null when it is not a number of that
 * country. Numbers that exist only inside a country (988, 13 11 14, 1800 …) stay as they are.
 */
export function dialled(printed: string, country: Country | 'international'): string | null {
  if (!/^[\d +().-]+$/.test(printed)) return null;
  const digits = printed.replace(/\D/g, '');
  switch (country) {
    case 'CA':
      // 310 numbers are dialled without an area code, inside one province.
      return /^310\d{4}$/.test(digits) ? digits : northAmerican(digits);
    case 'US':
      return northAmerican(digits);
    case 'AU':
      return australian(digits);
    case 'UK':
      if (/^(111|112|999|116123|\d{5})$/.test(digits)) return digits;
      return /^0[1-9]\d{8,9}$/.test(digits) ? `+44${digits.slice(1)}` : null;
    case 'NZ':
      if (/^(111|1737|\d{4})$/.test(digits)) return digits;
      return /^0[2-9]\d{6,8}$/.test(digits) || /^0[58]0[08]\d{6,7}$/.test(digits)
        ? `+64${digits.slice(1)}`
        : null;
    case 'international':
      return printed.trim().startsWith('+') && /^\d{8,15}$/.test(digits) ? `+${digits}` : null;
    default:
      return country satisfies never;
  }
}

function northAmerican(digits: string): string | null {
  if (/^1?[2-9]\d{2}[2-9]\d{6}$/.test(digits)) return `+1${digits.slice(-10)}`;
  return SHORT.test(digits) ? digits : null;
}

function australian(digits: string): string | null {
  if (/^(000|106|112)$/.test(digits)) return digits;
  // 13, 1300 and 1800 numbers are answered only within Australia, in the form in which they are printed.
  if (/^(13\d{4}|1[38]00\d{6})$/.test(digits)) return digits;
  return /^0[2-478]\d{8}$/.test(digits) ? `+61${digits.slice(1)}` : null;
}

/** A link that calls. */
export function telHref(number: string): string {
  return `tel:${number}`;
}

/** A link that opens a text message, with its first word already written (RFC 5724). */
export function smsHref(number: string, keyword?: string): string {
  return keyword === undefined ? `sms:${number}` : `sms:${number}?body=${encodeURIComponent(keyword)}`;
}
