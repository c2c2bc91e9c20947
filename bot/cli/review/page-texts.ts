import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Sentence } from './sentence.ts';

const FOLDER = 'bot/web/chat/words';

/** What the page says by itself. Where a value is filled in, 2 stands for it. */
export async function pageSentences(root: string): Promise<Sentence[]> {
  if (!existsSync(join(root, FOLDER, 'en.ts'))) return [];
  const [english, spanish] = await Promise.all([wordsOf(root, 'en'), wordsOf(root, 'es')]);
  return [...english].map(([key, en]) => ({
    file: `${FOLDER}/en.ts`,
    key,
    en,
    es: spanish.get(key) ?? null,
    sources: [],
  }));
}

async function wordsOf(root: string, language: 'en' | 'es'): Promise<Map<string, string>> {
  const module = (await import(pathToFileURL(join(root, FOLDER, `${language}.ts`)).href)) as Record<
    string,
    unknown
  >;
  return new Map(flat(module[language], ''));
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
