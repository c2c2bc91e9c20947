import type { Country, Language } from '../domain/locale.ts';
import type { Hint } from './ports.ts';

const COUNTRY_OF_REGION: Readonly<Record<string, Country>> = {
  US: 'US',
  AU: 'AU',
  GB: 'UK',
  CA: 'CA',
  NZ: 'NZ',
};

const COUNTRY_OF_ZONE: Readonly<Record<string, Country>> = {
  'Pacific/Auckland': 'NZ',
  'Pacific/Chatham': 'NZ',
  'Europe/London': 'UK',
  'Europe/Belfast': 'UK',
  'America/Toronto': 'CA',
  'America/Vancouver': 'CA',
  'America/Edmonton': 'CA',
  'America/Winnipeg': 'CA',
  'America/Halifax': 'CA',
  'America/St_Johns': 'CA',
  'America/Regina': 'CA',
  'America/Moncton': 'CA',
  'America/Whitehorse': 'CA',
};

/**
 * What a device gives away without being asked: the language, and the country as far as it shows. A time zone says
 * more about where someone is than a language setting: many devices outside the US are set to US English.
 * `locale` is a BCP 47 tag or an Accept-Language header.
 */
export function localeHint(locale: unknown, timeZone?: unknown): Hint {
  const hint: Hint = {};
  const country = countryOfZone(timeZone);
  if (country !== undefined) hint.country = country;
  if (typeof locale !== 'string') return hint;
  const first = locale.slice(0, 64).split(/[,;]/, 1)[0]?.trim() ?? '';
  const [language, ...rest] = first.split(/[-_]/);
  const spoken = languageOf(language);
  if (spoken !== undefined) hint.language = spoken;
  const region = rest.find((piece) => /^[A-Za-z]{2}$/.test(piece))?.toUpperCase();
  if (hint.country === undefined && region !== undefined) {
    const byRegion = Object.hasOwn(COUNTRY_OF_REGION, region) ? COUNTRY_OF_REGION[region] : undefined;
    if (byRegion !== undefined) hint.country = byRegion;
  }
  return hint;
}

function languageOf(tag: string | undefined): Language | undefined {
  const language = tag?.toLowerCase();
  return language === 'es' || language === 'en' ? language : undefined;
}

function countryOfZone(zone: unknown): Country | undefined {
  if (typeof zone !== 'string') return undefined;
  if (zone.startsWith('Australia/')) return 'AU';
  return Object.hasOwn(COUNTRY_OF_ZONE, zone) ? COUNTRY_OF_ZONE[zone] : undefined;
}
