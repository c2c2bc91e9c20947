import { COUNTRIES } from '../domain/locale.ts';
import type { Country } from '../domain/locale.ts';
import { FORMATS, KINDS, STAGES } from './schema.ts';
import type { Resource } from './schema.ts';
import type { PlaceTables } from './place-tables.ts';
import type { DirectoryQuery, Found, FoundReason } from './types.ts';
import { wordIndex, wordScores } from './word-index.ts';
import type { Vocabulary, WordIndex } from './word-index.ts';

/** At most this many of one organisation in a list, while there are others. */
const PER_ORGANISATION = 2;
/** Room for the standing order in a rank: more services than this need a wider rank. */
const ORDER_SPACE = 4096;

/** A service as the search sees it: sets as bits, so that one look decides. */
interface Entry {
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
}

/** The services, ready to be searched. Made once; `searchIndex` is the only maker. */
export interface SearchIndex {
  /** In standing order: well confirmed first, then those that name metastatic breast cancer, then by id. */
  entries: readonly Entry[];
  /** Positions of services for a whole country. */
  national: Readonly<Record<Country, readonly number[]>>;
  /** `US-MT` → positions of services of that state. */
  local: ReadonlyMap<string, readonly number[]>;
  overseas: ReadonlySet<string>;
  words: WordIndex;
}

/** Whether the way to reach a service could not be confirmed. */
function unsureOf(resource: Resource): boolean {
  const doubted = [...resource.unverified, ...resource.stale_fields];
  return (
    resource.status?.state === 'unsure' || doubted.some((field) => ['all', 'phone', 'url'].includes(field))
  );
}

/** Builds the index. Services that have ended are left out. */
export function searchIndex(
  resources: readonly Resource[],
  tables: PlaceTables,
  vocabulary: Vocabulary,
): SearchIndex {
  const offered = resources
    .filter((resource) => resource.status?.state !== 'ended')
    .sort(
      (a, b) =>
        Number(a.confidence !== 'high') - Number(b.confidence !== 'high') ||
        // A number that may lead to a stranger is never the first one given.
        Number(unsureOf(a)) - Number(unsureOf(b)) ||
        Number(!a.mbc_named) - Number(!b.mbc_named) ||
        (a.id < b.id ? -1 : 1),
    );
  const organisations = [...new Set(offered.map((resource) => resource.organisation))];
  const national: Record<Country, number[]> = { US: [], AU: [], UK: [], CA: [], NZ: [] };
  const local = new Map<string, number[]>();
  for (const [at, resource] of offered.entries()) {
    for (const country of countriesOf(resource, tables)) national[country].push(at);
    for (const region of resource.regions.filter((name) => name.includes('-'))) {
      local.set(region, [...(local.get(region) ?? []), at]);
    }
  }
  return {
    entries: offered.map((resource) => ({
      id: resource.id,
      kinds: bits(KINDS, resource.kinds),
      formats: bits(FORMATS, resource.formats),
      stage: STAGES.indexOf(resource.stage),
      audience: resource.audience,
      organisation: organisations.indexOf(resource.organisation),
      crisis: resource.kinds.includes('crisis-line'),
      paused: resource.status?.state === 'paused',
      country: resource.country,
    })),
    national,
    local,
    overseas: new Set(
      COUNTRIES.flatMap((country) =>
        [...tables.names[country]].flatMap(([code, name]) => (name.overseas ? [`${country}-${code}`] : [])),
      ),
    ),
    words: wordIndex(offered, tables, vocabulary),
  };
}

/** Countries a service covers as a whole. One that covers every state of its country covers the country. */
export function countriesOf(resource: Resource, tables: PlaceTables): Country[] {
  if (resource.regions.includes('international')) return [...COUNTRIES];
  return COUNTRIES.filter((country) => {
    if (resource.regions.includes(country)) return true;
    if (resource.regions.includes('national') && resource.country === country) return true;
    const states = [...tables.names[country].keys()];
    return states.every((state) => resource.regions.includes(`${country}-${state}`));
  });
}

/**
 * Finds services, best first, the same for the same question. A service of another state is never among them; one that only
 * serves a state is found without a place only by its words. Crisis lines are found only when their kind is asked for.
 */
export function search(index: SearchIndex, query: DirectoryQuery): Found[] {
  const limit = Math.min(50, Math.floor(query.limit));
  if (!(limit > 0)) return [];
  const place = query.place?.country === query.country ? query.place : undefined;
  const region = place && `${place.country}-${place.state}`;
  const here = region === undefined ? [] : (index.local.get(region) ?? []);
  const kinds = query.kinds?.length ? bits(KINDS, query.kinds) : -1;
  const without = query.without?.length ? bits(KINDS, query.without) : 0;
  const formats = query.formats?.length ? bits(FORMATS, query.formats.map(formatName)) : -1;
  const stages: readonly string[] = query.stages?.length ? query.stages : STAGES;
  const stageRank = STAGES.map((stage) => stages.indexOf(stage));
  const scores = query.words?.trim() ? wordScores(index.words, query.words) : null;
  const farAway = region !== undefined && index.overseas.has(region);

  const ranks: number[] = [];
  const consider = (at: number, isLocal: boolean): void => {
    const entry = index.entries[at];
    if (entry === undefined) return;
    // A service that is more than what was left out is offered for the rest of it.
    if ((entry.kinds & ~without & kinds) === 0 || (entry.formats & formats) === 0) return;
    if (entry.crisis && (kinds === -1 || !query.kinds?.includes('crisis-line'))) return;
    if (farAway && entry.formats === IN_PERSON) return;
    const stage = stageRank[entry.stage] ?? -1;
    if (stage < 0) return;
    if (query.audience && entry.audience !== 'both' && entry.audience !== query.audience) return;
    const score = scores === null ? 0 : (scores.get(at) ?? 0);
    if (scores !== null && score === 0) return;
    let rank = entry.paused ? 1 : 0;
    rank = rank * 64 + (63 - Math.min(63, score));
    rank = rank * 2 + (query.local !== undefined && !isLocal ? 1 : 0);
    rank = rank * 4 + stage;
    rank = rank * 2 + (query.audience && entry.audience !== query.audience ? 1 : 0);
    rank = rank * 2 + (entry.country === query.country ? 0 : 1);
    ranks.push(rank * ORDER_SPACE + at);
  };
  const seen = new Set(here);
  for (const at of here) consider(at, true);
  if (query.local !== 'only') {
    for (const at of index.national[query.country]) if (!seen.has(at)) consider(at, false);
    if (scores !== null && region === undefined) {
      const national = new Set(index.national[query.country]);
      for (const [name, positions] of index.local) {
        if (!name.startsWith(`${query.country}-`)) continue;
        for (const at of positions) {
          if (national.has(at) || seen.has(at)) continue;
          seen.add(at);
          consider(at, false);
        }
      }
    }
  }
  ranks.sort((a, b) => a - b);
  return varied(index, ranks, limit).map((at) => {
    const entry = index.entries[at] as Entry;
    return {
      resource: entry.id,
      reasons: reasons(entry, here.includes(at), query, place?.label, scores !== null),
    };
  });
}

const IN_PERSON = bits(FORMATS, ['in_person']);

/** The best, but not three of one organisation while there are others. */
function varied(index: SearchIndex, ranks: readonly number[], limit: number): number[] {
  const chosen: number[] = [];
  const later: number[] = [];
  for (const rank of ranks) {
    if (chosen.length === limit) return chosen;
    const at = rank % ORDER_SPACE;
    const organisation = index.entries[at]?.organisation;
    const same = chosen.filter((other) => index.entries[other]?.organisation === organisation).length;
    (same < PER_ORGANISATION ? chosen : later).push(at);
  }
  return [...chosen, ...later].slice(0, limit);
}

function reasons(
  entry: Entry,
  isLocal: boolean,
  query: DirectoryQuery,
  place: string | undefined,
  byWords: boolean,
): FoundReason[] {
  const found: FoundReason[] = [];
  if (isLocal && place !== undefined) found.push({ kind: 'in-place', place });
  if (entry.stage === 0) found.push({ kind: 'mbc-specific' });
  const format = query.formats?.find((name) => (bits(FORMATS, [formatName(name)]) & entry.formats) !== 0);
  if (format !== undefined) found.push({ kind: 'format', format });
  if (query.audience === 'caregiver') found.push({ kind: 'caregivers' });
  if (byWords) found.push({ kind: 'words' });
  if (!isLocal && (place !== undefined || found.length === 0)) found.push({ kind: 'national' });
  return found;
}

/** Ways are written `in_person` and `in-person`; something to read is found online. */
function formatName(name: string): string {
  return name === 'reading' ? 'online' : name.replace('-', '_');
}

function bits(names: readonly string[], wanted: readonly string[]): number {
  let mask = 0;
  for (const name of wanted) {
    const at = names.indexOf(name);
    if (at >= 0) mask |= 1 << at;
  }
  return mask;
}
