import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keepLearnt, keyOf, LEARNT, readLearnt } from '../learnt/learnt.ts';
import { type FinderWords, readFinderWords } from './finder.ts';
import type { Model } from './model.ts';
import { type Problem, readExamples, type SourceFile } from './source.ts';
import { train, weightsOf } from './train.ts';

/** Files of this folder that hold no examples. */
const OTHER_FILES = ['synonyms.yaml', 'cities.yaml'];

/** What learns. A change in any of these files makes what was kept another thing. */
const LEARNERS = [
  'train.ts',
  'features.ts',
  'fold.ts',
  'lexicon.ts',
  'model.ts',
  'source.ts',
  'understand.ts',
].map((name) => new URL(name, import.meta.url));

/**
 * Reads the examples and learns from them, which takes a second or two; or takes what was learnt from the very same files
 * at an earlier start. The only file of this room that touches the disk.
 *
 * @param folder `resources/understanding`
 * @param kept where what was learnt is kept
 * @returns the model, or everything that is wrong with the files
 */
export async function loadUnderstanding(
  folder: string,
  kept: string = LEARNT,
): Promise<{ ok: Model; words: FinderWords; count: number } | { problems: Problem[] }> {
  const files = await readExampleFiles(folder);
  const { read, problems } = readExamples(files);
  const found = readFinderWords(await readFiles(folder, OTHER_FILES));
  problems.push(...found.problems);
  if (problems.length > 0) return { problems };
  const key = await keyOf(
    LEARNERS,
    files.flatMap(({ file, text }) => [file, text]),
  );
  const known = await readLearnt(kept, 'wishes', key);
  const model = train(read.examples, read.keys, read.languages, known && weightsOf(known));
  if (known === undefined) await keepLearnt(kept, 'wishes', key, new Uint8Array(model.weights.buffer));
  return {
    ok: model,
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
