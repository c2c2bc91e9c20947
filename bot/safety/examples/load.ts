import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExamplePhrase, SafetyModel } from '../model.ts';
import { learnFrom } from '../model-source.ts';
import type { Problem, SourceFile } from '../source.ts';
import { everydayPhrases } from './everyday.ts';

/**
 * Reads the example phrases and learns from them, which takes about a second.
 *
 * @param folder `resources/safety`
 * @param others phrases from elsewhere to learn from as well; what the examples say of a phrase goes before
 * @returns the model, or everything that is wrong with the files
 */
export async function loadModel(
  folder: string,
  others: readonly ExamplePhrase[] = [],
): Promise<{ ok: SafetyModel } | { problems: Problem[] }> {
  return learnFrom(await readYaml(join(folder, 'examples'), 'examples/'), others);
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
