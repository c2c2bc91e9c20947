import type { Conversation } from '../domain/conversation.ts';
import type { Entry } from '../domain/record.ts';
import type { Ask } from '../domain/reply.ts';

/** The question that is still open after what was said, so that its buttons can be shown once more. */
export function openAsk(transcript: readonly Entry[], conversation: Conversation): Ask | undefined {
  if (conversation.frames.length === 0) return undefined;
  const last = transcript.findLast((entry) => entry.from === 'bot' && entry.reply.ask !== undefined);
  const ask = last?.from === 'bot' ? last.reply.ask : undefined;
  return ask?.id === String(conversation.asked) ? ask : undefined;
}
