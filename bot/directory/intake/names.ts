import { COUNTRIES } from '../../domain/locale.ts';
import { fold } from '../fold.ts';
import type { PlaceTables } from '../place-tables.ts';

const LANGUAGES: Readonly<Record<string, string>> = {
  en: 'en',
  eng: 'en',
  english: 'en',
  es: 'es',
  spa: 'es',
  spanish: 'es',
  fr: 'fr',
  fra: 'fr',
  french: 'fr',
};
const NATIONAL = new Set(['national', 'nationwide', 'usa', 'united states']);

/** `en` of `English` or `eng`; undefined for a language that we have no code for. */
export function languageOf(name: string): string | undefined {
  return LANGUAGES[fold(name)];
}

/** `US-MT` of a code or of the name of a state; `national` for the whole of a country. */
export function regionOf(text: string, country: string | undefined, tables: PlaceTables): string | undefined {
  const folded = fold(text);
  if (folded === 'international') return folded;
  if (NATIONAL.has(folded)) return 'national';
  const [, of, state] = /^(US|AU|UK|CA|NZ)-([A-Z]{2,3})$/.exec(text) ?? [];
  const known = COUNTRIES.find((one) => one === (of ?? country));
  if (known === undefined) return undefined;
  const codes = tables.phrases[known].get(folded);
  const code = codes?.length === 1 ? codes[0] : tables.abbreviations[known].get(fold(state ?? text));
  return code === undefined ? undefined : `${known}-${code}`;
}
