import { Fault } from '../domain/fault.ts';
import type { ConversationRecord } from '../domain/record.ts';

/** An ISO instant in milliseconds since 1970. Throws a Fault when it is none. */
export function instantOf(iso: string): number {
  const at = Date.parse(iso);
  if (Number.isNaN(at)) throw new Fault('not-an-instant');
  return at;
}

/**
 * When a record expires, in milliseconds since 1970.
 *
 * Throws a Fault when `expiresAt` is no ISO instant: such a record would never be deleted, and that must not pass in silence.
 */
export function expiryOf(record: ConversationRecord): number {
  return instantOf(record.expiresAt);
}

/**
 * Refuses a commit that does not raise the version by exactly one over the version it read (`expected`).
 * With the same number twice, two writers could both believe they had won.
 */
export function checkRaised(record: ConversationRecord, expected: number | null): void {
  const raised = expected === null ? record.version >= 0 : record.version === expected + 1;
  if (!raised || !Number.isSafeInteger(record.version)) {
    throw new Fault('version-not-raised', `${expected} to ${record.version}`);
  }
}
