import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SafetyModel } from '../model.ts';
import { learnFrom } from '../model-source.ts';
import type { Problem, SourceFile } from '../source.ts';

/**
 * Reads the example phrases and learns from them, which takes about half a second.
 *
 * @param folder `resources/safety`
 * @returns the model, or everything that is wrong with the files
 */
export async function loadModel(folder: string): Promise<{ ok: SafetyModel } | { problems: Problem[] }> {
  const files: SourceFile[] = [];
  for (const name of (await readdir(join(folder, 'examples'))).sort())
    if (name.endsWith('.yaml'))
      files.push({
        file: `examples/${name}`,
        text: await readFile(join(folder, 'examples', name), 'utf8'),
      });
  return learnFrom(files);
}
