import type { ConversationRecord } from '../../bot/domain/record.ts';

/** A day on which all of these tests take place. */
export const DAY = Date.parse('2026-03-01T08:00:00.000Z');

/** An ISO instant `seconds` after eight o'clock on that day. */
export function instant(seconds: number): string {
  return new Date(DAY + seconds * 1000).toISOString();
}

/** A small record; what a test is about is named in `changes`. Expires after an hour. */
export function recordOf(
  id: string,
  version: number,
  changes: Partial<ConversationRecord> = {},
): ConversationRecord {
  return {
    id,
    version,
    conversation: {
      shape: 1,
      revision: 'r1',
      mode: 'bot',
      language: 'en',
      country: 'US',
      consented: false,
      frames: [{ dialog: 'welcome', node: 'hello', waits: 'answer' }],
      answers: {},
      crumbs: [],
      asked: 1,
      misses: 0,
      plan: { options: [], resources: [], questions: [] },
      safety: [],
      crisisBar: false,
    },
    transcript: [],
    lastSeq: 0,
    seen: [],
    outbox: [],
    createdAt: instant(0),
    touchedAt: instant(0),
    expiresAt: instant(3600),
    ...changes,
  };
}
