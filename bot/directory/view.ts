import { COUNTRIES } from '../domain/locale.ts';
import type { Country, Language } from '../domain/locale.ts';
import type { LineNow } from '../domain/reply.ts';
import type { LineView, ResourceView } from '../domain/view.ts';
import { cautions } from './cautions.ts';
import { contactsOfLine, contactsOfResource, site } from './contacts.ts';
import { freshnessOf } from './freshness.ts';
import type { FreshnessLimits } from './freshness-schema.ts';
import { isoInstant, openAt } from './hours.ts';
import type { Hours } from './hours-schema.ts';
import type { Line } from './line-schema.ts';
import { trustedHours } from './trusted-hours.ts';
import { translationOf } from './translation.ts';
import type { Resource } from './schema.ts';
import { opensInWords, weekInWords } from './when-words.ts';
import type { TimeSpeech } from './when-words.ts';
import type { Word } from './word-ids.ts';

/** Who reads the card, and when. Made by `viewContext` of the loaded directory. */
export interface ViewContext {
  language: Language;
  /** IANA zone of the person's device, when known. */
  timeZone?: string;
  /** Milliseconds since 1970. */
  now: number;
  word: Word;
  /** "Montana" for US-MT, in the language of the person. */
  regionName: (region: string) => string;
  lineById: (id: string) => Line | undefined;
  limits: FreshnessLimits;
}

/** A service as a card: everything a person needs to decide and to reach it, and what we are not sure of. */
export function resourceView(
  resource: Resource,
  because: readonly string[],
  context: ViewContext,
): ResourceView {
  const { language, word } = context;
  const es = language === 'es' ? translationOf(resource) : null;
  const state = openAt(trustedHours(resource), context.now, caller(resource, context));
  const hours = hoursOf(resource, es?.hours ?? null, context);
  const dated = resource.source_date;
  const view: ResourceView = {
    id: resource.id,
    name: resource.name,
    ...(es?.name === undefined ? {} : { nameMeans: es.name }),
    organisation: resource.organisation,
    because: [...because],
    kinds: resource.kinds.map((kind) => word(`kind-${kind}`)),
    whatToExpect: es?.what_to_expect ?? resource.what_to_expect,
    eligibility: es?.eligibility ?? resource.eligibility,
    cost: es?.cost ?? resource.cost,
    open: state.open,
    where: where(resource, es?.area ?? null, context),
    languages: [
      ...resource.languages.map((code) => word(`language-${code}`)),
      ...(resource.more_languages === null ? [] : [word(`more-${resource.more_languages}`)]),
    ],
    contacts: contactsOfResource(resource, word),
    cautions: [...oldCheck(resource, context), ...cautions(resource, language, word)],
    source: {
      id: resource.id,
      label:
        dated === null
          ? word('source', { site: site(resource.source_url) })
          : word('source-dated', { site: site(resource.source_url), date: dated }),
      url: resource.source_url,
    },
    checked: resource.checked,
  };
  if (hours === null) return view;
  if (state.opens === undefined) return { ...view, hours };
  return { ...view, hours: `${hours}. ${opens(isoInstant(state.opens), resource, context)}` };
}

/** That the check is old, said first: a person may still have the card in a plan. */
function oldCheck(resource: Resource, context: ViewContext): string[] {
  const { freshness } = freshnessOf(resource, context.now, context.limits);
  if (freshness === 'fresh') return [];
  return [context.word(freshness === 'due' ? 'caution-due' : 'caution-too-old')];
}

/** A line to call or text, with its hours in words. */
export function lineView(line: Line, state: LineNow, context: ViewContext): LineView {
  const hours = line.kind === 'own' ? weekOf(line, context) : hoursOf(line, line.hours_es, context);
  const deaf = line.deaf?.[context.language];
  const view: LineView = {
    id: line.id,
    name: line.name,
    about: line.about[context.language],
    contacts: contactsOfLine(line, context.language, context.word, context),
    hours: hours ?? context.word('hours-unknown'),
    open: state.open,
    ...(deaf === undefined ? {} : { deaf }),
  };
  return state.opens === undefined ? view : { ...view, opens: opens(state.opens, line, context) };
}

/** What has hours: a service or a line. */
interface Timed {
  hours: Hours | null;
  country: Country | 'international';
}

function opens(instant: string, of: Timed, context: ViewContext): string {
  const zone = of.hours === null || of.hours.tz === null || of.hours.tz === 'local' ? null : of.hours.tz;
  return opensInWords(instant, context.now, zone, speech(of, context));
}

/** The text as its source has it; in Spanish the translation, or the weekly hours in words. */
function hoursOf(of: Timed, translated: string | null, context: ViewContext): string | null {
  if (of.hours === null) return null;
  if (context.language === 'es') {
    if (translated !== null) return translated;
    if (of.hours.always_open) return context.word('hours-always');
    return weekOf(of, context) ?? of.hours.text;
  }
  return of.hours.text;
}

/** Weekly hours in words, when they are known with their zone. */
function weekOf(of: Timed, context: ViewContext): string | null {
  const { hours } = of;
  if (hours === null || hours.open === null || hours.tz === null || hours.tz === 'local') return null;
  return weekInWords(hours.open, hours.tz, speech(of, context));
}

function where(resource: Resource, translatedArea: string | null, context: ViewContext): string {
  const area = translatedArea ?? resource.area;
  const states = resource.regions.filter((region) => region.includes('-')).map(context.regionName);
  if (area !== null) {
    const [only] = states;
    return states.length === 1 && only !== undefined && !area.includes(only) ? `${area}, ${only}` : area;
  }
  if (resource.counties.length > 0) {
    const list = new Intl.ListFormat(context.language, { type: 'conjunction' });
    const counties = context.word('where-counties', { counties: list.format(resource.counties) });
    return [counties, list.format(states)].filter((part) => part !== '').join(', ');
  }
  if (resource.regions.includes('international')) return context.word('where-international');
  const whole = COUNTRIES.filter(
    (country) =>
      resource.regions.includes(country) ||
      (resource.regions.includes('national') && resource.country === country),
  );
  if (whole.length > 0) return whole.map((country) => context.word(`where-${country}`)).join('; ');
  return new Intl.ListFormat(context.language, { type: 'conjunction' }).format(states);
}

function caller(of: Timed, context: ViewContext): { country: Country; timeZone?: string } {
  const country = of.country === 'international' ? 'US' : of.country;
  return context.timeZone === undefined ? { country } : { country, timeZone: context.timeZone };
}

function speech(of: Timed, context: ViewContext): TimeSpeech {
  return { ...caller(of, context), language: context.language, word: context.word };
}
