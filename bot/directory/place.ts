import type { Country } from '../domain/locale.ts';
import type { Place } from '../domain/place.ts';
import { fold } from './fold.ts';
import type { PlaceTables } from './place-tables.ts';
import type { PlaceRead } from './types.ts';

/** Longer answers are read only so far: nobody needs more to name a state. */
const MOST = 200;
/** Words that may stand around a code: "my ZIP code is 59801", "código postal 598". */
const AROUND_A_CODE = new Set(
  (
    'zip zipcode code postcode postal code codigo cp number numero no my mi its it is es the el los las first three ' +
    'five digits digit primeros tres cinco digitos i am im in en live vivo at near cerca de around about area usa us'
  ).split(' '),
);
/** Abbreviations that are words people answer with: in small letters they are the word, not the state. */
const GREETINGS = new Set(['hi', 'ok']);
/** Abbreviations that are ordinary words: "TELL ME" is not Maine, "Bangor ME" is. */
const ORDINARY_WORDS = new Set('me in or oh pa ma la de id mo al as am on act'.split(' '));

/**
 * Reads where someone lives from what they typed: a code, the first digits of one, or the name of a state, also inside
 * a sentence. Keeps the state, and in the US the first three digits. The text itself goes no further.
 */
export function readPlace(tables: PlaceTables, text: string, country: Country): PlaceRead {
  const written = text.slice(0, MOST);
  const byCode = readCode(tables, written, country);
  if (byCode?.kind === 'place' || byCode?.kind === 'several') return byCode;
  return readName(tables, written, country) ?? byCode ?? { kind: 'not-a-place' };
}

function readCode(tables: PlaceTables, text: string, country: Country): PlaceRead | null {
  const folded = fold(text);
  switch (country) {
    case 'US':
      return readZip(tables, folded);
    case 'AU':
      return fromTable(tables, 'AU', fourDigits(folded));
    case 'NZ':
      return fromTable(tables, 'NZ', fourDigits(folded));
    case 'CA': {
      const found = /(?:^| )([a-z])\d[a-z](?: ?\d[a-z]\d)?(?: |$)/.exec(folded);
      return fromTable(tables, 'CA', found?.[1]?.toUpperCase());
    }
    case 'UK': {
      const found = /(?:^| )([a-z]{1,2})\d[a-z\d]?(?: ?\d[a-z]{2})?(?: |$)/.exec(folded);
      return fromTable(tables, 'UK', found?.[1]?.toUpperCase());
    }
    default:
      return country satisfies never;
  }
}

function readZip(tables: PlaceTables, folded: string): PlaceRead | null {
  const zip = zipDigits(folded);
  if (zip === null) return null;
  const whole = tables.codes.US.get(zip) ?? tables.codes.US.get(zip.slice(0, 3));
  return whole ? placed(tables, 'US', whole, zip.slice(0, 3)) : { kind: 'unknown-code' };
}

/** Three or five digits, or null. ZIP+4 is cut; four digits may be another country's code and are not taken. */
function zipDigits(folded: string): string | null {
  const words = folded.split(' ');
  const numbers = words.filter((word) => /^\d+$/.test(word));
  const onlyCode = words.every((word) => /^\d+$/.test(word) || AROUND_A_CODE.has(word));
  if (onlyCode) {
    const digits = numbers.join('');
    return digits.length === 3 || digits.length === 5
      ? digits
      : digits.length === 9
        ? digits.slice(0, 5)
        : null;
  }
  // Among other words only a whole ZIP code is taken: three digits could be anything.
  const whole = numbers.filter((number) => number.length === 5);
  return whole.length === 1 ? (whole[0] ?? null) : null;
}

function fourDigits(folded: string): string | undefined {
  const numbers = folded.split(' ').filter((word) => /^\d+$/.test(word));
  return numbers.length === 1 && numbers[0]?.length === 4 ? numbers[0] : undefined;
}

function fromTable(tables: PlaceTables, country: Country, key: string | undefined): PlaceRead | null {
  if (key === undefined) return null;
  const codes = tables.codes[country].get(key);
  return codes ? placed(tables, country, codes) : { kind: 'unknown-code' };
}

interface Mention {
  codes: readonly string[];
  /** A comma stands before it, as in "Kansas City, MO". */
  afterComma: boolean;
}

function readName(tables: PlaceTables, text: string, country: Country): PlaceRead | null {
  const mentions: Mention[] = [];
  const parts = text.split(/[,;/\n]/);
  for (const [index, part] of parts.entries()) {
    const found = namesIn(tables, part, country);
    mentions.push(...found.map((codes) => ({ codes, afterComma: index > 0 })));
    if (found.length > 0) continue;
    const short = abbreviationIn(tables, part, country, index > 0, parts.length === 1);
    if (short !== null) mentions.push({ codes: [short], afterComma: index > 0 });
  }
  const last = mentions.at(-1);
  if (last === undefined) return null;
  // The state comes last and after a comma: "Indiana, PA" is in Pennsylvania.
  if (last.afterComma) return placed(tables, country, last.codes);
  return placed(tables, country, [...new Set(mentions.flatMap((mention) => mention.codes))]);
}

/** Names in a text, the longest first at each word: "west virginia" is not also "virginia". */
function namesIn(tables: PlaceTables, text: string, country: Country): (readonly string[])[] {
  const words = fold(text).split(' ');
  const found: (readonly string[])[] = [];
  for (let at = 0; at < words.length; at += 1) {
    for (let length = Math.min(6, words.length - at); length > 0; length -= 1) {
      const codes = tables.phrases[country].get(words.slice(at, at + length).join(' '));
      if (codes === undefined) continue;
      found.push(codes);
      at += length - 1;
      break;
    }
  }
  return found;
}

/** "mt", "M.T.", "missoula, mt", "Missoula MT": an abbreviation counts alone, after a comma, or last in capitals. */
function abbreviationIn(
  tables: PlaceTables,
  part: string,
  country: Country,
  afterComma: boolean,
  whole: boolean,
): string | null {
  const letters = part.replace(/\d[\d\s-]*/g, ' ').trim();
  const words = fold(letters).split(' ');
  const alone = words.length === 1 || words.every((word) => word.length === 1);
  const spelled = alone ? words.join('') : (words.at(-1) ?? '');
  const code = tables.abbreviations[country].get(spelled);
  if (code === undefined) return null;
  if (afterComma) return code;
  if (whole && alone) return GREETINGS.has(spelled) && letters !== code ? null : code;
  const capitals = /[A-Z][^\p{L}]*$/u.test(letters);
  const shouted = !/\p{Ll}/u.test(letters);
  if (GREETINGS.has(spelled) || (shouted && ORDINARY_WORDS.has(spelled))) return null;
  return capitals ? code : null;
}

function placed(tables: PlaceTables, country: Country, codes: readonly string[], zip3?: string): PlaceRead {
  const places = codes.map((code): Place => {
    const label = tables.names[country].get(code)?.en ?? code;
    return zip3 === undefined ? { country, state: code, label } : { country, state: code, zip3, label };
  });
  const [first] = places;
  if (first === undefined) return { kind: 'not-a-place' };
  return places.length === 1 ? { kind: 'place', place: first } : { kind: 'several', places };
}
