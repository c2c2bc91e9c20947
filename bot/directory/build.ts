import { MinuteCards } from './minute-cards.ts';
import { createHash } from 'node:crypto';
import type { Language } from '../domain/locale.ts';
import type { LineNow } from '../domain/reply.ts';
import type { LineView, ResourceView } from '../domain/view.ts';
import { fold } from './fold.ts';
import { freshnessOf } from './freshness.ts';
import type { FreshnessState } from './freshness.ts';
import type { FreshnessLimits } from './freshness-schema.ts';
import type { OwnHelpline } from './helpline-schema.ts';
import { lineOfOwn, lineOfResource, linesFor, OWN_LINE } from './lines.ts';
import type { LineBook } from './lines.ts';
import type { Line, LinesSource } from './line-schema.ts';
import { knownZone } from './known-zone.ts';
import { readPlace } from './place.ts';
import { placeName } from './place-tables.ts';
import type { PlaceTables } from './place-tables.ts';
import { KINDS } from './schema.ts';
import type { Kind, Resource } from './schema.ts';
import { search } from './search.ts';
import { searchIndex } from './search-index.ts';
import type { Directory } from './types.ts';
import { lineView, resourceView } from './view.ts';
import type { ViewContext } from './view.ts';
import { WORD_IDS } from './word-ids.ts';
import type { WordId } from './word-ids.ts';
import { wordIn } from './words-schema.ts';
import type { SearchWordsSource, WordsSource } from './words-schema.ts';

/** All that the files say, read and checked. */
export interface DirectoryData {
  resources: readonly Resource[];
  lines: LinesSource;
  own: OwnHelpline | null;
  tables: PlaceTables;
  words: WordsSource;
  searchWords: SearchWordsSource;
  freshness: FreshnessLimits;
}

/** Who reads, and when: `now` in milliseconds since 1970. */
export type Reader = Pick<ViewContext, 'language' | 'timeZone' | 'now'>;

/** The directory with what is needed to show it. Made once at start, and again when one's own helpline is set up. */
export interface LoadedDirectory {
  directory: Directory;
  resources: ReadonlyMap<string, Resource>;
  /** Every line that can be shown, with the helplines among the services and one's own (`own`). */
  lines: ReadonlyMap<string, Line>;
  own: OwnHelpline | null;
  limits: FreshnessLimits;
  tables: PlaceTables;
  /** The kind that is called so, in English or Spanish; undefined when none is. */
  kindOf: (name: string) => Kind | undefined;
  /** Services and lines as cards, by id. Undefined when there is none of that id (any more). */
  views: {
    resource(id: string, because: readonly string[], reader: Reader): ResourceView | undefined;
    line(state: LineNow, reader: Reader): LineView | undefined;
  };
  /**
   * How fresh a service is at `now` (ms since 1970), with the reports about it that nobody has looked at yet. Undefined when
   * there is none of that id.
   */
  freshness(id: string, now: number, openReports?: number): FreshnessState | undefined;
  /** Everything `resourceView` and `lineView` need to know about the reader. */
  viewContext(reader: Reader): ViewContext;
  /** The same directory with another helpline of one's own, or none. */
  withOwn(own: OwnHelpline | null): LoadedDirectory;
}

/** Builds the directory from checked data. Pure. */
export function buildDirectory(data: DirectoryData): LoadedDirectory {
  const { tables } = data;
  const serviceCards = new MinuteCards<ResourceView>();
  const lineCards = new MinuteCards<LineView>();
  const resources = new Map(data.resources.map((resource) => [resource.id, resource]));
  const index = searchIndex(data.resources, {
    tables,
    vocabulary: { stop: data.searchWords.stop, weak: data.searchWords.weak, kinds: kindWords(data) },
    limits: data.freshness,
  });
  const kinds = new Map(
    KINDS.flatMap((kind) =>
      [kind, ...(kindWords(data)[kind] ?? [])].map((name) => [fold(name), kind] as const),
    ),
  );
  const lines = allLines(data, resources);
  const book: LineBook = { lines, lists: data.lines.lists, own: data.own };
  const words = new Map<WordId, WordsSource[string]>(
    WORD_IDS.flatMap((id) => {
      const word = data.words[id];
      return word === undefined ? [] : [[id, word]];
    }),
  );
  const regionName = (language: Language) => (region: string) => {
    const [country, state = ''] = region.split('-');
    return placeName(tables, country as keyof PlaceTables['names'], state, language);
  };
  const directory: Directory = {
    revision: revision(data),
    search: (query) => search(index, query),
    readPlace: (text, country) => readPlace(tables, text, country),
    lines: (purpose, country, now) => linesFor(book, purpose, country, now),
    has: (resource) => resources.has(resource),
    hasLine: (line) => lines.has(line),
  };
  const viewContext = (reader: Reader): ViewContext => {
    const timeZone = knownZone(reader.timeZone);
    return {
      language: reader.language,
      now: reader.now,
      ...(timeZone === undefined ? {} : { timeZone }),
      word: wordIn(words, reader.language),
      regionName: regionName(reader.language),
      lineById: (id) => lines.get(id),
      limits: data.freshness,
    };
  };
  return {
    directory,
    resources,
    lines,
    own: data.own,
    limits: data.freshness,
    tables,
    kindOf: (name) => kinds.get(fold(name)),
    views: {
      resource(id, because, reader) {
        const resource = resources.get(id);
        if (resource === undefined) return undefined;
        const card = serviceCards.at(reader.now, keyOf(id, reader), () =>
          resourceView(resource, [], viewContext(reader)),
        );
        return { ...card, because: [...because] };
      },
      line(state, reader) {
        const line = lines.get(state.line);
        if (line === undefined) return undefined;
        const key = keyOf(`${state.line} ${state.open} ${state.opens ?? ''}`, reader);
        return lineCards.at(reader.now, key, () => lineView(line, state, viewContext(reader)));
      },
    },
    freshness(id, now, openReports = 0) {
      const resource = resources.get(id);
      return resource && freshnessOf(resource, now, data.freshness, openReports);
    },
    viewContext,
    withOwn: (own) => buildDirectory({ ...data, own }),
  };
}

function keyOf(id: string, reader: Reader): string {
  return `${id} ${reader.language} ${reader.timeZone ?? ''}`;
}

/** Lines of the safety file, then the helplines its lists take from the services, then one's own. */
function allLines(data: DirectoryData, resources: ReadonlyMap<string, Resource>): Map<string, Line> {
  const lines = new Map(data.lines.lines.map((line) => [line.id, line]));
  for (const { helpline } of Object.values(data.lines.lists)) {
    for (const id of helpline) {
      const resource = resources.get(id);
      if (resource !== undefined && !lines.has(id)) lines.set(id, lineOfResource(resource));
    }
  }
  if (data.own !== null) lines.set(OWN_LINE, lineOfOwn(data.own));
  return lines;
}

/** A kind is found by its names in both languages and by its search words. */
function kindWords(data: DirectoryData): Record<string, string[]> {
  const kinds = Object.keys(data.words).filter((id) => id.startsWith('kind-'));
  return Object.fromEntries(
    kinds.map((id) => {
      const kind = id.slice('kind-'.length);
      const names = data.words[id];
      return [kind, [names?.en ?? '', names?.es ?? '', ...(data.searchWords.kinds[kind] ?? [])]];
    }),
  );
}

function revision(data: DirectoryData): string {
  const text = JSON.stringify(data, (_, value: unknown) => (value instanceof Map ? [...value] : value));
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
