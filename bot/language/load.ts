import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Compiled, compile, type SourceFile } from './compile.ts';

/** Folders that hold what authors write. Scripts stand in `dialogs/scripts/` and are no part of the program. */
const FOLDERS = ['dialogs', 'dialogs/strings', 'resources/options'];
const FILES = ['resources/sources.yaml'];

/** Reads and compiles everything under the root of the repository (a path). What is not there is told as a diagnostic. */
export function loadProgram(root: string): Compiled {
  return compile(readSources(root));
}

/** The files themselves. A missing folder is an empty one. */
export function readSources(root: string): SourceFile[] {
  const paths = [...FOLDERS.flatMap((folder) => yamlFilesIn(root, folder)), ...FILES];
  return paths.flatMap((path) => {
    const text = readIfThere(join(root, path));
    return text === undefined ? [] : [{ path, text }];
  });
}

function yamlFilesIn(root: string, folder: string): string[] {
  try {
    return readdirSync(join(root, folder))
      .filter((name) => /\.ya?ml$/.test(name))
      .sort()
      .map((name) => `${folder}/${name}`);
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
