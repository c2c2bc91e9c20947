import type { Problem } from './problem.ts';
import { KINDS } from './schema.ts';
import { WORD_IDS } from './word-ids.ts';
import { placesIn } from './words-schema.ts';
import type { SearchWordsSource, WordsSource } from './words-schema.ts';

/** Every sentence the cards need is there, no other, and both languages fill in the same values. */
export function checkWords(file: string, words: WordsSource): Problem[] {
  const problems: Problem[] = [];
  for (const id of WORD_IDS) {
    if (words[id] === undefined)
      problems.push({ code: 'DIR202', file, path: `words.${id}`, message: 'this sentence is missing' });
  }
  for (const [id, { en, es }] of Object.entries(words)) {
    if (!WORD_IDS.some((known) => known === id)) {
      problems.push({ code: 'DIR202', file, path: `words.${id}`, message: 'nothing uses this sentence' });
    }
    if (placesIn(en).join() !== placesIn(es).join()) {
      problems.push({
        code: 'DIR202',
        file,
        path: `words.${id}.es`,
        message: 'the {…} are not those of the English',
      });
    }
  }
  return problems;
}

/** The search words name only kinds that exist. */
export function checkSearchWords(file: string, source: SearchWordsSource): Problem[] {
  return Object.keys(source.kinds)
    .filter((kind) => !KINDS.some((known) => known === kind))
    .map((kind) => ({
      code: 'DIR202' as const,
      file,
      path: `kinds.${kind}`,
      message: 'there is no such kind of service',
    }));
}
