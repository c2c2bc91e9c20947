import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Folders of their own for the tests of one file, gone afterwards. Call inside `describe`. */
export function folders(): () => string {
  let root: string | undefined;
  let count = 0;
  after(() => {
    if (root !== undefined) fs.rmSync(root, { recursive: true, force: true });
  });
  return () => {
    root ??= fs.mkdtempSync(join(tmpdir(), 'store-test-'));
    count += 1;
    return join(root, String(count));
  };
}

/** Every file below a folder, with its whole path. */
export function filesBelow(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The files that hold conversations. */
export function conversationFiles(folder: string): string[] {
  return filesBelow(join(folder, 'conversations'));
}
