import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Sentence } from './sentence.ts';

/** What the page and the channels say by themselves: the file named first, and where in which module each language stands. */
const MODULES = [
  {
    file: 'bot/web/chat/words/en.ts',
    en: { file: 'bot/web/chat/words/en.ts', path: ['en'] },
    es: { file: 'bot/web/chat/words/es.ts', path: ['es'] },
  },
  {
    file: 'bot/channel/words.ts',
    en: { file: 'bot/channel/words.ts', path: ['CHANNEL_WORDS', 'en'] },
    es: { file: 'bot/channel/words.ts', path: ['CHANNEL_WORDS', 'es'] },
  },
  {
    file: 'bot/web/published-page.ts',
    en: { file: 'bot/web/published-page.ts', path: ['PUBLISHED_WORDS', 'en'] },
    es: { file: 'bot/web/published-page.ts', path: ['PUBLISHED_WORDS', 'es'] },
  },
];

/** Sentences that stand in code. Where a value is filled in, 2 stands for it. */
export async function pageSentences(root: string): Promise<Sentence[]> {
  const found: Sentence[] = [];
  for (const { file, en: english, es: spanish } of MODULES) {
    if (!existsSync(join(root, file))) continue;
    const [ours, theirs] = await Promise.all([wordsOf(root, english), wordsOf(root, spanish)]);
    for (const [key, en] of ours) found.push({ file, key, en, es: theirs.get(key) ?? null, sources: [] });
  }
  return found;
}

async function wordsOf(
  root: string,
  { file, path }: { file: string; path: readonly string[] },
): Promise<Map<string, string>> {
  let value: unknown = await import(pathToFileURL(join(root, file)).href);
  for (const name of path) value = (value as Record<string, unknown> | undefined)?.[name];
  return new Map(flat(value, ''));
}

function flat(value: unknown, key: string): [string, string][] {
  if (typeof value === 'string') return [[key, value]];
  if (typeof value === 'function') {
    const filled: unknown = Reflect.apply(value, undefined, Array<number>(value.length).fill(2));
    return flat(filled, key);
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inside]) =>
    flat(inside, key === '' ? name : `${key}.${name}`),
  );
}
