import type { ConversationRecord } from '../../domain/record.ts';
import { ExpiryIndex } from '../expiry.ts';
import { expiryOf } from '../record-check.ts';

/**
 * What is known of every stored conversation without reading its file: that it is there, when it expires, and
 * whether something in it still waits to be delivered. By stored name.
 */
export class ConversationIndex {
  readonly expiry = new ExpiryIndex();
  /** Stored name → id, of those with something undelivered. */
  readonly undelivered = new Map<string, string>();

  has(name: string): boolean {
    return this.expiry.has(name);
  }

  /** This is what the disk holds under that name. */
  note(name: string, record: ConversationRecord): void {
    this.expiry.set(name, expiryOf(record));
    if (record.outbox.length > 0) this.undelivered.set(name, record.id);
    else this.undelivered.delete(name);
  }

  /** The disk holds nothing under that name. */
  forget(name: string): void {
    this.expiry.delete(name);
    this.undelivered.delete(name);
  }
}
