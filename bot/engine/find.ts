import type { DirectoryQuery, FoundReason } from '../directory/types.ts';
import { never } from '../domain/fault.ts';
import type { OptionPick, ResourcePick } from '../domain/value.ts';
import type { Action } from '../language/program.ts';
import type { Draft } from './draft.ts';
import { meansOf } from './means.ts';
import { word } from './speak.ts';

type Search = Extract<Action, { kind: 'search' }>;

/** Directory kinds that go with each value of `leave_out`: "no groups" leaves groups out of every search. */
const KINDS_OF: Readonly<Record<string, readonly string[]>> = {
  groups: ['professionally-led-group', 'peer-led-group'],
  peers: ['peer-led-group', 'one-on-one-peer', 'online-community'],
  online: ['online-community'],
  counselling: ['counselling'],
};

/**
 * Runs a search of a dialog: services of the kinds named, or services that provide the options recommended (a few for
 * each, so that none crowds out another). What the person left out stays out.
 */
export function find(draft: Draft, search: Search): ResourcePick[] {
  const because = search.because ? [draft.text(search.because)] : [];
  if (search.provide === undefined) {
    const kinds = allowedKinds(draft, search.kinds);
    // Everything that was asked for was left out before: nothing is found, rather than anything.
    if (search.kinds.length > 0 && kinds.length === 0) return [];
    if (allowedFormats(draft, search.by)?.length === 0) return [];
    return picks(draft, { ...query(draft, search), ...(kinds.length > 0 ? { kinds } : {}) }, because);
  }
  const options = draft.value(search.provide);
  if (typeof options !== 'object' || !('options' in options)) return [];
  const found: ResourcePick[] = [];
  const each = Math.max(1, Math.ceil(search.limit / Math.max(1, options.options.length)));
  for (const pick of options.options) {
    const option = draft.program.options.get(pick.option);
    if (option === undefined || option.providedBy.kinds.length === 0) continue;
    const kinds = allowedKinds(draft, option.providedBy.kinds);
    if (kinds.length === 0) continue;
    const audience =
      search.audience ?? (option.providedBy.audience === 'both' ? undefined : option.providedBy.audience);
    const wanted: DirectoryQuery = {
      ...query(draft, search),
      kinds,
      stages: option.providedBy.stages,
      ...(option.providedBy.made_for ? { madeFor: option.providedBy.made_for } : {}),
      limit: each + found.length,
      ...(audience ? { audience } : {}),
    };
    const fresh = picks(draft, wanted, because).filter(
      (one) => !found.some((other) => other.resource === one.resource),
    );
    found.push(...fresh.slice(0, each).map((one) => ({ ...one, for: option.id })));
  }
  return found.slice(0, search.limit);
}

/** More kinds of support than this beside services would be a wall. */
const MOST_OPTIONS = 3;

/** Kinds of support that typed words fit. Those that the person left out are not among them. */
export function findOptions(draft: Draft, search: Search): OptionPick[] {
  const words = search.words === undefined ? undefined : draft.value(search.words);
  if (typeof words !== 'string') return [];
  const found = draft.world.findOptions?.(words, MOST_OPTIONS * 2) ?? [];
  return found
    .flatMap((id) => {
      const option = draft.program.options.get(id);
      if (option === undefined) return [];
      const { kinds } = option.providedBy;
      const allowed = kinds.length === 0 || allowedKinds(draft, kinds).length > 0;
      return allowed && !(option.group && leftOut(draft).includes('groups'))
        ? [{ option: id, because: [] }]
        : [];
    })
    .slice(0, MOST_OPTIONS);
}

function query(draft: Draft, search: Search): DirectoryQuery {
  const near = search.near === undefined ? undefined : draft.value(search.near);
  const words = search.words === undefined ? undefined : draft.value(search.words);
  const place = typeof near === 'object' && 'place' in near ? near.place : undefined;
  const formats = allowedFormats(draft, search.by);
  const without = leftOutKinds(draft);
  return {
    country: place?.country ?? draft.conversation.country,
    limit: search.limit,
    now: draft.world.now,
    ...(place ? { place } : {}),
    ...(typeof words === 'string' ? { words } : {}),
    ...(formats ? { formats } : {}),
    ...(without.length > 0 ? { without } : {}),
    ...(search.audience ? { audience: search.audience } : {}),
    ...(search.stage ? { stages: [search.stage] } : {}),
    ...(search.local ? { local: search.local } : {}),
    means: meansOf(draft),
    ...(search.fit ? { sort: 'fit' as const } : {}),
  };
}

function picks(draft: Draft, wanted: DirectoryQuery, because: string[]): ResourcePick[] {
  return draft.world.directory.search(wanted).map((found) => ({
    resource: found.resource,
    because: [...because, ...found.reasons.map((reason) => reasonInWords(draft, reason))],
  }));
}

/** Made once: to make one costs more than all else that a reason needs. */
const LISTS = { en: new Intl.ListFormat('en'), es: new Intl.ListFormat('es') };
const DOLLARS = new Intl.NumberFormat('en-US');

function reasonInWords(draft: Draft, reason: FoundReason): string {
  const say = (id: string, values: Record<string, string> = {}) =>
    word(draft.program, id, draft.conversation.language, values);
  const list = (of: readonly string[]) => LISTS[draft.conversation.language].format(of);
  switch (reason.kind) {
    case 'in-place':
      return say('because-in-place', { place: reason.place });
    case 'format':
      return say('because-format', { format: say(`format-${reason.format}`) });
    case 'fit-income':
      return say(`because-fit-income-${reason.verdict}`, {
        income: say(`income-${reason.income}`),
        people: String(reason.people),
        limit: `$${DOLLARS.format(reason.limit)}`,
      });
    case 'fit-insurance':
      return say(`because-fit-insurance-${reason.verdict}`, {
        insurance: say(`insurance-${reason.insurance}`),
      });
    case 'fit-treatment':
      return say(`because-fit-treatment-${reason.verdict}`);
    case 'made-for':
      return say(`because-made-for-${reason.verdict}`, {
        groups: list(reason.groups.map((group) => say(`made-for-${group}`))),
      });
    case 'looks-at':
      return say('because-looks-at', { what: list(reason.what.map((one) => say(`looks-at-${one}`))) });
    case 'anyone':
    case 'national':
    case 'mbc-specific':
    case 'caregivers':
    case 'words':
      return say(`because-${reason.kind}`);
    default:
      return never(reason);
  }
}

/** Ways a service may be reached by, as the directory spells them. */
const FORMATS = ['phone', 'video', 'in-person', 'online', 'email', 'text'];

/** The ways that work for the person, less those left out; undefined when any way will do. */
function allowedFormats(draft: Draft, by: string | undefined): string[] | undefined {
  const chosen = by === undefined ? undefined : draft.value(by);
  const list = typeof chosen === 'string' ? [chosen] : Array.isArray(chosen) ? chosen : [];
  const wanted = list.map((format) => format.replace('_', '-')).filter((format) => FORMATS.includes(format));
  const out = leftOut(draft).map((format) => format.replace('_', '-'));
  if (wanted.length === 0 && !FORMATS.some((format) => out.includes(format))) return undefined;
  return (wanted.length > 0 ? wanted : FORMATS).filter((format) => !out.includes(format));
}

function allowedKinds(draft: Draft, kinds: readonly string[]): string[] {
  const out = leftOutKinds(draft);
  return kinds.filter((kind) => !out.includes(kind));
}

/** Directory kinds that what was left out takes with it, in every search, also one by words. */
function leftOutKinds(draft: Draft): string[] {
  return leftOut(draft).flatMap((value) => KINDS_OF[value] ?? []);
}

/** What the person asked to leave out, once and for all: the shared variable `leave_out`. */
function leftOut(draft: Draft): string[] {
  const out = draft.value('leave_out');
  return Array.isArray(out) ? out : [];
}
