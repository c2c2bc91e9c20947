import type { Language } from '../../domain/locale.ts';
import { syllablesEn } from './syllables-en.ts';
import { syllablesEs } from './syllables-es.ts';

/** What a reading formula needs to know of some texts. */
export interface Counted {
  sentences: number;
  words: number;
  syllables: number;
}

/** Fewer words than this swing too widely to be judged. */
export const ENOUGH_WORDS = 50;

/** Counts texts together. Numbers, addresses and places for values are left out. */
export function count(texts: readonly string[], language: Language): Counted {
  const syllables = remembering(language === 'en' ? syllablesEn : syllablesEs);
  const counted: Counted = { sentences: 0, words: 0, syllables: 0 };
  for (const text of texts) {
    for (const sentence of sentencesOf(text)) {
      const words = sentence.match(/\p{L}+(?:['’-]\p{L}+)*/gu) ?? [];
      if (words.length === 0) continue;
      counted.sentences += 1;
      counted.words += words.length;
      for (const word of words) for (const part of word.split('-')) counted.syllables += syllables(part);
    }
  }
  return counted;
}

/** Most words come again and again. */
function remembering(count: (word: string) => number): (word: string) => number {
  const known = new Map<string, number>();
  return (word) => {
    const found = known.get(word) ?? count(word);
    known.set(word, found);
    return found;
  };
}

function sentencesOf(text: string): string[] {
  return text
    .replace(/\{[^{}]*\|([^{}]*)\}/g, '$1')
    .replace(/\bhttps?:\S+|\S+@\S+/g, '')
    .replace(/\b(Dr|Dra|Sr|Sra|Mr|Mrs|Ms|St|etc|EE|UU|a|p|m|e|g|i)\./giu, '$1')
    .split(/[.!?…]+(?=[\s"”»)]|$)|\n+/u);
}

/** Flesch–Kincaid grade: years of school that are enough to read it. */
export function gradeEn({ sentences, words, syllables }: Counted): number {
  return 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;
}

/** INFLESZ, for Spanish leaflets for patients: 0 to 100, higher is easier; 65 and more is "bastante fácil". */
export function ease({ sentences, words, syllables }: Counted): number {
  return 206.835 - 62.3 * (syllables / words) - words / sentences;
}
