import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Io, UsageError } from './command.ts';

/** So many characters are gathered before they are written. */
const GATHERED = 65_536;

/**
 * A file that a command writes for the person who asked for it, piece by piece, so that one of any length fits. It takes its
 * place only when it is whole: whoever stops a command keeps the file they had.
 */
export class OutFile {
  readonly #path: string;
  readonly #handle: FileHandle;
  #waiting = '';

  private constructor(path: string, handle: FileHandle) {
    this.#path = path;
    this.#handle = handle;
  }

  /** Opens the file that the command line names, or says that it cannot be written. */
  static async open(given: string, io: Pick<Io, 'folder'>): Promise<OutFile> {
    const path = resolve(io.folder, given);
    try {
      return new OutFile(path, await open(`${path}.part`, 'w'));
    } catch {
      throw new UsageError(`${given} cannot be written. Is its folder there, and may you write in it?`);
    }
  }

  async write(text: string): Promise<void> {
    this.#waiting += text;
    if (this.#waiting.length >= GATHERED) await this.#flush();
  }

  /** The file is whole. */
  async close(): Promise<void> {
    await this.#flush();
    await this.#handle.close();
    await rename(`${this.#path}.part`, this.#path);
  }

  /** Leaves nothing behind. */
  async discard(): Promise<void> {
    await this.#handle.close();
    await rm(`${this.#path}.part`, { force: true });
  }

  async #flush(): Promise<void> {
    await this.#handle.writeFile(this.#waiting);
    this.#waiting = '';
  }
}

/** Writes one file with all the pieces, or none. */
export async function writeOut(
  given: string,
  pieces: Iterable<string>,
  io: Pick<Io, 'folder'>,
): Promise<void> {
  const file = await OutFile.open(given, io);
  try {
    for (const piece of pieces) await file.write(piece);
  } catch (error) {
    await file.discard();
    throw error;
  }
  await file.close();
}
