import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compileSafety } from './compile.ts';
import type { SafetyRules } from './rules.ts';
import type { Problem, SourceFile } from './source.ts';

/**
 * Reads and compiles the safety rules. The only file of this room that touches the disk.
 *
 * @param folder `resources/safety`
 * @returns the rules, or everything that is wrong with the files
 */
export async function loadSafety(folder: string): Promise<{ ok: SafetyRules } | { problems: Problem[] }> {
  const files: SourceFile[] = [];
  for (const part of ['rules', 'words'])
    for (const name of (await readdir(join(folder, part))).sort())
      if (name.endsWith('.yaml'))
        files.push({ file: `${part}/${name}`, text: await readFile(join(folder, part, name), 'utf8') });
  files.push({ file: 'guards.yaml', text: await readFile(join(folder, 'guards.yaml'), 'utf8') });
  return compileSafety(files);
}
