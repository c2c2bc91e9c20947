import { basename, dirname, join } from 'node:path';
import { Low } from 'lowdb';
import { KeyedLock } from '../../turn/keyed-lock.ts';
import { StoreFailure, systemCode } from '../failure.ts';
import { AtomicFile } from './atomic-file.ts';
import { ensureFolder } from './ensure-folder.ts';
import { disk, type FileSystem } from './file-system.ts';
import { FileTree, nameOf } from './layout.ts';
import { scan } from './scan.ts';

/**
 * A folder of small records that are few enough to be all in memory: cases, staff, sessions. Reading costs nothing;
 * a change is on the disk before its promise resolves, and in memory only when it is on the disk.
 */
export class RecordFiles<T extends { id: string }> {
  /** How many files could not be read when the folder was opened, and were put aside. */
  damaged = 0;
  readonly #fs: FileSystem;
  readonly #tree: FileTree;
  readonly #understand: (value: unknown) => T | undefined;
  readonly #records = new Map<string, T>();
  readonly #locks = new KeyedLock();

  private constructor(fs: FileSystem, folder: string, understand: (value: unknown) => T | undefined) {
    this.#fs = fs;
    this.#tree = new FileTree(fs, folder);
    this.#understand = understand;
  }

  /**
   * Reads what is there. One process a folder: whoever opens it holds the lock of the data folder.
   *
   * @param folder made when it is not there; its parent must be
   * @param understand gives back the value when it is one of ours; what is not is moved to `damaged/` beside the folder
   */
  static async open<T extends { id: string }>(
    folder: string,
    understand: (value: unknown) => T | undefined,
    fs: FileSystem = disk,
  ): Promise<RecordFiles<T>> {
    const files = new RecordFiles(fs, folder, understand);
    const aside = join(dirname(folder), 'damaged');
    await ensureFolder(fs, folder);
    await ensureFolder(fs, aside);
    await scan(fs, files.#tree, {
      take(name, value) {
        const record = understand(value);
        if (record === undefined || nameOf(record.id) !== name) return false;
        files.#records.set(record.id, record);
        return true;
      },
      async damaged(path) {
        await fs.rename(path, join(aside, basename(path)));
        files.damaged += 1;
      },
    });
    return files;
  }

  get(id: string): T | undefined {
    return this.#records.get(id);
  }

  all(): readonly T[] {
    return [...this.#records.values()];
  }

  /**
   * Changes one record: `change` gets what is stored at that moment and returns what is to be stored, or undefined to leave
   * it. Changes of one record come one after the other. Returns what `change` returned.
   *
   * @throws StoreFailure when the disk failed; memory is then as before
   */
  update(id: string, change: (stored: T | undefined) => T | undefined): Promise<T | undefined> {
    return this.#locks.run(id, async () => {
      const next = change(this.#records.get(id));
      if (next === undefined) return undefined;
      await asFailure('commit', () => this.#write(id, next));
      this.#records.set(id, next);
      return next;
    });
  }

  /** Removes a record. Removing what is not there is no error. */
  remove(id: string): Promise<void> {
    return this.#locks.run(id, async () => {
      if (!this.#records.has(id)) return;
      const name = nameOf(id);
      await asFailure('erase', async () => {
        await this.#fs.remove(this.#tree.pathOf(name));
        await this.#fs.syncFolder(this.#tree.shardOf(name));
      });
      this.#records.delete(id);
    });
  }

  async #write(id: string, record: T): Promise<void> {
    const place = this.#tree.placeOf(nameOf(id));
    const low = new Low<T | null>(new AtomicFile<T | null>(this.#fs, place, this.#understand), null);
    low.data = record;
    await low.write();
  }
}

async function asFailure(operation: 'commit' | 'erase', work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const code = systemCode(error);
    throw code === undefined ? error : new StoreFailure(operation, code);
  }
}
