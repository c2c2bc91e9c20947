import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Diagnostic } from '../../language/diagnostic.ts';
import type { SourceFile } from '../../language/source.ts';
import type { Stage } from './player.ts';
import { type PlacedScript, readScripts } from './read-scripts.ts';
import { runScript, type ScriptResult } from './run-script.ts';

export const SCRIPTS_FOLDER = 'dialogs/scripts';

/** The script files there are, or those named, with paths counted from the root. */
export function scriptFiles(root: string, named: readonly string[] = []): SourceFile[] {
  const folder = join(root, SCRIPTS_FOLDER);
  const paths =
    named.length > 0
      ? named
      : existsSync(folder)
        ? readdirSync(folder)
            .filter((name) => name.endsWith('.yaml'))
            .sort()
            .map((name) => join(folder, name))
        : [];
  return paths.map((path) => ({
    path: relative(root, resolve(path)).replaceAll('\\', '/'),
    text: readFileSync(path, 'utf8'),
  }));
}

/** All scripts of some files; what cannot be read is told beside them. */
export function readSuite(files: readonly SourceFile[]): {
  scripts: PlacedScript[];
  diagnostics: Diagnostic[];
} {
  const read = files.map(readScripts);
  return {
    scripts: read.flatMap((one) => one.scripts),
    diagnostics: read.flatMap((one) => one.diagnostics),
  };
}

export function runSuite(scripts: readonly PlacedScript[], stage: Stage): ScriptResult[] {
  return scripts.map((script) => runScript(script, stage));
}
