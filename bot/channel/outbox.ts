import type { ConversationRecord, Entry } from '../domain/record.ts';
import type { ConversationStore } from '../turn/ports.ts';

/** Something the bot said. */
export type BotEntry = Extract<Entry, { from: 'bot' }>;

/** Entries taken out of the outbox to be sent, oldest first, and the record they came from. */
export interface Claim {
  record: ConversationRecord;
  entries: BotEntry[];
}

/** Turns of the same conversation may come between; more than a few at once would be a bug. */
const MOST_TRIES = 20;

/**
 * Takes everything undelivered out of the outbox *before* it is sent. Whatever is in an outbox is therefore certain
 * not to have been sent: after a crash it can be sent without saying anything twice. What was taken out and then
 * failed for certain goes back with `putBack`; what may or may not have arrived stays out.
 */
export async function claim(store: ConversationStore, conversation: string): Promise<Claim | undefined> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const record = await store.load(conversation);
    if (record === undefined) return undefined;
    if (record.outbox.length === 0) return { record, entries: [] };
    const taken = { ...record, version: record.version + 1, outbox: [] };
    if ((await store.commit(taken, record.version)) === 'conflict') continue;
    return { record: taken, entries: entriesOf(record) };
  }
  return undefined;
}

/** What the outbox names, in the order in which it was said. It stands at the end of the transcript, which may be long. */
function entriesOf({ transcript, outbox, lastSeq }: ConversationRecord): BotEntry[] {
  const wanted = new Set(outbox);
  const latest = transcript.slice(-(lastSeq - Math.min(...outbox) + 1));
  return latest.filter((entry): entry is BotEntry => entry.from === 'bot' && wanted.has(entry.seq));
}

/** Puts entries that were certainly not sent back, for a later try. Does nothing when the conversation is gone. */
export async function putBack(
  store: ConversationStore,
  conversation: string,
  seqs: readonly number[],
): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const record = await store.load(conversation);
    if (record === undefined) return;
    const outbox = [...new Set([...record.outbox, ...seqs])].sort((a, b) => a - b);
    const changed = { ...record, version: record.version + 1, outbox };
    if ((await store.commit(changed, record.version)) === 'ok') return;
  }
}
