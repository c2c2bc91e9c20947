import { hash } from 'node:crypto';
import { join } from 'node:path';
import { ensureFolder } from './ensure-folder.ts';
import type { FileSystem } from './file-system.ts';

/** Ends the name of a stored file. */
const ENDING = '.json';

/**
 * The name under which something with this key is stored: 64 hex digits, whatever is in the key (slashes, dots, a
 * thousand letters), and the key cannot be read from it. The key's UTF-16 is hashed, because in UTF-8 two different
 * broken characters would become one.
 */
export function nameOf(key: string): string {
  return hash('sha256', Buffer.from(key, 'utf16le'), 'hex');
}

/** Where one file goes. */
export interface Place {
  path: string;
  /** Resolves when the folder is there, durably: a file is only as safe as the folder it is in. */
  ready(): Promise<void>;
}

/**
 * A folder of many small files, spread over 256 shards by the first two digits of their names: 100,000 files are some
 * 400 a shard. A shard is made with its first file.
 */
export class FileTree {
  readonly root: string;
  readonly #fs: FileSystem;
  readonly #ready = new Map<string, Promise<void>>();

  constructor(fs: FileSystem, root: string) {
    this.#fs = fs;
    this.root = root;
  }

  shardOf(name: string): string {
    return join(this.root, name.slice(0, 2));
  }

  pathOf(name: string): string {
    return join(this.shardOf(name), name + ENDING);
  }

  placeOf(name: string): Place {
    const shard = this.shardOf(name);
    return { path: this.pathOf(name), ready: () => this.#shard(shard) };
  }

  /** Once a run and shard, and everyone waits for it: also a folder that is there may not have been flushed. */
  #shard(shard: string): Promise<void> {
    const known = this.#ready.get(shard);
    if (known) return known;
    const ready = this.#make(shard);
    this.#ready.set(shard, ready);
    ready.catch(() => this.#ready.delete(shard));
    return ready;
  }

  async #make(shard: string): Promise<void> {
    await ensureFolder(this.#fs, shard);
    await this.#fs.syncFolder(this.root);
  }
}

/** Whether a folder in the root is one of the shards. */
export function isShard(folder: string): boolean {
  return /^[0-9a-f]{2}$/.test(folder);
}

/** The stored name behind a file name, or undefined when the file is none of ours. */
export function storedName(file: string): string | undefined {
  return /^[0-9a-f]{64}\.json$/.test(file) ? file.slice(0, -ENDING.length) : undefined;
}
