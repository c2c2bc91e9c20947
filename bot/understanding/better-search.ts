import type { Finder } from './finder.ts';

/** What of a directory is needed here; the directory's own types stay in its room. */
interface Searching<Query, Found, Read> {
  search(query: Query): Found[];
  readPlace(text: string, country: 'US' | 'AU' | 'UK' | 'CA' | 'NZ'): Read;
}
interface Asked {
  country: 'US' | 'AU' | 'UK' | 'CA' | 'NZ';
  words?: string;
  place?: unknown;
}

/**
 * The same directory, better at what people write: other words for a thing find it too, and a town or state among the
 * words says where. Changes nothing when no words were typed.
 */
export function understanding<
  Query extends Asked,
  Found,
  Read extends { kind: string },
  D extends Searching<Query, Found, Read>,
>(directory: D, finder: Finder): D {
  const readPlace: D['readPlace'] = (text, country) => {
    const read = directory.readPlace(text, country);
    if (read.kind !== 'not-a-place' || country !== 'US') return read;
    const state = finder.state(text);
    return state === undefined ? read : directory.readPlace(state, country);
  };
  const search: D['search'] = (query) => {
    if (query.words === undefined || query.words.trim() === '') return directory.search(query);
    const better = { ...query, words: finder.expand(query.words) };
    if (query.place === undefined) {
      const read = readPlace(query.words, query.country);
      if (read.kind === 'place' && 'place' in read)
        Object.assign(better, { place: read.place, local: 'prefer' });
    }
    const found = directory.search(better);
    return found.length > 0 ? found : directory.search(query);
  };
  return { ...directory, readPlace, search };
}
