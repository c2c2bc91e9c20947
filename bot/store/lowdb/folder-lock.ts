import fs from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DataFolderLocked, DataFolderUnusable } from './folder-error.ts';

const BUSY = 5;

/**
 * Says that this process, and no other, uses a data folder. The lock is an exclusive transaction held open on an
 * empty SQLite file, which is a lock of the operating system: it ends with the process, however the process ends,
 * and no one has to guess from a left-over file whether its owner lives.
 *
 * Never open the file `lock` by other means in this process: closing it again would give up the lock (POSIX locks
 * belong to the process, not to the file handle). That is why the holder's number is in a file of its own.
 */
export class FolderLock {
  readonly #database: DatabaseSync;

  private constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /**
   * Takes the lock at once or not at all. Throws `DataFolderLocked` when another process (or another store in this
   * one) has it, `DataFolderUnusable` when the lock file cannot be used.
   */
  static take(folder: string): FolderLock {
    const path = join(folder, 'lock');
    const holder = join(folder, 'lock.pid');
    let database: DatabaseSync | undefined;
    try {
      database = new DatabaseSync(path, { timeout: 0 });
      // Nothing is ever written, so no journal is needed beside it.
      database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    } catch (error) {
      database?.close();
      if (sqliteCode(error) === BUSY) throw new DataFolderLocked(folder, readHolder(holder));
      throw new DataFolderUnusable(folder, 'lock');
    }
    try {
      fs.chmodSync(path, 0o600);
      fs.writeFileSync(holder, `${process.pid}\n`, { mode: 0o600 });
    } catch {
      // Only a help for whoever finds the folder taken. The lock itself stands.
    }
    return new FolderLock(database);
  }

  /** Gives the folder free. */
  release(): void {
    if (this.#database.isOpen) this.#database.close();
  }
}

/** SQLite's primary result code; its extended codes carry more in the upper bits. */
function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined;
  return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
}

function readHolder(path: string): number | undefined {
  try {
    const pid = Number.parseInt(fs.readFileSync(path, 'utf8'), 10);
    return Number.isSafeInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}
