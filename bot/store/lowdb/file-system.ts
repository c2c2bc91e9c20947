import fs from 'node:fs';
import { promisify } from 'node:util';

/** A file being written. */
export interface NewFile {
  write(text: string): void;
  /** Resolves when the bytes are on the disk, not merely on their way. */
  sync(): Promise<void>;
  close(): void;
}

/**
 * The few things the store asks of a disk. A seam, because a full or dying disk cannot be had in a test otherwise.
 * All errors are the system's own (`error.code` is `ENOSPC` and so on).
 */
export interface FileSystem {
  /** The text of a file; undefined when there is no such file. */
  read(path: string): Promise<string | undefined>;
  /** Opens an empty file (emptying one that is there), readable by nobody else. */
  create(path: string): NewFile;
  /** Puts a file in the place of another, at one stroke. */
  rename(from: string, to: string): Promise<void>;
  /** Removing what is not there is no error. */
  remove(path: string): Promise<void>;
  /** Resolves when the names in a folder (new, renamed, removed) are on the disk. No folder is no error. */
  syncFolder(path: string): Promise<void>;
  /** The names in a folder. */
  list(path: string): Promise<string[]>;
  /** When a file was last written, in milliseconds since 1970. */
  modified(path: string): Promise<number>;
  /** Makes a folder that nobody else can read, in a folder that is there. False when it was there before. */
  makeFolder(path: string): Promise<boolean>;
}

const fsync = promisify(fs.fsync);
const rename = promisify(fs.rename);
const read = promisify(fs.read);
const unlink = promisify(fs.unlink);

/**
 * The real disk. What only touches the system's memory (open, write, close) is done on the spot: sending it to a
 * thread and back costs more than the thing itself. What waits for the disk goes to a thread, so that commits of
 * different conversations overlap and nobody's turn stands still.
 */
export const disk: FileSystem = {
  async read(path) {
    const file = openToRead(path);
    if (file === undefined) return undefined;
    try {
      const bytes = Buffer.allocUnsafe(fs.fstatSync(file).size);
      let filled = 0;
      while (filled < bytes.length) {
        const { bytesRead } = await read(file, bytes, filled, bytes.length - filled, filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return bytes.toString('utf8', 0, filled);
    } finally {
      fs.closeSync(file);
    }
  },
  create(path) {
    const file = fs.openSync(path, 'w', 0o600);
    return {
      write: (text) => fs.writeFileSync(file, text),
      sync: () => fsync(file),
      close: () => fs.closeSync(file),
    };
  },
  rename,
  async remove(path) {
    try {
      await unlink(path);
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  },
  async syncFolder(path) {
    // Windows cannot flush a folder; there a rename is as safe as it gets.
    if (process.platform === 'win32') return;
    const folder = openToRead(path);
    if (folder === undefined) return;
    try {
      await fsync(folder);
    } finally {
      fs.closeSync(folder);
    }
  },
  list: (path) => fs.promises.readdir(path),
  async modified(path) {
    return (await fs.promises.stat(path)).mtimeMs;
  },
  async makeFolder(path) {
    try {
      await fs.promises.mkdir(path, { mode: 0o700 });
      return true;
    } catch (error) {
      if (fs.statSync(path, { throwIfNoEntry: false })?.isDirectory()) return false;
      throw error;
    }
  },
};

function openToRead(path: string): number | undefined {
  try {
    return fs.openSync(path, 'r');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
