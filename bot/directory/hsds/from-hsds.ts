import type { Draft, IntakeContext } from '../intake/draft.ts';
import { languageOf } from '../intake/names.ts';
import { plainText, printedNumber, slug } from '../intake/plain.ts';
import { hoursFrom } from './schedules.ts';
import { servedArea } from './served-area.ts';
import type { HsdsPhone, HsdsService } from './service.ts';
import { TAXONOMIES } from './terms.ts';
import type { Vocabulary } from './terms.ts';

const STATUS: Readonly<Record<string, string | null>> = {
  active: null,
  'temporarily closed': 'paused',
  inactive: 'ended',
  defunct: 'ended',
};
/** The most our cards take of a text; HSDS knows no limit, so longer ones are cut at the end of a sentence. */
const LONGEST = 600;

/**
 * A service of HSDS 3.0 as an entry of our list, not yet checked. What its own fields say wins over `support_navigator`, so that
 * a correction made in another tool comes through. Everything assumed is in `notes`.
 */
export function fromHsds(service: HsdsService, context: IntakeContext): Draft {
  const own = service.support_navigator ?? {};
  const given = (name: string): unknown => own[name] ?? context.defaults[name];
  const country = typeof own['country'] === 'string' ? own['country'] : undefined;
  const fallback = typeof context.defaults['country'] === 'string' ? context.defaults['country'] : undefined;
  const area = servedArea(service, context.tables, country ?? fallback);
  const notes = [...area.notes];
  const assume = (name: string, value: unknown, why: string): unknown => {
    const other = given(name);
    if (other !== undefined && other !== null) return other;
    notes.push(why);
    return value;
  };
  const theirs = country ?? area.country;
  const numbers = phonesOf(service);
  const voice = numbers.find(
    (phone) => !['text', 'fax'].includes(phone.type ?? '') && phone.number.trim() !== '',
  );
  const text = numbers.find((phone) => phone.type === 'text');
  const url = service.url ?? null;
  const email = service.email ?? service.organization?.email ?? null;
  const organisation = service.organization?.name ?? '';
  const whatToExpect = shortened(service.description ?? '', 'description', notes);
  const eligibility = shortened(service.eligibility_description ?? '', 'eligibility_description', notes);
  const cost = service.fees_description ?? service.fees ?? service.cost_options?.[0]?.option ?? '';
  const kinds = kindsOf(service, context);
  const formats = termsOf(service, 'formats');
  const value = {
    ...own,
    id: own['id'] ?? `${slug(service.name)}-${service.id.slice(0, 8).toLowerCase()}`,
    name: plainText(service.name),
    organisation: plainText(organisation),
    kinds: kinds.length > 0 ? kinds : given('kinds'),
    audience:
      termsOf(service, 'audience')[0] ?? assume('audience', 'both', 'for whom is not said: both was taken'),
    stage:
      termsOf(service, 'stage')[0] ??
      assume('stage', 'any-cancer', 'the stage is not said: any-cancer was taken'),
    facilitation: termsOf(service, 'facilitation')[0] ?? null,
    country: theirs,
    regions: area.regions.length > 0 ? area.regions : context.defaults['regions'],
    counties: area.counties,
    near: area.near,
    place: own['place'] ?? area.place,
    languages: languagesOf(service) ?? assume('languages', ['en'], 'no language is said: English was taken'),
    formats:
      formats.length > 0 ? formats : (context.defaults['formats'] ?? waysOf(voice, text, url, email, area)),
    phone: voice === undefined ? null : printedNumber(voice.number, theirs),
    sms: text === undefined ? null : smsOf(text, theirs),
    url,
    email,
    hours: hoursFrom(service.schedules ?? []),
    cost:
      cost.trim() === ''
        ? assume('cost', 'ask them', 'the cost is not said: "ask them"')
        : shortened(cost, 'fees', notes, 120),
    eligibility:
      eligibility ||
      assume('eligibility', 'Ask them who they can help.', 'who can use it is not said: "ask them"'),
    what_to_expect: whatToExpect,
    confidence: given('confidence') ?? 'medium',
    status: statusOf(service, own['status']),
    source_url: given('source_url') ?? url ?? service.organization?.website ?? service.organization?.uri,
    checked: service.assured_date?.slice(0, 10) || context.defaults['checked'],
    owner: given('owner'),
  };
  return { value, notes };
}

/** Numbers of the service itself, or else of where it is, or else of its organisation. */
function phonesOf(service: HsdsService): readonly HsdsPhone[] {
  const places = service.service_at_locations ?? [];
  const lists = [
    service.phones,
    ...places.map((place) => place.phones),
    ...places.map((place) => place.location?.phones),
    service.organization?.phones,
  ];
  return lists.find((list) => list?.length) ?? [];
}

function smsOf(phone: HsdsPhone, country: string | undefined): unknown {
  const keyword = phone.description?.trim();
  const number = printedNumber(phone.number, country);
  return keyword !== undefined && /^\p{L}{2,20}$/u.test(keyword) ? { number, keyword } : { number };
}

function termsOf(service: HsdsService, vocabulary: Vocabulary): string[] {
  return (service.attributes ?? []).flatMap(({ taxonomy_term: term }) =>
    term?.taxonomy === TAXONOMIES[vocabulary] && term.code ? [term.code] : [],
  );
}

/** Our own terms, or terms of other lists that are called as one of our kinds is. */
function kindsOf(service: HsdsService, context: IntakeContext): string[] {
  const ours = termsOf(service, 'kinds');
  if (ours.length > 0) return ours;
  const names = (service.attributes ?? []).flatMap(({ taxonomy_term: term }) => [term?.name, term?.code]);
  const kinds = names.flatMap((name) => (name ? (context.kindOf(name) ?? []) : []));
  return [...new Set(kinds)];
}

function languagesOf(service: HsdsService): string[] | undefined {
  const named = (service.languages ?? []).flatMap(
    ({ code, name }) => languageOf(code ?? '') ?? languageOf(name ?? '') ?? [],
  );
  return named.length > 0 ? [...new Set(named)] : undefined;
}

function waysOf(
  voice: HsdsPhone | undefined,
  text: HsdsPhone | undefined,
  url: string | null,
  email: string | null,
  area: { place: unknown },
): string[] {
  const ways: [string, boolean][] = [
    ['phone', voice !== undefined],
    ['text', text !== undefined],
    ['in_person', area.place !== null],
    ['online', url !== null],
    ['email', email !== null],
  ];
  return ways.flatMap(([way, there]) => (there ? [way] : []));
}

/** Ours where it says the same as HSDS, only more; else what HSDS says. */
function statusOf(service: HsdsService, own: unknown): unknown {
  const state = STATUS[service.status ?? 'active'];
  if (state === undefined) return { state: service.status };
  const ours = typeof own === 'object' && own !== null && 'state' in own ? own.state : null;
  if (ours === state || (state === null && ours === 'unsure')) return own;
  return state === null ? null : { state };
}

function shortened(text: string, field: string, notes: string[], longest = LONGEST): string {
  const plain = plainText(text);
  if (plain.length <= longest) return plain;
  notes.push(`${field} was longer than ${longest} characters and was cut`);
  const cut = plain.slice(0, longest);
  const end = cut.lastIndexOf('. ');
  return end > longest / 3 ? cut.slice(0, end + 1) : `${cut.slice(0, cut.lastIndexOf(' '))} …`;
}
