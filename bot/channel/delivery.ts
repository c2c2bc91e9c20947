import { DeliveryModes, type TurnContext } from 'botbuilder';
import type { ConversationRecord } from '../domain/record.ts';
import type { ConversationStore } from '../turn/ports.ts';
import { codeOf } from './navigator-bot.ts';
import { openAsk } from './open-ask.ts';
import { claim, putBack, type BotEntry } from './outbox.ts';
import type { Expand, Log } from './ports.ts';
import { flavourOf, renderReply } from './render/activity.ts';
import { outcomeOf, type SendOutcome } from './send-outcome.ts';

export interface DeliveryParts {
  store: ConversationStore;
  expand: Expand;
  log: Log;
  /** Told when something was certainly not sent and waits in the outbox. */
  onUnsent: (conversation: string) => void;
}

/**
 * Sends what waits in a conversation's outbox over a channel that must be called, in order. Never throws: everything
 * is committed, and what became of it is in the log.
 */
export async function deliverOutbox(
  parts: DeliveryParts,
  context: TurnContext,
  conversation: string,
): Promise<void> {
  const claimed = await claim(parts.store, conversation);
  if (claimed === undefined || claimed.entries.length === 0) return;
  await sendEntries(parts, context, conversation, claimed.entries, claimed.record);
}

/**
 * Sends entries one after the other. When one was certainly not sent, it and those after it go back to the outbox:
 * a later sentence must not overtake an earlier one.
 */
export async function sendEntries(
  parts: DeliveryParts,
  context: TurnContext,
  conversation: string,
  entries: readonly BotEntry[],
  record: Pick<ConversationRecord, 'conversation' | 'transcript'>,
): Promise<void> {
  const state = record.conversation;
  const flavour = flavourOf(context.activity.channelId);
  for (const [index, entry] of entries.entries()) {
    const activity = renderReply(entry, parts.expand(entry.reply, state), state, flavour, () =>
      openAsk(record.transcript, state),
    );
    if (activity === undefined) continue;
    const outcome = await send(context, activity, (code) =>
      parts.log('send-failed', { conversation, seq: entry.seq, code }),
    );
    if (outcome === 'sent' || outcome === 'unclear') continue;
    if (outcome === 'refused') return;
    await putBack(
      parts.store,
      conversation,
      entries.slice(index).map((one) => one.seq),
    );
    parts.onUnsent(conversation);
    return;
  }
}

async function send(
  context: TurnContext,
  activity: Parameters<TurnContext['sendActivity']>[0],
  failed: (code: string) => void,
): Promise<SendOutcome> {
  try {
    await context.sendActivity(activity);
    return 'sent';
  } catch (error) {
    const outcome = outcomeOf(error);
    failed(`${outcome}:${statusOf(error)}`);
    return outcome;
  }
}

function statusOf(error: unknown): string {
  const known = typeof error === 'object' && error !== null && 'statusCode' in error;
  return known ? String(error.statusCode) : codeOf(error);
}

/** Whether the caller waits for the replies in the answer to its own request. */
export function wantsRepliesAtOnce(context: TurnContext): boolean {
  return context.activity.deliveryMode === DeliveryModes.ExpectReplies;
}
