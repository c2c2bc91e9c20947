import MiniSearch from 'minisearch';
import { z } from 'zod/v4';
import { normalise } from '../language/normalise.ts';
import type { Option, Text } from '../language/program.ts';
import { type Problem, readForm, type SourceFile } from './source.ts';

/** Reads what someone looks for: other words for it, the state of a town in it, kinds of support that fit. */
export interface Finder {
  /** The words typed, with what our list calls them put in front. */
  expand(text: string): string;
  /** The code of the one state whose town is named ("near Missoula"); undefined when there is none, or more than one. */
  state(text: string): string | undefined;
  /** Ids of the kinds of support that fit best, best first, at most `limit`. */
  options(text: string, limit: number): string[];
}

const list = z.string().transform((text) =>
  text
    .split(',')
    .map(normalise)
    .filter((one) => one !== ''),
);

/** `resources/understanding/synonyms.yaml`. */
export const synonymsSchema = z.strictObject({
  synonyms: z.array(z.strictObject({ find: z.string(), said: list })),
});
/** `resources/understanding/cities.yaml`. */
export const citiesSchema = z.strictObject({ cities: z.record(z.string().regex(/^[A-Z]{2}$/), list) });

/** Words and towns, ready to be looked up. */
export interface FinderWords {
  /** Folded phrase → the words our list has for it. */
  synonyms: ReadonlyMap<string, readonly string[]>;
  /** Folded town → states. */
  cities: ReadonlyMap<string, readonly string[]>;
}

/** No phrase of ours is longer. In words. */
const LONGEST_PHRASE = 5;
/** Nobody types more to look for something. In characters. */
const MOST = 400;
/** A town counts when one of these stands before it, or when it is all that was typed: "Austin" is a name, too. */
const AT = new Set('in near around from at by outside live en cerca de desde por vivo'.split(' '));
/** How much of the best score a kind of support must have to be shown beside it. */
const NEAR_THE_BEST = 0.35;
const IGNORED = new Set(
  (
    'a an the and or of to in on at for with my me i im is are am be do does can could how what where who which there any some ' +
    'that this from by about get find need want looking look near please have has help support someone something anything ' +
    'el la los las un una de del al en con por para que y o mi mis es hay como donde cual busco buscar necesito quiero tengo ' +
    'algo alguien cerca ayuda apoyo cancer breast mama'
  ).split(' '),
);

/** Reads `synonyms.yaml` and `cities.yaml`; tells everything that is wrong with them. Pure. */
export function readFinderWords(files: readonly SourceFile[]): { words: FinderWords; problems: Problem[] } {
  const problems: Problem[] = [];
  const synonyms = new Map<string, string[]>();
  const cities = new Map<string, string[]>();
  const put = (into: Map<string, string[]>, key: string, more: readonly string[]) =>
    into.set(key, [...new Set([...(into.get(key) ?? []), ...more])]);
  for (const one of files) {
    if (one.file === 'synonyms.yaml') {
      for (const { find, said } of readForm(one, synonymsSchema, problems)?.synonyms ?? [])
        for (const phrase of said) put(synonyms, phrase, normalise(find).split(' '));
    }
    if (one.file === 'cities.yaml') {
      for (const [state, names] of Object.entries(readForm(one, citiesSchema, problems)?.cities ?? {}))
        for (const name of names) put(cities, name, [state]);
    }
  }
  return { words: { synonyms, cities }, problems };
}

/** Makes the index of kinds of support. Pure; some milliseconds. */
export function createFinder(words: FinderWords, options: Iterable<Option>): Finder {
  const index = new MiniSearch<{ id: string; title: string; names: string; short: string }>({
    fields: ['title', 'names', 'short'],
    tokenize: (text) => normalise(text).split(' '),
    processTerm: (term) => (IGNORED.has(term) || term === '' ? null : term),
    searchOptions: {
      boost: { title: 2, names: 3 },
      prefix: (term) => term.length >= 4,
      fuzzy: (term) => (term.length >= 5 ? 1 : false),
    },
  });
  index.addAll(
    [...options].map((option) => ({
      id: option.id,
      title: inEveryLanguage(option.title),
      names: `${option.names.join(' ')} ${option.tags.join(' ')} ${option.id}`,
      short: inEveryLanguage(option.short),
    })),
  );
  /** The longest phrase at each place: "gas money" is about a ride, not about money. */
  const added = (text: string): string[] => {
    const said = normalise(text.slice(0, MOST)).split(' ');
    const found = new Set<string>();
    for (let from = 0; from < said.length; from += 1) {
      for (let length = LONGEST_PHRASE; length > 0; length -= 1) {
        const meant = words.synonyms.get(said.slice(from, from + length).join(' '));
        if (meant === undefined) continue;
        for (const word of meant) found.add(word);
        from += length - 1;
        break;
      }
    }
    return [...found];
  };
  const expand = (text: string): string => {
    const found = added(text);
    return found.length === 0 ? text : `${found.join(' ')} ${text}`;
  };
  return {
    expand,
    state(text) {
      const states = new Set<string>();
      for (const { phrase, before, whole } of phrases(text)) {
        const of = words.cities.get(phrase);
        if (of && (whole || AT.has(before))) for (const state of of) states.add(state);
      }
      const [only] = states;
      return states.size === 1 ? only : undefined;
    },
    options(text, limit) {
      const found = index.search(expand(text.slice(0, MOST)));
      const best = found[0]?.score ?? 0;
      return found
        .filter(({ score }) => score >= best * NEAR_THE_BEST)
        .slice(0, limit)
        .map(({ id }) => String(id));
    },
  };
}

/** Every run of a few words, with the word before it. */
function* phrases(text: string): Generator<{ phrase: string; before: string; whole: boolean }> {
  const said = normalise(text.slice(0, MOST)).split(' ');
  for (let from = 0; from < said.length; from += 1) {
    for (let length = 1; length <= LONGEST_PHRASE && from + length <= said.length; length += 1) {
      yield {
        phrase: said.slice(from, from + length).join(' '),
        before: said[from - 1] ?? '',
        whole: length === said.length,
      };
    }
  }
}

function inEveryLanguage({ en, es }: Text): string {
  const plain = (template: Text['en']) =>
    typeof template === 'string' ? template : template.filter((piece) => typeof piece === 'string').join(' ');
  return `${plain(en)} ${es === undefined ? '' : plain(es)}`;
}
