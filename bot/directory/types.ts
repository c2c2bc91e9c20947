import type { Country } from '../domain/locale.ts';
import type { Place } from '../domain/place.ts';
import type { LineNow, LinePurpose } from '../domain/reply.ts';

/** What to look for. Everything is optional but the country: what is not named is not asked for. */
export interface DirectoryQuery {
  country: Country;
  place?: Place;
  kinds?: readonly string[];
  /** Kinds the person left out ("no groups"): what is nothing else is not offered. */
  without?: readonly string[];
  /** Best first; a service of a stage not named is left out. */
  stages?: readonly string[];
  /** Ways that work for the person; a service with none of them is left out. */
  formats?: readonly string[];
  audience?: 'patient' | 'caregiver';
  /** Typed words, matched with names, organisations and what to expect. */
  words?: string;
  /** `prefer`: services of the place first. `only`: nothing national. */
  local?: 'prefer' | 'only';
  /** What the person told of what funds look at: reasons say how it goes with a service's limits, and what is not known. */
  means?: Means;
  /** `fit`: what goes best with `means` comes first. */
  sort?: 'fit';
  /** People for whom what is looked for is made: services for them first. Without it, services for all come first. */
  madeFor?: readonly string[];
  limit: number;
  /** The moment of asking, in ms since 1970: what was not checked for too long is left out. Without it nothing is. */
  now?: number;
}

/** What funds look at, as far as a person told it. `income` and `household` are values of `dialogs/variables.yaml`. */
export interface Means {
  income?: string;
  household?: string;
  insurance?: string;
  inTreatment?: boolean;
  /** Groups the person belongs to, as far as they were asked: see `fits-schema.ts`. */
  groups?: readonly string[];
}

/** How a limit that a fund names goes with an answer; `near` when it may be either. `limit` is in dollars a year. */
export type FitReason =
  | { kind: 'fit-income'; verdict: 'yes' | 'near' | 'no'; income: string; people: number; limit: number }
  | { kind: 'fit-insurance'; verdict: 'yes' | 'no'; insurance: string }
  | { kind: 'fit-treatment'; verdict: 'yes' | 'no' }
  | { kind: 'made-for'; verdict: 'yes' | 'unknown' | 'no'; groups: readonly string[] }
  /** What nobody asked, or what no answer can settle. */
  | { kind: 'looks-at'; what: readonly string[] }
  | { kind: 'anyone' };

/** Why a service was found, as data; `dialogs/words.yaml` has the sentence for each (`because-in-place` …). */
export type FoundReason =
  | { kind: 'in-place'; place: string }
  | { kind: 'national' }
  | { kind: 'mbc-specific' }
  | { kind: 'format'; format: string }
  | { kind: 'caregivers' }
  | { kind: 'words' }
  | FitReason;
export interface Found {
  resource: string;
  reasons: FoundReason[];
}

/** What a person wrote when asked where they live. */
export type PlaceRead =
  | { kind: 'place'; place: Place }
  /** A code of the right form that our table does not have: ask for the state, never say it is wrong. */
  | { kind: 'unknown-code' }
  /** The code lies in more than one state: let the person choose. */
  | { kind: 'several'; places: Place[] }
  | { kind: 'not-a-place' };

/** The directory as the engine sees it. Built once at start by `load.ts`; every call is pure and synchronous. */
export interface Directory {
  /** Hash of the data. */
  revision: string;
  search(query: DirectoryQuery): Found[];
  readPlace(text: string, country: Country): PlaceRead;
  /**
   * Lines of a purpose for a country at `now` (ms), four at most. Cancer helplines: open first, then those whose hours are not
   * known. The urgent purposes keep the order of `resources/safety/lines.yaml`, best first.
   */
  lines(purpose: LinePurpose, country: Country, now: number): LineNow[];
  has(resource: string): boolean;
  hasLine(line: string): boolean;
}
