import { Low } from 'lowdb';
import { AtomicFile, DamagedFile } from './atomic-file.ts';
import type { FileSystem } from './file-system.ts';
import { KeyedLock } from '../../turn/keyed-lock.ts';
import { type FileTree, nameOf } from './layout.ts';

/** What a code's file holds. */
export interface CodeNote {
  id: string;
}

/**
 * Resume codes: one tiny file for each, from a code's hash to its conversation, and in memory which codes a
 * conversation has, so that they leave with it.
 */
export class CodeFiles {
  readonly #fs: FileSystem;
  readonly #tree: FileTree;
  readonly #locks = new KeyedLock();
  /** Stored name of the conversation → stored names of its codes. */
  readonly #codesOf = new Map<string, Set<string>>();

  constructor(fs: FileSystem, tree: FileTree) {
    this.#fs = fs;
    this.#tree = tree;
  }

  /** The conversation a code belongs to. A damaged file finds nothing. */
  async find(codeHash: string): Promise<string | undefined> {
    return (await this.#read(nameOf(codeHash)))?.id;
  }

  /** Lets a code find a conversation, instead of whatever it found before. */
  async put(codeHash: string, id: string): Promise<void> {
    const code = nameOf(codeHash);
    await this.#locks.run(code, async () => {
      const before = await this.#read(code);
      const low = this.#low(code);
      low.data = { id };
      await low.write();
      if (before) this.#codesOf.get(nameOf(before.id))?.delete(code);
      this.note(code, id);
    });
  }

  /** Remembers a code found on the disk. */
  note(code: string, id: string): void {
    const name = nameOf(id);
    const codes = this.#codesOf.get(name);
    if (codes) codes.add(code);
    else this.#codesOf.set(name, new Set([code]));
  }

  /** Removes all codes of a conversation (by its stored name). The touched folders are added to `touched`. */
  async remove(name: string, touched: Set<string>): Promise<void> {
    const codes = this.#codesOf.get(name);
    if (!codes) return;
    for (const code of codes) {
      await this.#locks.run(code, async () => {
        // It may have been given to another conversation while we waited.
        if (!codes.has(code)) return;
        await this.#fs.remove(this.#tree.pathOf(code));
        touched.add(this.#tree.shardOf(code));
        codes.delete(code);
      });
    }
    if (codes.size === 0) this.#codesOf.delete(name);
  }

  #low(code: string): Low<CodeNote | null> {
    const file = new AtomicFile<CodeNote | null>(this.#fs, this.#tree.placeOf(code), understandCode);
    return new Low<CodeNote | null>(file, null);
  }

  async #read(code: string): Promise<CodeNote | null> {
    const low = this.#low(code);
    try {
      await low.read();
    } catch (error) {
      if (!(error instanceof DamagedFile)) throw error;
    }
    return low.data;
  }
}

/** Gives back what a code's file holds when it is one of ours. */
export function understandCode(value: unknown): CodeNote | undefined {
  if (typeof value !== 'object' || value === null || !('id' in value)) return undefined;
  return typeof value.id === 'string' ? { id: value.id } : undefined;
}
