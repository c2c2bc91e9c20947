import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadDirectory } from '../../directory/load.ts';
import type { Directory } from '../../directory/types.ts';
import type { Program } from '../../language/program.ts';
import { loadAssess } from '../../safety/load-assess.ts';
import { loadUnderstanding } from '../../understanding/load.ts';
import { understanding } from '../../understanding/better-search.ts';
import { createFinder, type FinderWords } from '../../understanding/finder.ts';
import { understand } from '../../understanding/understand.ts';
import type { Stage } from './player.ts';

/** Stands in for services that cannot be loaded. */
const EMPTY_DIRECTORY: Directory = {
  revision: 'empty',
  search: () => [],
  readPlace: () => ({ kind: 'unknown-code' }),
  lines: () => [],
  has: () => false,
  hasLine: () => false,
};

/** The shipped services and safety rules around a program. What is not there yet is left out, and named in `missing`. */
export async function loadStage(
  root: string,
  program: Program,
): Promise<{ stage: Stage; missing: string[] }> {
  const missing: string[] = [];
  const directory = readDirectory(root);
  if (!directory) missing.push('services (resources/directory)');
  const check = await readSafety(root);
  if (!check) missing.push('safety rules (resources/safety)');
  const wishes = await readWishes(root);
  if (!wishes) missing.push("wishes in one's own words (resources/understanding)");
  const finder = wishes && createFinder(wishes.words, program.options.values());
  return {
    stage: {
      program,
      directory: directory && finder ? understanding(directory, finder) : (directory ?? EMPTY_DIRECTORY),
      assess: check ?? (() => null),
      ...(wishes ? { understand: wishes.understand } : {}),
      ...(finder ? { findOptions: (words: string, limit: number) => finder.options(words, limit) } : {}),
    },
    missing,
  };
}

function readDirectory(root: string): Directory | undefined {
  const folder = join(root, 'resources');
  if (!existsSync(join(folder, 'directory'))) return undefined;
  const load = loadDirectory(folder);
  return load.ok ? load.loaded.directory : undefined;
}

async function readSafety(root: string): Promise<Stage['assess'] | undefined> {
  const folder = join(root, 'resources', 'safety');
  if (!existsSync(join(folder, 'guards.yaml'))) return undefined;
  const load = await loadAssess(folder);
  return 'ok' in load ? load.ok : undefined;
}

async function readWishes(
  root: string,
): Promise<{ understand: NonNullable<Stage['understand']>; words: FinderWords } | undefined> {
  const folder = join(root, 'resources', 'understanding');
  if (!existsSync(folder)) return undefined;
  const load = await loadUnderstanding(folder);
  if (!('ok' in load)) return undefined;
  return { understand: (text) => understand(load.ok, text), words: load.words };
}
