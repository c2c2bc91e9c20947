import { COUNTRIES } from '../domain/locale.ts';
import type { Country } from '../domain/locale.ts';
import { bits } from './bits.ts';
import { freshnessInstants } from './freshness.ts';
import type { FreshnessLimits } from './freshness-schema.ts';
import { NearIndex } from './near-index.ts';
import type { PlaceTables } from './place-tables.ts';
import { GROUPS } from './fits-schema.ts';
import { FORMATS, KINDS, STAGES } from './schema.ts';
import type { Resource } from './schema.ts';
import { Shelf } from './shelf.ts';
import { wordIndex } from './word-index.ts';
import type { Vocabulary, WordIndex } from './word-index.ts';

/** A service as the search sees it: sets as bits, so that one look decides. */
export interface Entry {
  id: string;
  kinds: number;
  formats: number;
  /** Place in `STAGES`. */
  stage: number;
  audience: Resource['audience'];
  organisation: number;
  crisis: boolean;
  paused: boolean;
  country: Resource['country'];
  /** Countries it serves as a whole. */
  countries: number;
  regions: readonly string[];
  /** It serves a distance, not whole states. */
  near: Resource['near'];
  /** The groups it is made for, as bits; 0 is for all. */
  madeFor: number;
  /** The limits it names, for those who told what funds look at. */
  fits: Resource['fits'];
  /** From this instant (ms) its check is too old to offer it. */
  hiddenFrom: number;
}

/** The services, ready to be searched. Made once; `searchIndex` is the only maker. */
export interface SearchIndex {
  /** In standing order: well confirmed first, then those that name metastatic breast cancer, then by id. */
  entries: readonly Entry[];
  /** Services for a whole country. */
  national: Readonly<Record<Country, Shelf>>;
  /** `US-MT` → services for all of that state. */
  local: ReadonlyMap<string, Shelf>;
  /** `US-MT` → services of that state that serve a distance: for people of whom we know only the state. */
  localNear: ReadonlyMap<string, Shelf>;
  near: NearIndex;
  tables: PlaceTables;
  words: WordIndex;
}

/** What the index is made of, beside the services. */
export interface IndexSources {
  tables: PlaceTables;
  vocabulary: Vocabulary;
  limits: FreshnessLimits;
}

/** Builds the index. Services that have ended are left out. */
export function searchIndex(resources: readonly Resource[], sources: IndexSources): SearchIndex {
  const { tables, vocabulary, limits } = sources;
  const offered = resources.filter((resource) => resource.status?.state !== 'ended').sort(standing);
  const organisations = new Map<string, number>();
  const entries = offered.map((resource): Entry => {
    const organisation = organisations.get(resource.organisation) ?? organisations.size;
    organisations.set(resource.organisation, organisation);
    return {
      id: resource.id,
      kinds: bits(KINDS, resource.kinds),
      formats: bits(FORMATS, resource.formats),
      stage: STAGES.indexOf(resource.stage),
      audience: resource.audience,
      organisation,
      crisis: resource.kinds.includes('crisis-line'),
      paused: resource.status?.state === 'paused',
      country: resource.country,
      countries: bits(COUNTRIES, countriesOf(resource, tables)),
      regions: resource.regions,
      near: resource.near,
      madeFor: bits(GROUPS, resource.fits?.made_for ?? []),
      fits: resource.fits,
      hiddenFrom: freshnessInstants(resource, limits).hidden,
    };
  });
  const national = {
    US: new Shelf(),
    AU: new Shelf(),
    UK: new Shelf(),
    CA: new Shelf(),
    NZ: new Shelf(),
  };
  const local = new Map<string, Shelf>();
  const localNear = new Map<string, Shelf>();
  for (const [at, entry] of entries.entries()) {
    const put = (shelf: Shelf, country: string): void =>
      shelf.add(at, entry.kinds, { ...entry, foreign: entry.country !== country });
    for (const country of COUNTRIES) {
      if (servesAll(entry, country)) put(national[country], country);
    }
    for (const region of entry.regions) {
      const [country = '', state] = region.split('-');
      if (state === undefined) continue;
      const shelves = entry.near === null ? local : localNear;
      let shelf = shelves.get(region);
      if (shelf === undefined) shelves.set(region, (shelf = new Shelf()));
      put(shelf, country);
    }
  }
  return {
    entries,
    national,
    local,
    localNear,
    near: new NearIndex(offered.flatMap(({ near }, at) => (near === null ? [] : [{ at, near }]))),
    tables,
    words: wordIndex(offered, tables, vocabulary),
  };
}

/** Whether a service is for a whole country. */
export function servesAll(entry: Pick<Entry, 'countries'>, country: Country): boolean {
  return (entry.countries & (1 << COUNTRIES.indexOf(country))) !== 0;
}

function standing(a: Resource, b: Resource): number {
  return (
    Number(a.confidence !== 'high') - Number(b.confidence !== 'high') ||
    // A number that may lead to a stranger is never the first one given.
    Number(unsureOf(a)) - Number(unsureOf(b)) ||
    Number(!a.mbc_named) - Number(!b.mbc_named) ||
    (a.id < b.id ? -1 : 1)
  );
}

/** Whether the way to reach a service could not be confirmed. */
function unsureOf(resource: Resource): boolean {
  const doubted = [...resource.unverified, ...resource.stale_fields];
  return (
    resource.status?.state === 'unsure' || doubted.some((field) => ['all', 'phone', 'url'].includes(field))
  );
}

/** Countries a service covers as a whole. One that covers every state of its country covers the country. */
export function countriesOf(resource: Resource, tables: PlaceTables): Country[] {
  if (resource.near !== null) return [];
  if (resource.regions.includes('international')) return [...COUNTRIES];
  return COUNTRIES.filter((country) => {
    if (resource.regions.includes(country)) return true;
    if (resource.regions.includes('national') && resource.country === country) return true;
    const states = tables.names[country];
    if (resource.regions.length < states.size) return false;
    return [...states.keys()].every((state) => resource.regions.includes(`${country}-${state}`));
  });
}
