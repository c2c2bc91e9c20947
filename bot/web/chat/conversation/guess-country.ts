import type { Country } from '../../../domain/locale.ts';

const CANADA =
  /^(Canada\/|America\/(Toronto|Montreal|Vancouver|Edmonton|Calgary|Winnipeg|Halifax|St_Johns|Regina|Moncton|Whitehorse|Yellowknife|Iqaluit|Goose_Bay|Glace_Bay|Thunder_Bay|Nipigon|Rainy_River|Rankin_Inlet|Resolute|Atikokan|Blanc-Sablon|Cambridge_Bay|Creston|Dawson|Dawson_Creek|Fort_Nelson|Inuvik|Pangnirtung|Swift_Current)$)/;
const UNITED_STATES =
  /^(US\/|Pacific\/Honolulu$|America\/(New_York|Chicago|Denver|Los_Angeles|Phoenix|Anchorage|Detroit|Boise|Adak|Juneau|Sitka|Nome|Metlakatla|Yakutat|Menominee|Puerto_Rico|Indiana(polis)?(\/|$)|Kentucky\/|Louisville$|North_Dakota\/))/;

/**
 * The country whose numbers a person most likely needs, from what the browser says without asking: where the clock is
 * set first, then the region of the languages. Undefined when neither points to a country we hold numbers for.
 */
export function guessCountry(timeZone: string | undefined, locales: readonly string[]): Country | undefined {
  return (timeZone && countryOfZone(timeZone)) || countryOfLocales(locales);
}

function countryOfZone(zone: string): Country | undefined {
  if (zone.startsWith('Australia/')) return 'AU';
  if (/^(Pacific\/(Auckland|Chatham)|NZ)/.test(zone)) return 'NZ';
  if (/^(Europe\/(London|Belfast)|GB)/.test(zone)) return 'UK';
  if (CANADA.test(zone)) return 'CA';
  if (UNITED_STATES.test(zone)) return 'US';
  return undefined;
}

const REGIONS: Readonly<Record<string, Country>> = {
  US: 'US',
  PR: 'US',
  AU: 'AU',
  GB: 'UK',
  CA: 'CA',
  NZ: 'NZ',
};

function countryOfLocales(locales: readonly string[]): Country | undefined {
  for (const locale of locales) {
    const region = /[-_]([A-Za-z]{2})\b/.exec(locale)?.[1]?.toUpperCase();
    const country = region === undefined ? undefined : REGIONS[region];
    if (country !== undefined) return country;
  }
  return undefined;
}

/** `es-US`, `en-GB`: the language with the region as the standard spells it. */
export function localeOf(language: string, country: Country): string {
  return `${language}-${country === 'UK' ? 'GB' : country}`;
}
