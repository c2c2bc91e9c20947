import type { Case } from '../domain/case.ts';
import type { ConversationRecord } from '../domain/record.ts';
import type { TurnResult } from './run-turn.ts';

/** Why a commit did not happen. `conflict`: another turn came first; load again and repeat. */
export type CommitResult = 'ok' | 'conflict';

/** Where conversations live. Each method is atomic and durable before its promise resolves. */
export interface ConversationStore {
  /**
   * The record, or undefined when there is none. A store has no clock: one that has expired and was not swept yet is
   * handed out, and the caller compares `expiresAt`. The caller must not change it.
   */
  load(id: string): Promise<ConversationRecord | undefined>;
  /**
   * Writes the whole record if the stored version is still `expected` (null: there must be no record yet).
   * `record.version` is the new version. The store keeps the object; it is not changed afterwards.
   */
  commit(record: ConversationRecord, expected: number | null): Promise<CommitResult>;
  /** Removes the conversation and its resume code. Removing what is not there is no error. */
  erase(id: string): Promise<void>;
  /** The conversation a resume code belongs to. `codeHash` is a SHA-256 in hex of the normalised code. */
  findByCode(codeHash: string): Promise<string | undefined>;
  /** Lets a resume code find this conversation. */
  putCode(codeHash: string, id: string): Promise<void>;
  /** Ids of conversations that still have undelivered messages, for delivery after a restart. */
  undelivered(): Promise<string[]>;
  /** Removes what has expired at `now` (ISO instant). Returns how many conversations went. */
  sweep(now: string): Promise<number>;
  close(): Promise<void>;
}

/** Who has which conversation open, and how what is said outside a person's own turn gets to them. */
export interface Reach {
  /** Passes on what was committed, over whatever channel the conversation is on. Never throws. */
  deliver(conversation: string, result: TurnResult): Promise<void>;
  /** Staff type, or have read: shown if the page is open, kept nowhere. */
  signal(conversation: string, signal: { typing: boolean; name: string } | { read: number }): void;
  /** Whether the person has the page open. */
  here(conversation: string): boolean;
}

/** The clock and chance, passed in from `main.ts` so that everything else can be replayed. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}
export interface Chance {
  /** A URL-safe id that nobody can guess. */
  id(): string;
  /** A code that can be written down and read out on the phone: letters and digits that are not confused. */
  code(): string;
}

/** Where cases live: few, small and looked at all the time, so that a store keeps them in memory too. */
export interface CaseStore {
  /** The case as it was committed last. */
  get(id: string): Case | undefined;
  /** Every case there is, in no order. */
  all(): readonly Case[];
  /** Writes the whole case if the stored version is still `expected` (null: there must be none yet). Durable before it resolves. */
  commit(record: Case, expected: number | null): Promise<CommitResult>;
  /** Removes a case for good. Removing what is not there is no error. */
  remove(id: string): Promise<void>;
}
