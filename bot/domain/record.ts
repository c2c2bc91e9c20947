import type { Conversation } from './conversation.ts';
import type { Reply } from './reply.ts';

/** One line of the transcript. `seq` counts from 1 without gaps and is the watermark of the stream. */
export type Entry =
  | { seq: number; id: string; at: string; from: 'person'; text: string; clientId?: string; chose?: string[] }
  | { seq: number; id: string; at: string; from: 'bot'; reply: Reply; to?: string };

/** All that is stored of one conversation, written as one piece. */
export interface ConversationRecord {
  id: string;
  /** Raised by one with each commit; a commit names the version it read. */
  version: number;
  conversation: Conversation;
  /** The latest entries only: what a replay needs. */
  transcript: Entry[];
  lastSeq: number;
  /** Idempotency keys of the inputs handled lately, with the seq range of what they led to. */
  seen: { key: string; from: number; to: number }[];
  /** Seqs of bot entries not yet known to be delivered, for channels that must be called. */
  outbox: number[];
  /** How to reach the person on a channel that must be called: a Bot Framework conversation reference. */
  reference?: unknown;
  /** ISO instants. */
  createdAt: string;
  touchedAt: string;
  expiresAt: string;
}
