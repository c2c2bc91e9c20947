import { COUNTRIES } from '../domain/locale.ts';
import type { Country, Language } from '../domain/locale.ts';
import { fold } from './fold.ts';
import type { Centre } from './near-index.ts';
import type {
  AuPostcodesSource,
  CaPostcodesSource,
  NamesSource,
  UkPostcodesSource,
  UsZip3Source,
  UsZipSource,
} from './place-schema.ts';

/** Lookup tables of places, made once from `resources/places/`. */
export interface PlaceTables {
  /** Code → names, per country. */
  names: Readonly<Record<Country, ReadonlyMap<string, PlaceName>>>;
  /** Folded name → codes that are called so. */
  phrases: Readonly<Record<Country, ReadonlyMap<string, readonly string[]>>>;
  /** Folded abbreviation → code. */
  abbreviations: Readonly<Record<Country, ReadonlyMap<string, string>>>;
  /** A whole code or the beginning of one → state codes; more than one means the person chooses. */
  codes: Readonly<Record<Country, ReadonlyMap<string, readonly string[]>>>;
  /** First three digits of a ZIP code → the middle of their area. */
  centres: ReadonlyMap<string, Centre>;
}
export interface PlaceName {
  en: string;
  es: string;
  overseas: boolean;
}

/** The files of `resources/places/`, already validated. */
export interface PlaceSources {
  names: NamesSource;
  us: UsZipSource;
  zip3: UsZip3Source;
  au: AuPostcodesSource;
  ca: CaPostcodesSource;
  uk: UkPostcodesSource;
}

/** Builds the tables. A code without a name is found by `unnamedPlaces`, not here. */
export function placeTables(sources: PlaceSources): PlaceTables {
  const each = <T>(make: (country: Country) => T): Record<Country, T> => ({
    US: make('US'),
    AU: make('AU'),
    UK: make('UK'),
    CA: make('CA'),
    NZ: make('NZ'),
  });
  return {
    names: each(
      (country) =>
        new Map(
          Object.entries(sources.names.places[country]).map(([code, name]) => [
            code,
            { en: name.en, es: name.es ?? name.en, overseas: name.overseas },
          ]),
        ),
    ),
    phrases: each((country) => {
      const map = new Map<string, string[]>();
      for (const [code, name] of Object.entries(sources.names.places[country])) {
        for (const text of [name.en, name.es ?? name.en, ...name.also]) {
          const key = fold(text);
          const codes = map.get(key) ?? [];
          if (!codes.includes(code)) map.set(key, [...codes, code]);
        }
      }
      return map;
    }),
    abbreviations: each((country) => {
      const map = new Map<string, string>();
      for (const [code, name] of Object.entries(sources.names.places[country])) {
        for (const text of [code, ...name.short]) map.set(fold(text), code);
      }
      return map;
    }),
    codes: {
      US: new Map([
        ...spans(sources.us.prefixes),
        ...spans(sources.us.codes),
        ...Object.entries(sources.us.shared),
      ]),
      AU: new Map([...spans(sources.au.ranges), ...Object.entries(sources.au.shared)]),
      CA: new Map(Object.entries(sources.ca.letters)),
      UK: new Map([
        ...Object.entries(sources.uk.areas).flatMap(([code, areas]) =>
          areas.map((area): [string, string[]] => [area, [code]]),
        ),
        ...Object.entries(sources.uk.shared),
      ]),
      // New Zealand postcodes do not follow the regions closely enough for a small table.
      NZ: new Map(),
    },
    centres: new Map(
      sources.zip3.centres.map((line) => {
        const [zip3 = '', lat, lon, km] = line.split(' ');
        return [zip3, { lat: Number(lat), lon: Number(lon), km: Number(km) }];
      }),
    ),
  };
}

/** Codes that a table leads to although `names.yaml` does not name them. */
export function unnamedPlaces(tables: PlaceTables): { country: Country; code: string }[] {
  const missing: { country: Country; code: string }[] = [];
  for (const country of COUNTRIES) {
    const codes = new Set([...tables.codes[country].values()].flat());
    for (const code of codes) if (!tables.names[country].has(code)) missing.push({ country, code });
  }
  return missing;
}

/** Whether `US-MT` names a state, province, nation or region we know. */
export function knownRegion(tables: PlaceTables, region: string): boolean {
  const [country = '', state = ''] = region.split('-');
  return COUNTRIES.some((known) => known === country && tables.names[known].has(state));
}

/** What a state or province is called; its code when nobody named it. */
export function placeName(tables: PlaceTables, country: Country, code: string, language: Language): string {
  return tables.names[country].get(code)?.[language] ?? code;
}

function* spans(lines: readonly string[]): Generator<[string, string[]]> {
  for (const line of lines) {
    const [range = '', code = ''] = line.split(' ');
    const [from = '', to = from] = range.split('-');
    for (let n = Number(from); n <= Number(to); n += 1) yield [String(n).padStart(from.length, '0'), [code]];
  }
}
