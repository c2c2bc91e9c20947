import type { Language } from '../domain/locale.ts';
import { site } from './contacts.ts';
import { translationOf } from './translation.ts';
import type { Kind, Resource } from './schema.ts';
import type { Word } from './word-ids.ts';

/** A page this many years older than our reading gets a word of caution. */
const OLD_YEARS = 3;
const GROUPS: ReadonlySet<Kind> = new Set<Kind>(['professionally-led-group', 'peer-led-group']);
const MONEY: ReadonlySet<Kind> = new Set<Kind>([
  'financial-assistance',
  'copay-assistance',
  'transport',
  'lodging',
]);

/** What a person should know before they count on a service, most important first. */
export function cautions(resource: Resource, language: Language, word: Word): string[] {
  const said: string[] = [];

  if (resource.status?.state === 'paused') {
    const year = resource.status.as_of?.slice(0, 4);
    said.push(year === undefined ? word('caution-paused') : word('caution-paused-since', { year }));
  }
  if (resource.status?.state === 'unsure') said.push(word('caution-unsure'));
  if (resource.volatile) {
    said.push(word(resource.kinds.some((kind) => MONEY.has(kind)) ? 'caution-money' : 'caution-places'));
  }
  // Whether it still runs at all outweighs every detail.
  if (resource.status?.state !== 'unsure') said.push(...doubts(resource, word));
  if (language !== 'en' && translationOf(resource) === null) said.push(word('caution-english-text'));
  return said;
}

/** What we are not sure of, field by field. */
function doubts(resource: Resource, word: Word): string[] {
  const everything = resource.stale_fields.includes('all');
  const doubtful = (field: string): boolean =>
    everything || resource.unverified.includes(field) || resource.stale_fields.includes(field);
  const said: string[] = [];
  const localGroup =
    resource.kinds.some((kind) => GROUPS.has(kind)) && !resource.regions.includes('national');
  if (localGroup) said.push(word('caution-group'));
  if (resource.phone !== null && doubtful('phone')) said.push(word('caution-phone'));
  if (resource.hours !== null && doubtful('hours')) said.push(word('caution-hours'));
  if (resource.hours === null && resource.phone !== null) said.push(word('caution-no-hours'));
  if (resource.url !== null && doubtful('url')) said.push(word('caution-url'));
  if (doubtful('cost')) said.push(word('caution-cost'));

  if (resource.url !== null && !resource.safety_critical && !readOnOwnPage(resource)) {
    said.push(word('caution-second-hand'));
  }
  const year = resource.source_date?.slice(0, 4);
  const old = year !== undefined && Number(resource.checked.slice(0, 4)) - Number(year) >= OLD_YEARS;
  if (old && year !== undefined) said.push(word('caution-old', { year }));
  const others = [...resource.unverified, ...resource.stale_fields].filter((field) => !NAMED.has(field));
  if (others.length > 0 && !old) said.push(word('caution-details'));
  return said;
}

/** Doubts that have a sentence of their own. */
const NAMED: ReadonlySet<string> = new Set(['phone', 'hours', 'url', 'cost', 'all']);

/** Whether one of the pages it was read on is its own: news and lists of others may be wrong or old. */
function readOnOwnPage({ url, source_url: source, extra_sources: others }: Resource): boolean {
  const own = url === null ? '' : site(url);
  return [source, ...others]
    .map(site)
    .some((page) => page === own || page.endsWith(`.${own}`) || own.endsWith(`.${page}`));
}
