import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type FinderWords, readFinderWords } from './finder.ts';
import type { Model } from './model.ts';
import { type Problem, readExamples, type SourceFile } from './source.ts';
import { train } from './train.ts';

/** Files of this folder that hold no examples. */
const OTHER_FILES = ['synonyms.yaml', 'cities.yaml'];

/**
 * Reads the examples and learns from them; well under a second. The only file of this room that touches the disk.
 *
 * @param folder `resources/understanding`
 * @returns the model, or everything that is wrong with the files
 */
export async function loadUnderstanding(
  folder: string,
): Promise<{ ok: Model; words: FinderWords; count: number } | { problems: Problem[] }> {
  const { read, problems } = readExamples(await readExampleFiles(folder));
  const found = readFinderWords(await readFiles(folder, OTHER_FILES));
  problems.push(...found.problems);
  if (problems.length > 0) return { problems };
  return {
    ok: train(read.examples, read.keys, read.languages),
    words: found.words,
    count: read.examples.length,
  };
}

/** The files of examples, in the order of their names. */
export async function readExampleFiles(folder: string): Promise<SourceFile[]> {
  const names = (await readdir(folder)).filter(
    (name) => name.endsWith('.yaml') && !OTHER_FILES.includes(name),
  );
  return readFiles(folder, names.sort());
}

function readFiles(folder: string, names: readonly string[]): Promise<SourceFile[]> {
  return Promise.all(names.map(async (file) => ({ file, text: await readFile(join(folder, file), 'utf8') })));
}
