import { dirname } from 'node:path';
import { systemCode } from '../failure.ts';
import type { FileSystem } from './file-system.ts';

/**
 * Makes a folder, and those above it, unless it is there; durably, because a file is only as safe as the folders it
 * is in. Node's own recursive way does not flush, and goes round for ever where a file system refuses new folders
 * (`/proc`).
 */
export async function ensureFolder(fs: FileSystem, path: string): Promise<void> {
  const parent = dirname(path);
  let made: boolean;
  try {
    made = await fs.makeFolder(path);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT' || parent === path) throw error;
    await ensureFolder(fs, parent);
    made = await fs.makeFolder(path);
  }
  if (!made) return;
  try {
    await fs.syncFolder(parent);
  } catch (error) {
    // A folder above ours may be closed to us; that is no reason not to start.
    if (systemCode(error) !== 'EACCES') throw error;
  }
}
