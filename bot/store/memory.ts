import type { ConversationRecord } from '../domain/record.ts';
import type { CommitResult, ConversationStore } from '../turn/ports.ts';
import { ExpiryIndex } from './expiry.ts';
import { checkRaised, expiryOf, instantOf } from './record-check.ts';
import { OrphanCodes } from './orphan-codes.ts';
import type { Expiring } from './sweeper.ts';

/**
 * Conversations in memory, for tests, benches and a first look. Everything is gone when the process ends.
 * Keeps the very objects it is given: records are not changed once they were handed over.
 */
export class MemoryStore implements ConversationStore, Expiring {
  readonly #records = new Map<string, ConversationRecord>();
  readonly #expiry = new ExpiryIndex();
  readonly #undelivered = new Set<string>();
  readonly #codes = new Map<string, string>();
  readonly #codesOf = new Map<string, Set<string>>();
  readonly #orphans = new OrphanCodes();

  /** As it is stored, also when it has expired but was not swept yet: a store has no clock, the caller decides. */
  async load(id: string): Promise<ConversationRecord | undefined> {
    return this.#records.get(id);
  }

  async commit(record: ConversationRecord, expected: number | null): Promise<CommitResult> {
    checkRaised(record, expected);
    const expires = expiryOf(record);
    const { id } = record;
    if ((this.#records.get(id)?.version ?? null) !== expected) return 'conflict';
    this.#records.set(id, record);
    this.#expiry.set(id, expires);
    if (record.outbox.length > 0) this.#undelivered.add(id);
    else this.#undelivered.delete(id);
    return 'ok';
  }

  async erase(id: string): Promise<void> {
    this.#remove(id);
  }

  async findByCode(codeHash: string): Promise<string | undefined> {
    return this.#codes.get(codeHash);
  }

  /** A code may come before its conversation. When none follows, the code goes with a later sweep. */
  async putCode(codeHash: string, id: string): Promise<void> {
    if (!this.#records.has(id)) this.#orphans.suspect(id);
    const before = this.#codes.get(codeHash);
    if (before !== undefined) this.#codesOf.get(before)?.delete(codeHash);
    this.#codes.set(codeHash, id);
    const codes = this.#codesOf.get(id);
    if (codes) codes.add(codeHash);
    else this.#codesOf.set(id, new Set([codeHash]));
  }

  async undelivered(): Promise<string[]> {
    return [...this.#undelivered];
  }

  async sweep(now: string): Promise<number> {
    const at = instantOf(now);
    const due = this.#expiry.due(at);
    for (const id of due) this.#remove(id);
    for (const id of this.#orphans.ripe(at, (key) => this.#records.has(key))) this.#remove(id);
    return due.length;
  }

  nextExpiry(): number | undefined {
    return this.#expiry.soonest();
  }

  onSooner(listener: (() => void) | undefined): void {
    this.#expiry.listen(listener);
  }

  async close(): Promise<void> {
    this.#expiry.listen(undefined);
  }

  #remove(id: string): void {
    this.#records.delete(id);
    this.#expiry.delete(id);
    this.#undelivered.delete(id);
    for (const code of this.#codesOf.get(id) ?? []) this.#codes.delete(code);
    this.#codesOf.delete(id);
  }
}
