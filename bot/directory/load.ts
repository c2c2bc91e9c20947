import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod/v4';
import { buildDirectory } from './build.ts';
import type { LoadedDirectory } from './build.ts';
import { checkLines } from './check-lines.ts';
import { checkResources, outdatedTranslations } from './check-resources.ts';
import type { PlacedResource } from './check-resources.ts';
import { checkSearchWords, checkWords } from './check-words.ts';
import { duplicates } from './check-duplicates.ts';
import { freshnessSchema } from './freshness-schema.ts';
import { helplineSchema } from './helpline-schema.ts';
import type { OwnHelpline } from './helpline-schema.ts';
import { located } from './locate.ts';
import { linesSchema } from './line-schema.ts';
import {
  auPostcodesSchema,
  caPostcodesSchema,
  namesSchema,
  ukPostcodesSchema,
  usZip3Schema,
  usZipSchema,
} from './place-schema.ts';
import { placeTables, unnamedPlaces } from './place-tables.ts';
import type { PlaceTables } from './place-tables.ts';
import { dialled } from './phone.ts';
import type { Problem } from './problem.ts';
import { readJson } from './read-json.ts';
import { readYaml } from './read-yaml.ts';
import { resourceFileSchema } from './schema.ts';
import { searchWordsSchema, wordsSchema } from './words-schema.ts';

const LINES = 'safety/lines.yaml';
const WORDS = 'directory/words.yaml';
const SEARCH_WORDS = 'directory/search-words.yaml';
const FRESHNESS = 'directory/freshness.yaml';
const OWN = 'helplines/own.yaml';

/** `notices` do not stop anything: a translation that is out of date is simply not shown. */
export type DirectoryLoad =
  | { ok: true; loaded: LoadedDirectory; placed: PlacedResource[]; notices: Problem[] }
  | { ok: false; problems: Problem[]; notices: Problem[] };

/**
 * Reads the services, lines, places and words below `root` (the `resources` folder), checks all of it, and builds the
 * directory. Everything that is wrong is told at once. The only part of this room that touches files.
 */
export function loadDirectory(root: string): DirectoryLoad {
  const problems: Problem[] = [];
  const tables = readTables(root, problems);
  const words = read(root, WORDS, wordsSchema, problems);
  const searchWords = read(root, SEARCH_WORDS, searchWordsSchema, problems);
  const freshness = read(root, FRESHNESS, freshnessSchema, problems);
  const lines = read(root, LINES, linesSchema, problems);
  const own = readOwn(root, problems);
  const before = problems.length;
  const placed = readResources(root, problems);
  const complete = problems.length === before;

  if (words !== null) problems.push(...checkWords(WORDS, words.words));
  if (searchWords !== null) problems.push(...checkSearchWords(SEARCH_WORDS, searchWords));
  if (tables !== null) {
    problems.push(...checkResources(placed, tables), ...duplicates(placed));
    const resources = new Map(placed.map(({ resource }) => [resource.id, resource]));
    if (lines !== null) problems.push(...checkLines(LINES, lines, resources, tables, complete));
  }
  const textOf = (file: string) => textAt(root, file);
  const notices = located(outdatedTranslations(placed), textOf);
  if (problems.length > 0 || !tables || !words || !searchWords || !lines || !freshness) {
    return { ok: false, problems: located(problems, textOf), notices };
  }
  const loaded = buildDirectory({
    resources: placed.map(({ resource }) => resource),
    lines,
    own,
    tables,
    words: words.words,
    searchWords,
    freshness,
  });
  return { ok: true, loaded, placed, notices };
}

function read<S extends z.ZodType>(
  root: string,
  file: string,
  schema: S,
  problems: Problem[],
): z.infer<S> | null {
  return readYaml(file, textAt(root, file), schema, problems);
}

/** The text of a file, or null: that is told as a problem of this file, like any other. */
function textAt(root: string, file: string): string | null {
  try {
    return readFileSync(join(root, file), 'utf8');
  } catch {
    return null;
  }
}

/** One's own helpline, or null when there is no file. */
function readOwn(root: string, problems: Problem[]): OwnHelpline | null {
  if (!existsSync(join(root, OWN))) return null;
  const own = read(root, OWN, helplineSchema, problems);
  if (own !== null && own.phone !== null && dialled(own.phone, own.country) === null) {
    problems.push({
      code: 'DIR102',
      file: OWN,
      path: 'phone',
      message: `not a phone number of ${own.country}`,
    });
  }
  return own;
}

/** Files of the folder that hold something else than services. */
const OTHERS: readonly string[] = [WORDS, SEARCH_WORDS, FRESHNESS];

/** Every other YAML file of the folder holds services, and so does JSON of the same form, which is read much faster. */
function readResources(root: string, problems: Problem[]): PlacedResource[] {
  const folder = join(root, 'directory');
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  return files
    .map((name) => `directory/${name}`)
    .filter((file) => /\.(yaml|json)$/.test(file) && !file.endsWith('.schema.json') && !OTHERS.includes(file))
    .flatMap((file) => {
      const form = resourceFileSchema;
      const source = file.endsWith('.json')
        ? readJson(file, textAt(root, file), form, problems)
        : read(root, file, form, problems);
      return (source?.resources ?? []).map((resource) => ({ file, resource }));
    });
}

function readTables(root: string, problems: Problem[]): PlaceTables | null {
  const names = read(root, 'places/names.yaml', namesSchema, problems);
  const us = read(root, 'places/us-zip.yaml', usZipSchema, problems);
  const zip3 = read(root, 'places/us-zip3.yaml', usZip3Schema, problems);
  const au = read(root, 'places/au-postcodes.yaml', auPostcodesSchema, problems);
  const ca = read(root, 'places/ca-postcodes.yaml', caPostcodesSchema, problems);
  const uk = read(root, 'places/uk-postcodes.yaml', ukPostcodesSchema, problems);
  if (!names || !us || !zip3 || !au || !ca || !uk) return null;
  const tables = placeTables({ names, us, zip3, au, ca, uk });
  for (const { country, code } of unnamedPlaces(tables)) {
    problems.push({
      code: 'DIR103',
      file: 'places/names.yaml',
      path: `places.${country}.${code}`,
      message: 'a table leads to this code, but it has no name',
    });
  }
  return tables;
}
