import type { ConversationRecord } from '../../domain/record.ts';
import type { Clock, ConversationStore } from '../../turn/ports.ts';
import type { Expand } from '../ports.ts';
import { activitiesAfter, type ActivitySet, type Reader } from './activity-set.ts';
import { Departed } from './departed.ts';

export interface TranscriptParts {
  store: ConversationStore;
  expand: Expand;
  clock: Clock;
}

/** What clients read of conversations: always the store, so that a restart or a lost connection changes nothing. */
export class Transcripts {
  readonly #parts: TranscriptParts;
  readonly departed: Departed;

  constructor(parts: TranscriptParts) {
    this.#parts = parts;
    this.departed = new Departed(parts.clock);
  }

  /** The record while it lives; what has expired is as good as gone, even if it was not swept yet. */
  async live(conversation: string): Promise<ConversationRecord | undefined> {
    const record = await this.#parts.store.load(conversation);
    return record !== undefined && Date.parse(record.expiresAt) > this.#parts.clock.now()
      ? record
      : undefined;
  }

  /** Everything said after a seq, for one reader; undefined when the conversation is gone. */
  async readAfter(conversation: string, seq: number, reader: Reader): Promise<ActivitySet | undefined> {
    const record = await this.live(conversation);
    if (record !== undefined) return activitiesAfter(record, seq, reader, this.#parts.expand);
    const lastWords = this.departed.lastWords(conversation);
    if (lastWords === undefined || Number(lastWords.watermark) > seq) return lastWords;
    return { activities: [], watermark: lastWords.watermark };
  }
}
