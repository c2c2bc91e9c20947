import type { ConversationRecord } from '../../domain/record.ts';
import { nameOf } from './layout.ts';

/**
 * Gives back what a conversation's file holds when it is one of ours and in its own place. Looks only at what the
 * store itself relies on; the rest is the business of those who read it.
 */
export function understandConversation(value: unknown, name: string): ConversationRecord | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const record = value as Partial<ConversationRecord>;
  const sound =
    typeof record.id === 'string' &&
    nameOf(record.id) === name &&
    Number.isSafeInteger(record.version) &&
    Array.isArray(record.outbox) &&
    typeof record.expiresAt === 'string' &&
    !Number.isNaN(Date.parse(record.expiresAt));
  return sound ? (value as ConversationRecord) : undefined;
}
