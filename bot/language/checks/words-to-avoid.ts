import type { Language } from '../../domain/locale.ts';
import type { WordingSource } from '../material.ts';

type Entry = { words: readonly string[]; instead: string };

/** Used when there is no `dialogs/wording.yaml`. A `*` takes in every ending. */
const BUILT_IN: Readonly<Record<Language, readonly Entry[]>> = {
  en: [
    {
      words: ['fight', 'fights', 'fighting', 'fighter*', 'fought', 'battl*', 'war on'],
      instead: 'Illness is no contest. Say “living with” or “treatment for”.',
    },
    {
      words: ['beat', 'beats', 'beating', 'beaten', 'conquer*'],
      instead: 'It suggests that others tried less. Leave it out.',
    },
    {
      words: ['brave', 'bravely', 'braver*', 'warrior*', 'hero', 'heroes', 'heroic'],
      instead: 'Nobody has to be anything. Say what the person does.',
    },
    { words: ['survivor', 'survivors'], instead: 'Say “people living with metastatic breast cancer”.' },
    { words: ['journey*'], instead: 'Say “life with cancer”, “treatment” or “what comes next”.' },
    {
      words: ['stay positive', 'think positive', 'keep smiling', 'stay strong', 'positive attitude'],
      instead: 'Any feeling is allowed. Leave it out.',
    },
    { words: ['at least'], instead: 'It makes light of what someone has. For an amount, say “or more”.' },
    {
      words: ['terminal', 'terminally'],
      instead: 'Say “metastatic” or “advanced”; often it can be left out.',
    },
    { words: ['victim*', 'suffer from', 'suffers from', 'suffering from'], instead: 'Say “living with”.' },
  ],
  es: [
    {
      words: ['luch*', 'batall*', 'guerrer*', 'combat*'],
      instead: 'La enfermedad no es una pelea. Diga «vivir con» o «tratamiento».',
    },
    {
      words: ['vencer', 'derrotar', 'valiente*', 'heroe*', 'héroe*', 'heroína*'],
      instead: 'Nadie tiene que ser valiente. Quítelo.',
    },
    {
      words: ['sobreviviente*', 'superviviente*'],
      instead: 'Diga «personas que viven con cáncer de mama metastásico».',
    },
    {
      words: ['al menos', 'por lo menos'],
      instead: 'Quita importancia a lo que alguien vive. Para una cantidad, diga «o más».',
    },
    { words: ['terminal', 'terminales'], instead: 'Diga «metastásico» o «avanzado».' },
    {
      words: ['sea positiv*', 'mantenga una actitud positiva', 'actitud positiva'],
      instead: 'Se puede sentir cualquier cosa. Quítelo.',
    },
  ],
};

export interface WordList {
  entries: readonly { pattern: RegExp; instead: string }[];
  /** All the words at once. */
  any: RegExp;
  names: readonly RegExp[];
}

/** The words to avoid in a language: the authors' own list when there is one, else the built-in one. */
export function wordList(language: Language, own: WordingSource | null): WordList {
  const entries: readonly Entry[] = own?.avoid[language] ?? BUILT_IN[language];
  return {
    entries: entries.map(({ words, instead }) => ({ pattern: anyOf(words), instead })),
    any: anyOf(entries.flatMap(({ words }) => words)),
    names: (own?.names ?? []).map((name) => new RegExp(escape(name), 'giu')),
  };
}

/** Words to avoid in a text. A capital in mid-sentence marks a proper name, which keeps its words. */
export function* avoidedIn(text: string, list: WordList): Generator<{ word: string; instead: string }> {
  // Nearly every text has none of them, and one look is enough to know.
  if (text.search(list.any) < 0) return;
  for (const { pattern, instead } of list.entries) {
    for (const match of text.matchAll(pattern)) {
      if (isName(match[0]) && !beginsSentence(text, match.index)) continue;
      yield { word: match[0], instead };
    }
  }
}

/** Names that may hold such a word are blanked out, so that positions stay. */
export function maskNames(text: string, list: WordList): string {
  return list.names.reduce((masked, name) => masked.replace(name, (found) => ' '.repeat(found.length)), text);
}

/** `Survivors` may be part of a name; `SURVIVORS` is only loud. */
function isName(word: string): boolean {
  return /^\p{Lu}/u.test(word) && word !== word.toUpperCase();
}

function beginsSentence(text: string, index: number): boolean {
  return /(?:^|[.?!…:;\n"“«(¿¡]\s*)$/u.test(text.slice(0, index));
}

function anyOf(words: readonly string[]): RegExp {
  const each = words.map(
    (word) => escape(word.replace(/\*$/, '')).replace(/\s+/g, '\\s+') + (word.endsWith('*') ? '\\p{L}*' : ''),
  );
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${each.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
}
