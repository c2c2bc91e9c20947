import type { Place } from '../domain/place.ts';
import { Best } from './best.ts';
import { bits } from './bits.ts';
import { fitReasons, fitScore } from './fit.ts';
import { GROUPS } from './fits-schema.ts';
import { formatName, foundReasons } from './found-reasons.ts';
import { BANDS, bandOf } from './near-index.ts';
import type { Centre } from './near-index.ts';
import { FORMATS, KINDS, STAGES } from './schema.ts';
import { servesAll } from './search-index.ts';
import type { Entry, SearchIndex } from './search-index.ts';
import { merged } from './shelf.ts';
import type { Shelf, Traits } from './shelf.ts';
import type { DirectoryQuery, Found, FoundReason, Means } from './types.ts';
import { wordScores } from './word-index.ts';

/** At most this many of one organisation in a list, while there are others. */
const PER_ORGANISATION = 2;
/** So many are looked at for variety; whatever comes after them is no better. */
const MOST_LOOKED_AT = 2000;
/** So many are looked at for how they fit what a person told. */
const LOOKED_AT_FOR_FIT = 50;
/** The most a word score counts. */
const TOP_SCORE = 63;

/** A query, read once. */
interface Wanted {
  query: DirectoryQuery;
  place: Place | undefined;
  region: string | undefined;
  /** The middle of the person's ZIP area, when that is known. */
  centre: Centre | undefined;
  kinds: number;
  formats: number;
  /** Stage of an entry → its rank, or -1. */
  stageRank: readonly number[];
  farAway: boolean;
  /** The groups it is looked for, as bits; 0 when for all. */
  madeFor: number;
}

/** A service that fits, by its position. */
interface Candidate {
  at: number;
  isLocal: boolean;
}

/**
 * Finds services, best first, the same for the same question. A service of another state is never among them; one that only
 * serves a state is found without a place only by its words. Crisis lines are found only when their kind is asked for, and
 * what was not checked for too long is not found.
 */
export function search(index: SearchIndex, query: DirectoryQuery): Found[] {
  const limit = Math.min(50, Math.floor(query.limit));
  if (!(limit > 0)) return [];
  const wanted = read(index, query);
  const byWords = (query.words ?? '').trim() !== '';
  const candidates = byWords ? withWords(index, wanted, query.words ?? '') : inOrder(index, wanted);
  const { means } = query;
  const chosen =
    query.sort !== 'fit' || means === undefined
      ? varied(index, candidates, limit)
      : bestFitting(index, varied(index, candidates, LOOKED_AT_FOR_FIT), wanted, means).slice(0, limit);
  return chosen.map(({ at, isLocal }) => {
    const entry = index.entries[at] as Entry;
    const fit = means === undefined ? [] : fitReasons(entry.fits, means, wanted.place?.state);
    const isOpen = ({ kind }: FoundReason): boolean => kind === 'looks-at';
    const found = foundReasons(entry, isLocal, query, wanted.place, byWords);
    // What is not known comes after all that is.
    return {
      resource: entry.id,
      reasons: [...fit.filter((one) => !isOpen(one)), ...found, ...fit.filter(isOpen)],
    };
  });
}

/** What fits best first; what takes nobody new stays last, and otherwise the order is kept. */
function bestFitting(
  index: SearchIndex,
  candidates: readonly Candidate[],
  { place }: Wanted,
  means: Means,
): Candidate[] {
  const scored = candidates.map((candidate) => {
    const { fits, paused } = index.entries[candidate.at] as Entry;
    return { candidate, paused, score: fitScore(fitReasons(fits, means, place?.state), candidate.isLocal) };
  });
  scored.sort((a, b) => Number(a.paused) - Number(b.paused) || b.score - a.score);
  return scored.map(({ candidate }) => candidate);
}

function read(index: SearchIndex, query: DirectoryQuery): Wanted {
  const place = query.place?.country === query.country ? query.place : undefined;
  const kinds = query.kinds?.length ? bits(KINDS, query.kinds) : -1;
  const without = query.without?.length ? bits(KINDS, query.without) : 0;
  const stages: readonly string[] = query.stages?.length ? query.stages : STAGES;
  return {
    query,
    place,
    region: place && `${place.country}-${place.state}`,
    centre: place?.zip3 === undefined ? undefined : index.tables.centres.get(place.zip3),
    // A service that is more than what was left out is offered for the rest of it.
    kinds: kinds & ~without,
    formats: query.formats?.length ? bits(FORMATS, query.formats.map(formatName)) : -1,
    stageRank: STAGES.map((stage) => stages.indexOf(stage)),
    farAway: place !== undefined && index.tables.names[place.country].get(place.state)?.overseas === true,
    madeFor: bits(GROUPS, query.madeFor ?? []),
  };
}

/** Whether a service may be offered at all, wherever it is. */
function fits(entry: Entry, { query, kinds, formats, farAway }: Wanted): boolean {
  if ((entry.kinds & kinds) === 0 || (entry.formats & formats) === 0) return false;
  if (entry.crisis && !query.kinds?.includes('crisis-line')) return false;
  if (farAway && entry.formats === IN_PERSON) return false;
  return query.now === undefined || query.now < entry.hiddenFrom;
}
const IN_PERSON = bits(FORMATS, ['in_person']);

/** Smaller is better; -1 is not wanted. What weighs most comes first, and the standing order last, from the positions. */
function rankOf(
  traits: Omit<Traits, 'foreign'>,
  foreign: boolean,
  isLocal: boolean,
  score: number,
  band: number,
  { query, stageRank, madeFor }: Wanted,
): number {
  const stage = stageRank[traits.stage] ?? -1;
  const other = traits.audience !== query.audience;
  if (stage < 0 || (query.audience && other && traits.audience !== 'both')) return -1;
  let rank = traits.paused ? 1 : 0;
  rank = rank * (TOP_SCORE + 1) + TOP_SCORE - Math.min(TOP_SCORE, score);
  // Looked for by those it is made for, it comes before what is near; otherwise after what is for all.
  rank = rank * 2 + (madeFor !== 0 && (traits.madeFor & madeFor) === 0 ? 1 : 0);
  rank = rank * 2 + (query.local !== undefined && !isLocal ? 1 : 0);
  rank = rank * 2 + (traits.madeFor !== 0 && (traits.madeFor & madeFor) === 0 ? 1 : 0);
  rank = rank * 4 + stage;
  rank = rank * 2 + (query.audience && other ? 1 : 0);
  rank = rank * 2 + (foreign ? 1 : 0);
  return rank * 4 + band;
}

/** Everything that fits, best first, each once: taken from the front of the shelves. */
function* inOrder(index: SearchIndex, wanted: Wanted): Generator<Candidate> {
  const { query, region, centre } = wanted;
  const lists: { rank: number; positions: readonly number[] }[] = [];
  const take = (shelf: Shelf | undefined, isLocal: boolean): void => {
    for (const { traits, kinds, byKind } of shelf?.rows ?? []) {
      const both = kinds & wanted.kinds;
      if (both === 0) continue;
      const rank = rankOf(traits, traits.foreign, isLocal, 0, BANDS.region, wanted);
      if (rank < 0) continue;
      for (let kind = 0; kind < byKind.length; kind += 1) {
        const positions = byKind[kind];
        if (positions !== undefined && (both & (1 << kind)) !== 0) lists.push({ rank, positions });
      }
    }
  };
  if (region !== undefined) {
    take(index.local.get(region), true);
    if (centre === undefined) take(index.localNear.get(region), true);
    else {
      for (const { at, band } of reached(index, wanted, centre, region)) {
        const entry = index.entries[at] as Entry;
        const foreign = entry.country !== query.country;
        const rank = rankOf(entry, foreign, true, 0, band, wanted);
        lists.push({ rank, positions: [at] });
      }
    }
  }
  if (query.local !== 'only') take(index.national[query.country], false);
  lists.sort((a, b) => a.rank - b.rank);

  const seen = new Set<number>();
  for (let from = 0; from < lists.length; ) {
    let to = from + 1;
    while (lists[to]?.rank === lists[from]?.rank) to += 1;
    for (const at of merged(lists.slice(from, to).map((list) => list.positions))) {
      const entry = index.entries[at] as Entry;
      if (seen.has(at) || !fits(entry, wanted)) continue;
      seen.add(at);
      yield { at, isLocal: region !== undefined && entry.regions.includes(region) };
    }
    from = to;
  }
}

function reached(
  index: SearchIndex,
  wanted: Wanted,
  centre: Centre,
  region: string,
): { at: number; band: number }[] {
  return index.near.around(centre, (at) => {
    const entry = index.entries[at] as Entry;
    if (!fits(entry, wanted) || !entry.regions.includes(region)) return false;
    return rankOf(entry, false, true, 0, BANDS.region, wanted) >= 0;
  });
}

/** Everything that has any of the words, best first. */
function withWords(index: SearchIndex, wanted: Wanted, words: string): Candidate[] {
  const { query, region, centre } = wanted;
  const scores = wordScores(index.words, words);
  const best = new Best(MOST_LOOKED_AT);
  const isHome = (entry: Entry): boolean => region !== undefined && entry.regions.includes(region);
  const inCountry = `${query.country}-`;
  for (const at of scores.positions) {
    const entry = index.entries[at] as Entry;
    if (!fits(entry, wanted)) continue;
    const band = entry.near === null || centre === undefined ? BANDS.region : bandOf(entry.near, centre);
    const isLocal = band !== null && isHome(entry);
    if (!isLocal) {
      if (query.local === 'only') continue;
      const anywhere = region === undefined && entry.regions.some((one) => one.startsWith(inCountry));
      if (!anywhere && !servesAll(entry, query.country)) continue;
    }
    const foreign = entry.country !== query.country;
    const rank = rankOf(entry, foreign, isLocal, scores.score(at), band ?? BANDS.region, wanted);
    if (rank < 0) continue;
    best.add(rank, at);
  }
  return best.inOrder().map((at) => ({ at, isLocal: isHome(index.entries[at] as Entry) }));
}

/** The best, but not three of one organisation while there are others. */
function varied(index: SearchIndex, candidates: Iterable<Candidate>, limit: number): Candidate[] {
  const chosen: Candidate[] = [];
  const later: Candidate[] = [];
  const of = new Map<number, number>();
  let looked = 0;
  for (const candidate of candidates) {
    const { organisation } = index.entries[candidate.at] as Entry;
    const same = of.get(organisation) ?? 0;
    if (same < PER_ORGANISATION) {
      of.set(organisation, same + 1);
      chosen.push(candidate);
    } else if (later.length < limit) later.push(candidate);
    looked += 1;
    if (chosen.length === limit || looked === MOST_LOOKED_AT) break;
  }
  return [...chosen, ...later].slice(0, limit);
}
