import { Fault } from '../../domain/fault.ts';
import type { ConversationRecord } from '../../domain/record.ts';
import type { CommitResult, ConversationStore } from '../../turn/ports.ts';
import { StoreFailure, type StoreOperation, systemCode } from '../failure.ts';
import { checkRaised, expiryOf, instantOf } from '../record-check.ts';
import { OrphanCodes } from '../orphan-codes.ts';
import type { Expiring } from '../sweeper.ts';
import type { CodeFiles } from './code-files.ts';
import { ConversationFiles, type ConversationParts } from './conversation-files.ts';
import type { ConversationIndex } from './conversation-index.ts';
import type { DamagedFiles } from './damaged-files.ts';
import type { FileSystem } from './file-system.ts';
import type { FolderLock } from './folder-lock.ts';
import { KeyedLock } from '../../turn/keyed-lock.ts';
import { nameOf } from './layout.ts';

/** What was found when the folder was opened: counts for the log. */
export interface Opened {
  conversations: number;
  codes: number;
  /** Files that could not be read and were put aside. */
  damaged: number;
  /** Temporary files of a process that was killed while it wrote. */
  leftovers: number;
}

/** What `openLowdbStore` puts together. */
export interface LowdbParts extends ConversationParts {
  lock: FolderLock;
  opened: Opened;
}

/**
 * The embedded store: one small file for each conversation, replaced whole with every commit, durable when the
 * promise resolves. Made by `openLowdbStore`. Every method throws `StoreFailure` when the disk fails.
 */
export class LowdbStore implements ConversationStore, Expiring {
  readonly opened: Opened;
  readonly #fs: FileSystem;
  readonly #index: ConversationIndex;
  readonly #codes: CodeFiles;
  readonly #damaged: DamagedFiles;
  readonly #lock: FolderLock;
  readonly #conversations: ConversationFiles;
  readonly #turns = new KeyedLock();
  readonly #orphans = new OrphanCodes();
  readonly #running = new Set<Promise<unknown>>();
  #closed = false;

  constructor(parts: LowdbParts) {
    this.opened = parts.opened;
    this.#fs = parts.fs;
    this.#index = parts.index;
    this.#codes = parts.codes;
    this.#damaged = parts.damaged;
    this.#lock = parts.lock;
    this.#conversations = new ConversationFiles(parts);
  }

  /** How many files could not be read and were put aside since the start. */
  get damaged(): number {
    return this.#damaged.found;
  }

  /**
   * As it is stored, also when it has expired but was not swept yet: a store has no clock, the caller decides.
   * An id nobody has costs no look at the disk.
   */
  load(id: string): Promise<ConversationRecord | undefined> {
    const name = nameOf(id);
    return this.#during('load', () =>
      this.#turns.run(name, async () => (await this.#conversations.read(name)) ?? undefined),
    );
  }

  /** A `StoreFailure` leaves a whole record in place, nearly always the old one: load again, and see. */
  commit(record: ConversationRecord, expected: number | null): Promise<CommitResult> {
    const name = nameOf(record.id);
    return this.#during('commit', async () => {
      checkRaised(record, expected);
      expiryOf(record);
      return this.#turns.run(name, () => this.#conversations.replace(name, record, expected));
    });
  }

  erase(id: string): Promise<void> {
    const name = nameOf(id);
    return this.#during('erase', () =>
      this.#turns.run(name, async () => {
        const touched = new Set<string>();
        await this.#conversations.remove(name, touched);
        await this.#damaged.erase(name);
        await this.#syncAll(touched);
      }),
    );
  }

  findByCode(codeHash: string): Promise<string | undefined> {
    return this.#during('find-code', () => this.#codes.find(codeHash));
  }

  /** A code may come before its conversation. When none follows, the code goes with a later sweep. */
  putCode(codeHash: string, id: string): Promise<void> {
    const name = nameOf(id);
    return this.#during('put-code', () =>
      this.#turns.run(name, async () => {
        if (!this.#index.has(name)) this.#orphans.suspect(name);
        await this.#codes.put(codeHash, id);
      }),
    );
  }

  undelivered(): Promise<string[]> {
    return this.#during('load', async () => [...this.#index.undelivered.values()]);
  }

  sweep(now: string): Promise<number> {
    return this.#during('sweep', () => this.#sweep(instantOf(now)));
  }

  nextExpiry(): number | undefined {
    return this.#index.expiry.soonest();
  }

  onSooner(listener: (() => void) | undefined): void {
    this.#index.expiry.listen(listener);
  }

  /** Waits for what is under way, then gives the folder free. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#index.expiry.listen(undefined);
    await Promise.allSettled(this.#running);
    this.#lock.release();
  }

  async #sweep(now: number): Promise<number> {
    const touched = new Set<string>();
    const failures: unknown[] = [];
    let gone = 0;
    for (const name of this.#index.expiry.due(now)) {
      if (this.#closed) break;
      await this.#turns.run(name, async () => {
        // The person may have come back while we waited.
        const expires = this.#index.expiry.get(name);
        if (expires === undefined || expires > now) return;
        try {
          await this.#conversations.remove(name, touched);
          gone += 1;
        } catch (error) {
          failures.push(error);
        }
      });
    }
    for (const name of this.#orphans.ripe(now, (key) => this.#index.has(key))) {
      await this.#turns.run(name, async () => {
        if (!this.#index.has(name)) await this.#codes.remove(name, touched);
      });
    }
    await this.#damaged.sweep(now);
    await this.#syncAll(touched);
    if (failures.length > 0) throw failures[0];
    return gone;
  }

  async #syncAll(folders: Iterable<string>): Promise<void> {
    for (const folder of folders) await this.#fs.syncFolder(folder);
  }

  async #during<T>(operation: StoreOperation, work: () => Promise<T>): Promise<T> {
    if (this.#closed) throw new Fault('store-closed');
    const running = work();
    this.#running.add(running);
    try {
      return await running;
    } catch (error) {
      const code = systemCode(error);
      if (code === undefined) throw error;
      throw new StoreFailure(operation, code);
    } finally {
      this.#running.delete(running);
    }
  }
}
