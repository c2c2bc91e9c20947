import type { Conversation } from '../domain/conversation.ts';
import type { Country, Language } from '../domain/locale.ts';
import type { Reply } from '../domain/reply.ts';
import type { ReplyView } from '../domain/view.ts';

/**
 * Fills a reply in: ids become titles, sentences and links, in the conversation's language and as of now. Pure and
 * synchronous; `turn/expand.ts` does it.
 */
export type Expand = (reply: Reply, conversation: Conversation) => ReplyView;

/** Values a log line may hold: ids, codes, counts, durations. Never what someone wrote. */
export type LogFacts = Readonly<Record<string, string | number | boolean>>;

/** Writes one line about what happened. `event` is a code of ours, such as `turn-failed`. */
export type Log = (event: string, facts?: LogFacts) => void;

/** Runs something after so many milliseconds; returns how to call it off. Passed in, so that tests need not wait. */
export type Later = (milliseconds: number, run: () => void) => () => void;

/** What a device gives away about someone we know nothing of yet. */
export interface Hint {
  country?: Country;
  language?: Language;
}
