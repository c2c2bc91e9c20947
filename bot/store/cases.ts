import { join } from 'node:path';
import { type Case, CASE_STATES } from '../domain/case.ts';
import type { CaseStore, CommitResult } from '../turn/ports.ts';
import type { FileSystem } from './lowdb/file-system.ts';
import { RecordFiles } from './lowdb/record-files.ts';

/**
 * Cases as files, one each, in `cases/` of the data folder. They are apart from conversations because they outlive them:
 * what a person asked for on Friday night must be there on Monday.
 */
export class CaseFiles implements CaseStore {
  readonly #files: RecordFiles<Case>;

  private constructor(files: RecordFiles<Case>) {
    this.#files = files;
  }

  /** @param dataFolder the data folder, whose lock the caller holds */
  static async open(dataFolder: string, fs?: FileSystem): Promise<CaseFiles> {
    return new CaseFiles(await RecordFiles.open(join(dataFolder, 'cases'), understand, fs));
  }

  /** How many cases could not be read when the folder was opened. */
  get damaged(): number {
    return this.#files.damaged;
  }

  get(id: string): Case | undefined {
    return this.#files.get(id);
  }

  all(): readonly Case[] {
    return this.#files.all();
  }

  async commit(record: Case, expected: number | null): Promise<CommitResult> {
    const written = await this.#files.update(record.id, (stored) =>
      (stored?.version ?? null) === expected ? record : undefined,
    );
    return written === undefined ? 'conflict' : 'ok';
  }

  remove(id: string): Promise<void> {
    return this.#files.remove(id);
  }
}

/** The same in memory, for tests and benches. */
export class MemoryCases implements CaseStore {
  readonly #cases = new Map<string, Case>();

  get(id: string): Case | undefined {
    return this.#cases.get(id);
  }

  all(): readonly Case[] {
    return [...this.#cases.values()];
  }

  async commit(record: Case, expected: number | null): Promise<CommitResult> {
    if ((this.#cases.get(record.id)?.version ?? null) !== expected) return 'conflict';
    this.#cases.set(record.id, record);
    return 'ok';
  }

  async remove(id: string): Promise<void> {
    this.#cases.delete(id);
  }
}

function understand(value: unknown): Case | undefined {
  const record = value as Partial<Case> | null;
  const sound =
    typeof record === 'object' &&
    record !== null &&
    typeof record.id === 'string' &&
    typeof record.version === 'number' &&
    typeof record.conversation === 'string' &&
    (CASE_STATES as readonly unknown[]).includes(record.state) &&
    Array.isArray(record.summary) &&
    Array.isArray(record.audit) &&
    Array.isArray(record.news);
  return sound ? (record as Case) : undefined;
}
