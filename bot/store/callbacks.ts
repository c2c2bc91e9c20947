import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import type { CallbackRequest } from '../domain/effect.ts';
import type { CallbackStore } from '../turn/ports.ts';
import { AtomicFile, DamagedFile, TEMPORARY } from './lowdb/atomic-file.ts';
import { disk } from './lowdb/file-system.ts';
import { KeyedLock } from '../turn/keyed-lock.ts';
import { FileTree, isShard, nameOf, storedName } from './lowdb/layout.ts';

/**
 * Requests for a call back as files, one each, in `callbacks/` of the data folder. They are apart from conversations
 * because they outlive them: what a person asked for on Friday night must be there on Monday.
 */
export class CallbackFiles implements CallbackStore {
  readonly #tree: FileTree;
  readonly #locks = new KeyedLock();

  /** @param dataFolder the data folder; `callbacks/` in it is made with the first request */
  constructor(dataFolder: string) {
    this.#tree = new FileTree(disk, join(dataFolder, 'callbacks'));
  }

  async put(key: string, request: CallbackRequest): Promise<void> {
    const name = nameOf(key);
    await this.#locks.run(name, async () => {
      const low = this.#low(name);
      low.data = request;
      await low.write();
    });
  }

  async withdraw(key: string): Promise<void> {
    await this.#removeFile(nameOf(key));
  }

  async remove(id: string): Promise<boolean> {
    const name = storedName(`${id}.json`);
    return name === undefined ? false : this.#removeFile(name);
  }

  async #removeFile(name: string): Promise<boolean> {
    return this.#locks.run(name, async () => {
      const there = (await this.#read(name)) !== null;
      if (there) {
        await disk.remove(this.#tree.pathOf(name));
        await disk.syncFolder(this.#tree.shardOf(name));
      }
      return there;
    });
  }

  /** Removes what a killed process left half written: it holds a number that nobody will call. For the start only. */
  async clean(): Promise<void> {
    for (const shard of await namesIn(this.#tree.root)) {
      if (!isShard(shard)) continue;
      for (const file of await namesIn(join(this.#tree.root, shard))) {
        if (file.endsWith(TEMPORARY)) await disk.remove(join(this.#tree.root, shard, file));
      }
    }
  }

  async list(): Promise<{ id: string; request: CallbackRequest }[]> {
    const found: { id: string; request: CallbackRequest }[] = [];
    for (const shard of await namesIn(this.#tree.root)) {
      if (!isShard(shard)) continue;
      for (const file of await namesIn(join(this.#tree.root, shard))) {
        const id = storedName(file);
        const request = id === undefined ? null : await this.#read(id);
        if (id !== undefined && request !== null) found.push({ id, request });
      }
    }
    return found.sort((a, b) => (a.request.at < b.request.at ? -1 : 1));
  }

  #low(name: string): Low<CallbackRequest | null> {
    return new Low(new AtomicFile<CallbackRequest | null>(disk, this.#tree.placeOf(name), understand), null);
  }

  async #read(name: string): Promise<CallbackRequest | null> {
    const low = this.#low(name);
    try {
      await low.read();
    } catch (error) {
      if (!(error instanceof DamagedFile)) throw error;
    }
    return low.data;
  }
}

/** The same in memory, for tests and benches. */
export class MemoryCallbacks implements CallbackStore {
  readonly #requests = new Map<string, CallbackRequest>();

  async put(key: string, request: CallbackRequest): Promise<void> {
    this.#requests.set(key, request);
  }

  async withdraw(key: string): Promise<void> {
    this.#requests.delete(key);
  }

  async remove(id: string): Promise<boolean> {
    return this.#requests.delete(id);
  }

  async list(): Promise<{ id: string; request: CallbackRequest }[]> {
    return [...this.#requests].map(([id, request]) => ({ id, request }));
  }
}

function understand(value: unknown): CallbackRequest | undefined {
  const request = value as Partial<CallbackRequest> | null;
  const sound =
    typeof request === 'object' &&
    request !== null &&
    Array.isArray(request.lines) &&
    typeof request.at === 'string';
  return sound ? (request as CallbackRequest) : undefined;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
