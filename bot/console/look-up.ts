import { DateTime } from 'luxon';
import type { LoadedDirectory } from '../directory/build.ts';
import type { OwnHelpline } from '../directory/helpline-schema.ts';
import { helplineNow } from '../directory/own-helpline.ts';
import type { DirectoryHit } from '../domain/console.ts';
import type { Language } from '../domain/locale.ts';

/** As many as fit a screen; more words find better ones. */
const MOST_HITS = 30;

/** Services that fit words and a place, as cards. Staff see what people see, in the language of the person. */
export function staffSearch(
  directory: LoadedDirectory,
  own: OwnHelpline | null,
  words: string,
  place: string,
  language: Language,
  now: number,
): DirectoryHit[] {
  const country = own?.country ?? 'US';
  const read = place.trim() === '' ? null : directory.directory.readPlace(place, country);
  const found = directory.directory.search({
    country: read?.kind === 'place' ? read.place.country : country,
    ...(read?.kind === 'place' ? { place: read.place, local: 'prefer' as const } : {}),
    ...(words.trim() === '' ? {} : { words }),
    limit: MOST_HITS,
  });
  return found.flatMap(({ resource }) => {
    const card = directory.views.resource(resource, [], { language, now });
    return card === undefined ? [] : [{ resource: card, freshness: 'fresh' as const }];
  });
}

/** When chat opens next, in the person's own zone if it is known: "on Monday at 9:00 AM". Empty when it is open. */
export function opensInWords(
  own: OwnHelpline | null,
  language: Language,
  zone: string | undefined,
  now: number,
): string {
  const { opens } = helplineNow(own, now, 'chat');
  if (own === null || opens === undefined) return '';
  const at = DateTime.fromISO(opens, { zone: zone ?? own.zone }).setLocale(language);
  const time = at.toLocaleString(DateTime.TIME_SIMPLE);
  return language === 'es'
    ? `el ${at.toFormat('cccc')} a las ${time}`
    : `on ${at.toFormat('cccc')} at ${time}`;
}
