import type { Country } from '../domain/locale.ts';
import type { LineNow, LinePurpose } from '../domain/reply.ts';
import type { OwnHelpline } from './helpline-schema.ts';
import { isoInstant, openAt } from './hours.ts';
import type { Line, LinesSource } from './line-schema.ts';
import { helplineNow } from './own-helpline.ts';
import type { Resource } from './schema.ts';
import { translationOf } from './translation.ts';
import { trustedHours } from './trusted-hours.ts';

/** How many lines are named at once. */
const MOST = 4;
/** The id of one's own helpline among the lines. */
export const OWN_LINE = 'own';

/** Every line there is, and which are shown for what. */
export interface LineBook {
  lines: ReadonlyMap<string, Line>;
  lists: LinesSource['lists'];
  own: OwnHelpline | null;
}

/**
 * Lines of a purpose for a country at `now` (ms), four at most. Crisis, abuse, emergency and poisons keep the order of
 * `resources/safety/lines.yaml`. Cancer helplines that are closed give way to the next, and those open come first.
 */
export function linesFor(book: LineBook, purpose: LinePurpose, country: Country, now: number): LineNow[] {
  switch (purpose) {
    case 'own':
      return ownLineNow(book.own, now);
    case 'crisis':
    case 'abuse':
    case 'emergency':
    case 'poisons':
    case 'night':
      return states(book, book.lists[country][purpose], country, now);
    case 'helpline': {
      const all = states(book, book.lists[country].helpline, country, now);
      const shown = [
        ...all.filter((line) => line.open !== false),
        ...all.filter((line) => line.open === false),
      ];
      return shown.slice(0, MOST).sort((a, b) => order(a) - order(b));
    }
    default:
      return purpose satisfies never;
  }
}

/** Open first, then unknown, then closed; the sort keeps the list's order within each. */
function order(line: LineNow): number {
  return line.open === true ? 0 : line.open === null ? 1 : 2;
}

function states(book: LineBook, ids: readonly string[], country: Country, now: number): LineNow[] {
  return ids.flatMap((id) => {
    const line = book.lines.get(id);
    if (line === undefined) return [];
    const { open, opens } = openAt(line.hours, now, { country });
    return [opens === undefined ? { line: id, open } : { line: id, open, opens: isoInstant(opens) }];
  });
}

function ownLineNow(own: OwnHelpline | null, now: number): LineNow[] {
  const state = helplineNow(own, now);
  switch (state.state) {
    case 'none':
      return [];
    case 'open':
      return [{ line: OWN_LINE, open: true }];
    case 'closed':
      return [
        state.opens === undefined
          ? { line: OWN_LINE, open: false }
          : { line: OWN_LINE, open: false, opens: state.opens },
      ];
    default:
      return state.state satisfies never;
  }
}

/** A helpline of the list of services, seen as a line. */
export function lineOfResource(resource: Resource): Line {
  return {
    id: resource.id,
    kind: 'cancer_line',
    country: resource.country,
    region: null,
    name: resource.name.includes(resource.organisation)
      ? resource.name
      : `${resource.organisation}: ${resource.name}`,
    about: {
      en: resource.what_to_expect,
      es: translationOf(resource)?.what_to_expect ?? resource.what_to_expect,
    },
    phone: resource.phone,
    menu: null,
    sms: resource.sms && {
      number: resource.sms.number,
      ...(resource.sms.keyword === undefined ? {} : { keyword: { en: resource.sms.keyword } }),
    },
    chat: null,
    web: resource.url,
    email: resource.email,
    deaf: null,
    hours: trustedHours(resource),
    hours_es: translationOf(resource)?.hours ?? null,
    languages: resource.languages,
    also: [],
    same_as: null,
    unconfirmed: [],
    confidence: resource.confidence,
    checked: resource.checked,
    called: null,
    source_url: resource.source_url,
    extra_sources: resource.extra_sources,
    source_date: resource.source_date,
  };
}

/** One's own helpline, seen as a line. */
export function lineOfOwn(own: OwnHelpline): Line {
  const reads = own.people_read.who_reads;
  return {
    id: OWN_LINE,
    kind: 'own',
    country: own.country,
    region: null,
    name: own.name,
    about: { en: reads.en, es: reads.es ?? reads.en },
    phone: own.phone,
    menu: null,
    sms: null,
    chat: null,
    web: null,
    email: null,
    deaf: null,
    hours: { text: own.name, tz: own.zone, open: own.hours, always_open: false },
    hours_es: null,
    languages: [],
    also: [],
    same_as: null,
    unconfirmed: [],
    confidence: 'high',
    checked: '',
    called: null,
    source_url: null,
    extra_sources: [],
    source_date: null,
  };
}
