import { basename, dirname, join } from 'node:path';
import type { FileSystem } from './file-system.ts';
import { storedName } from './layout.ts';

/**
 * How long a damaged file stays, counted from when it was last written: as long as the longest a person can ask us
 * to keep a conversation. It may hold what someone wrote, and nobody can read from it when it should have expired.
 */
const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Files that could not be read, put aside so that the rest can go on and someone can look. At most one a
 * conversation. They leave with their conversation when it is erased, and after a week in any case.
 */
export class DamagedFiles {
  /** How many were put aside since the start. */
  found = 0;
  readonly #fs: FileSystem;
  readonly #folder: string;
  /** Stored name → when it was last written, in milliseconds since 1970. */
  readonly #held = new Map<string, number>();

  constructor(fs: FileSystem, folder: string) {
    this.#fs = fs;
    this.#folder = folder;
  }

  /** Learns what earlier runs left. */
  async scan(): Promise<void> {
    for (const file of await this.#fs.list(this.#folder)) {
      const name = storedName(file);
      if (name !== undefined) this.#held.set(name, await this.#fs.modified(join(this.#folder, file)));
    }
  }

  /** Moves a file here. It keeps its name, which says nothing to anyone else. */
  async putAside(path: string): Promise<void> {
    const file = basename(path);
    const written = await this.#fs.modified(path);
    await this.#fs.rename(path, join(this.#folder, file));
    await this.#fs.syncFolder(this.#folder);
    await this.#fs.syncFolder(dirname(path));
    this.#held.set(file.slice(0, -'.json'.length), written);
    this.found += 1;
  }

  /** Removes what is left of a conversation that is being erased. */
  async erase(name: string): Promise<void> {
    if (!this.#held.has(name)) return;
    await this.#fs.remove(join(this.#folder, `${name}.json`));
    await this.#fs.syncFolder(this.#folder);
    this.#held.delete(name);
  }

  /** Removes what is too old at `now` (milliseconds since 1970). */
  async sweep(now: number): Promise<void> {
    for (const [name, written] of this.#held) if (written + KEPT_MS <= now) await this.erase(name);
  }
}
