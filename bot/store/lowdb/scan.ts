import { join } from 'node:path';
import { systemCode } from '../failure.ts';
import { TEMPORARY } from './atomic-file.ts';
import type { FileSystem } from './file-system.ts';
import { type FileTree, isShard, storedName } from './layout.ts';

/** How many files are looked at together: enough to keep a slow disk busy. */
const WIDTH = 8;

/** What to do with what a scan finds. */
export interface Visitor {
  /** A file that holds what it should. Says false when it does not. */
  take(name: string, value: unknown): boolean;
  /** A file that holds nothing of ours, or that the disk cannot read. */
  damaged(path: string): Promise<void>;
}

/**
 * Looks at every file of a tree, and removes temporary files that a killed process left. Returns how many those were.
 * What has a foreign name stays untouched.
 */
export async function scan(fs: FileSystem, tree: FileTree, visitor: Visitor): Promise<number> {
  let leftovers = 0;
  for (const folder of await fs.list(tree.root)) {
    if (!isShard(folder)) continue;
    const shard = join(tree.root, folder);
    // A killed process may have left a change that is seen but not yet flushed. Whoever reads it will rely on it.
    await fs.syncFolder(shard);
    await eachOf(await fs.list(shard), async (file) => {
      const path = join(shard, file);
      const name = storedName(file);
      if (file.endsWith(TEMPORARY)) {
        await fs.remove(path);
        leftovers += 1;
      } else if (name !== undefined && !visitor.take(name, await contentOf(fs, path))) {
        await visitor.damaged(path);
      }
    });
  }
  return leftovers;
}

/** The parsed text; undefined when it is no JSON or lies on a bad spot of the disk. */
async function contentOf(fs: FileSystem, path: string): Promise<unknown> {
  try {
    return JSON.parse((await fs.read(path)) ?? '');
  } catch (error) {
    if (error instanceof SyntaxError || systemCode(error) === 'EIO') return undefined;
    throw error;
  }
}

async function eachOf<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const rest = items.values();
  const worker = async (): Promise<void> => {
    for (const item of rest) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(WIDTH, items.length) }, worker));
}
