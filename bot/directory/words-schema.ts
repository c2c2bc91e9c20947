import { z } from 'zod/v4';
import type { Language } from '../domain/locale.ts';
import type { Word, WordId } from './word-ids.ts';

const sentence = z.strictObject({ en: z.string().min(1), es: z.string().min(1) });
/** `resources/directory/words.yaml` */
export const wordsSchema = z.strictObject({ words: z.record(z.string(), sentence) });
export type WordsSource = z.infer<typeof wordsSchema>['words'];

/** `resources/directory/search-words.yaml` */
export const searchWordsSchema = z.strictObject({
  stop: z.array(z.string()),
  weak: z.array(z.string()),
  kinds: z.record(z.string(), z.array(z.string())),
});
export type SearchWordsSource = z.infer<typeof searchWordsSchema>;

/** Fills `{name}` with a value; a place without a value stays empty. */
export function wordIn(words: ReadonlyMap<WordId, WordsSource[string]>, language: Language): Word {
  return (id, values = {}) =>
    (words.get(id)?.[language] ?? '').replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}

/** The places for values in a sentence, sorted. */
export function placesIn(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();
}
