import { fold } from '../fold.ts';

/** Text without tags and runs of spaces: descriptions of other lists may hold HTML. */
export function plainText(text: string): string {
  return text
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** An id made from a name: `Rides to treatment` → `rides-to-treatment`. */
export function slug(name: string): string {
  return (
    fold(name)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60)
      .replace(/-$/, '') || 'service'
  );
}

const CALLING_CODES: Readonly<Record<string, [code: string, trunk: string]>> = {
  AU: ['61', '0'],
  UK: ['44', '0'],
  NZ: ['64', '0'],
};

/** A number as it is printed in its country: without quotes around it, and without +44 where people dial 0. */
export function printedNumber(number: string, country: string | undefined): string {
  const bare = number.replace(/["“”]/g, '').replace(/^tel:/i, '').trim();
  const [code, trunk] = CALLING_CODES[country ?? ''] ?? [];
  if (code === undefined || !bare.startsWith('+')) return bare;
  const digits = bare.slice(1).trim();
  if (!digits.startsWith(code)) return bare;
  return `${trunk}${digits.slice(code.length).replace(/^[\s().-]*(0|\(0\))?[\s().-]*/, '')}`;
}
