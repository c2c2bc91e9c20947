import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import type { FileSystem } from './file-system.ts';
import type { Place } from './layout.ts';

/** What a temporary file is called: the file's own name with this at the end. */
export const TEMPORARY = '.tmp';

/** The file is there, and is not what we once wrote: torn, cut short or put there by a foreign hand. */
export class DamagedFile extends Error {
  override readonly name = 'DamagedFile';

  constructor() {
    super('A stored file cannot be read.');
  }
}

/**
 * A lowdb adapter that replaces its file at one stroke and says so only when the disk has it. At every moment, also
 * when the power fails, the file is whole: the old value or the new one. One writer at a time: the caller's duty.
 *
 * lowdb's own file adapters never wait for the disk, so what they acknowledged can be lost with the power.
 */
export class AtomicFile<T> implements Adapter<T> {
  /** Length of the text last read or written, in characters. */
  length = 0;
  readonly #fs: FileSystem;
  readonly #place: Place;
  readonly #understand: (value: unknown) => T | undefined;

  /** `understand` gives back the value when it is one of ours, or undefined. */
  constructor(fs: FileSystem, place: Place, understand: (value: unknown) => T | undefined) {
    this.#fs = fs;
    this.#place = place;
    this.#understand = understand;
  }

  /** The value, null when there is no file. Throws `DamagedFile`, or the system's error. */
  async read(): Promise<T | null> {
    const text = await this.#fs.read(this.#place.path);
    if (text === undefined) return null;
    const value = this.#understand(parse(text));
    if (value === undefined) throw new DamagedFile();
    this.length = text.length;
    return value;
  }

  /** Resolves when the value would survive a power cut. Throws the system's error and leaves no temporary file. */
  async write(value: T): Promise<void> {
    const text = JSON.stringify(value);
    const { path } = this.#place;
    const temporary = path + TEMPORARY;
    await this.#place.ready();
    try {
      await this.#fill(temporary, text);
      await this.#fs.rename(temporary, path);
    } catch (error) {
      // A disk so broken that even this fails gets its leftovers cleaned at the next start.
      await this.#fs.remove(temporary).catch(() => undefined);
      throw error;
    }
    await this.#fs.syncFolder(dirname(path));
    this.length = text.length;
  }

  async #fill(path: string, text: string): Promise<void> {
    const file = this.#fs.create(path);
    try {
      file.write(text);
      await file.sync();
    } finally {
      file.close();
    }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
