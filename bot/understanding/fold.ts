/** Nobody's wish needs more than this; the rest of a very long message is not looked at. In characters. */
const MOST = 1200;

const NOT_ASCII = /[^\x00-\x7f]/;
const MARKS = /[\p{M}\p{Cf}]/gu;
const APOSTROPHES = /['’‘`´]/g;
const OTHERS = /[^\p{L}\p{N}$:?]+/gu;
/** "heyyyy", "nooo". */
const DRAWN_OUT = /(\p{L})\1{2,}/gu;
const QUESTIONS = /\s*\?[\s?]*/g;
const CLOCK = /(\d):(?=\d)/g;
const COLONS = /:/g;

/**
 * The words of a message as they are compared: lower case, accents off, apostrophes joined, marks gone. A question
 * mark is kept as a word of its own, because "what?" is another wish than "what". Linear in the length.
 */
export function words(text: string): string[] {
  let s = text.length > MOST ? text.slice(0, MOST) : text;
  if (NOT_ASCII.test(s)) s = s.normalize('NFKD').replace(MARKS, '');
  s = s
    .toLowerCase()
    .replace(APOSTROPHES, '')
    .replace(OTHERS, ' ')
    .replace(CLOCK, '$1')
    .replace(COLONS, ' ')
    .replace(DRAWN_OUT, '$1')
    .replace(QUESTIONS, ' ? ')
    .trim();
  return s === '' ? [] : s.split(' ');
}
