import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { UsageError } from '../command.ts';
import type { Sentence } from './sentence.ts';

/** Files whose sentences stand as `en` beside `es`. `own.yaml` is there once a helpline has been named. */
const FILES = [
  'resources/safety/lines.yaml',
  'resources/helplines/own.yaml',
  'resources/helplines/pages.yaml',
  'resources/helplines/replies.yaml',
];
/** What a service says in words of its own; `es` beside it holds the Spanish. */
const FREE_TEXTS = ['name', 'what_to_expect', 'eligibility', 'cost', 'conditions'];

type Fields = Record<string, unknown>;

/** What people read from the lines for urgent help, the replies of staff, and the list of services. */
export function resourceSentences(root: string): Sentence[] {
  const folder = join(root, 'resources', 'directory');
  const directory = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => `resources/directory/${name}`)
    : [];
  return [...FILES, ...directory.sort()].flatMap((file) => {
    const path = join(root, file);
    return existsSync(path) ? found(valueOf(path, file), file, '') : [];
  });
}

function valueOf(path: string, file: string): unknown {
  try {
    return parse(readFileSync(path, 'utf8'), { merge: true });
  } catch {
    throw new UsageError(`${file} cannot be read. \`npm run nav -- check\` tells why.`);
  }
}

function found(value: unknown, file: string, key: string): Sentence[] {
  if (Array.isArray(value)) return value.flatMap((one, at) => found(one, file, `${key}[${nameOf(one, at)}]`));
  if (!isFields(value)) return [];
  const { en, es } = value;
  if (typeof en === 'string' || typeof es === 'string') {
    return [{ file, key, en: textOf(en), es: typeof es === 'string' ? es : null, sources: [] }];
  }
  const sources = typeof value.source_url === 'string' ? [sourceAt(value.source_url)] : [];
  const spanish = isFields(es) ? es : {};
  const own = FREE_TEXTS.flatMap((name) => {
    const [text, translated] = [value[name], spanish[name]];
    if (typeof text !== 'string') return [];
    // A name stays as it is; only what it means is a sentence of ours.
    if (name === 'name' && typeof translated !== 'string') return [];
    return [{ file, key: below(key, name), en: text, es: textOf(translated) || null, sources }];
  });
  const deeper = Object.entries(value)
    .filter(([name]) => name !== 'es')
    .flatMap(([name, inside]) => found(inside, file, below(key, name)))
    .map((one) => (one.sources.length > 0 ? one : { ...one, sources }));
  return [...own, ...deeper, ...hours(value, file, key)];
}

/** Hours as they are written; “day and night” is said with a word of the page instead. */
function hours(value: Fields, file: string, key: string): Sentence[] {
  const inside = value.hours;
  if (!isFields(inside) || typeof inside.text !== 'string' || inside.always_open === true) return [];
  return [
    { file, key: below(key, 'hours'), en: inside.text, es: textOf(inside.text_es) || null, sources: [] },
  ];
}

function nameOf(one: unknown, at: number): string {
  if (!isFields(one)) return String(at);
  return typeof one.id === 'string' ? one.id : String(at);
}

function below(key: string, name: string): string {
  return key === '' ? name : `${key}.${name}`;
}

function sourceAt(url: string): { label: string; url: string } {
  return { label: url, url };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
