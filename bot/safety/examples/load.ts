import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keepLearnt, keyOf, LEARNT, readLearnt } from '../../learnt/learnt.ts';
import { type ExamplePhrase, SafetyModel } from '../model.ts';
import { learnFrom } from '../model-source.ts';
import type { Problem, SourceFile } from '../source.ts';
import { everydayPhrases } from './everyday.ts';

/** What learns. A change in any of these files makes everything that was kept another thing. */
const LEARNERS = ['model.ts', 'model-features.ts', 'model-words.ts', 'model-source.ts'].map(
  (name) => new URL(`../${name}`, import.meta.url),
);

/**
 * Reads the example phrases and learns from them, which takes several seconds; or takes what was learnt from the very same
 * phrases, by the very same code, at an earlier start.
 *
 * @param folder `resources/safety`
 * @param others phrases from elsewhere to learn from as well; what the examples say of a phrase goes before
 * @param kept where what was learnt is kept
 * @returns the model, or everything that is wrong with the files
 */
export async function loadModel(
  folder: string,
  others: readonly ExamplePhrase[] = [],
  kept: string = LEARNT,
): Promise<{ ok: SafetyModel } | { problems: Problem[] }> {
  const files = await readYaml(join(folder, 'examples'), 'examples/');
  const phrases = others.map(({ text, kind }) => `${kind} ${text}`);
  const key = await keyOf(LEARNERS, [...files.flatMap(({ file, text }) => [file, text]), ...phrases]);
  const known = await readLearnt(kept, 'safety', key);
  if (known) return { ok: SafetyModel.fromBytes(known) };
  const learnt = learnFrom(files, others);
  if ('ok' in learnt) await keepLearnt(kept, 'safety', key, learnt.ok.toBytes());
  return learnt;
}

/**
 * What people ask the bot for, as examples of calm talk.
 *
 * @param folder `resources/understanding`; nothing when it is not there
 */
export async function loadEverydayPhrases(folder: string): Promise<ExamplePhrase[]> {
  try {
    return (await readYaml(folder, '')).flatMap(({ text }) => everydayPhrases(text));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

async function readYaml(folder: string, prefix: string): Promise<SourceFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  return Promise.all(
    names.map(async (name) => ({
      file: `${prefix}${name}`,
      text: await readFile(join(folder, name), 'utf8'),
    })),
  );
}
