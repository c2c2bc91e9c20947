import type { ConversationRecord } from '../../domain/record.ts';
import type { CommitResult } from '../../turn/ports.ts';
import { AtomicFile, DamagedFile } from './atomic-file.ts';
import type { CodeFiles } from './code-files.ts';
import { understandConversation } from './conversation-file.ts';
import type { ConversationIndex } from './conversation-index.ts';
import type { DamagedFiles } from './damaged-files.ts';
import type { FileSystem } from './file-system.ts';
import type { FileTree } from './layout.ts';
import { OpenFiles } from './open-files.ts';

export interface ConversationParts {
  fs: FileSystem;
  tree: FileTree;
  index: ConversationIndex;
  codes: CodeFiles;
  damaged: DamagedFiles;
  /** How much text may stay in memory, in characters. */
  cache: number;
}

/**
 * The files of the conversations, by stored name, with the index kept in step with them. The caller holds the name:
 * nobody else touches it meanwhile. Throws the system's own errors.
 */
export class ConversationFiles {
  readonly #fs: FileSystem;
  readonly #tree: FileTree;
  readonly #index: ConversationIndex;
  readonly #codes: CodeFiles;
  readonly #damaged: DamagedFiles;
  readonly #files: OpenFiles<ConversationRecord>;

  constructor(parts: ConversationParts) {
    this.#fs = parts.fs;
    this.#tree = parts.tree;
    this.#index = parts.index;
    this.#codes = parts.codes;
    this.#damaged = parts.damaged;
    this.#files = new OpenFiles(
      parts.cache,
      (name) =>
        new AtomicFile<ConversationRecord | null>(this.#fs, this.#tree.placeOf(name), (value) =>
          understandConversation(value, name),
        ),
    );
  }

  /** What is stored, or null. A damaged file is put aside. */
  async read(name: string): Promise<ConversationRecord | null> {
    if (!this.#index.has(name)) return null;
    let record: ConversationRecord | null = null;
    try {
      record = await this.#files.read(name);
    } catch (error) {
      if (!(error instanceof DamagedFile)) throw error;
      await this.#damaged.putAside(this.#tree.pathOf(name));
    }
    // Damaged, or taken away by a foreign hand: either way there is nothing a code could bring back.
    if (record === null) await this.remove(name, new Set());
    return record;
  }

  /** Puts a record in the place of version `expected` (null: of none), durably, if that is what is there. */
  async replace(name: string, record: ConversationRecord, expected: number | null): Promise<CommitResult> {
    const current = await this.read(name);
    if ((current?.version ?? null) !== expected) return 'conflict';
    try {
      await this.#files.write(name, record);
    } catch (error) {
      await this.#lookAgain(name);
      throw error;
    }
    this.#index.note(name, record);
    return 'ok';
  }

  /** Takes a conversation and its codes away. The folders still to be flushed are added to `touched`. */
  async remove(name: string, touched: Set<string>): Promise<void> {
    await this.#fs.remove(this.#tree.pathOf(name));
    touched.add(this.#tree.shardOf(name));
    this.#files.close(name);
    // Codes after the conversation: if we die between, the next start removes codes that lead nowhere.
    await this.#codes.remove(name, touched);
    this.#index.forget(name);
  }

  /** After a failed write the disk may hold either version: whichever it is, let it be durable, and know of it. */
  async #lookAgain(name: string): Promise<void> {
    try {
      await this.#fs.syncFolder(this.#tree.shardOf(name));
      const record = await this.#files.read(name);
      if (record) this.#index.note(name, record);
      else this.#index.forget(name);
    } catch {
      // Nothing can be learned from a disk in this state; what we knew stays.
    }
  }
}
