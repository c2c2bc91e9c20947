import { z } from 'zod/v4';
import type { Activity } from 'botbuilder';

const id = z.string().min(1).max(2_000);

/** What it takes to send someone a message later. No names: a channel does not need them to find the way. */
const schema = z.object({
  channelId: id,
  serviceUrl: id,
  bot: z.object({ id }),
  user: z.object({ id }),
  conversation: z.object({ id, conversationType: z.string().optional(), tenantId: z.string().optional() }),
  locale: z.string().optional(),
});

export type Reference = z.infer<typeof schema>;

/** The reference of an activity that arrived; undefined when it lacks something needed to answer it later. */
export function referenceOf(activity: Partial<Activity>): Reference | undefined {
  const { channelId, serviceUrl, recipient, from, conversation, locale } = activity;
  if (!channelId || !serviceUrl || !recipient?.id || !from?.id || !conversation?.id) return undefined;
  const { id: conversationId, conversationType, tenantId } = conversation;
  return {
    channelId,
    serviceUrl,
    bot: { id: recipient.id },
    user: { id: from.id },
    conversation: {
      id: conversationId,
      ...(conversationType === undefined ? {} : { conversationType }),
      ...(tenantId === undefined ? {} : { tenantId }),
    },
    ...(typeof locale === 'string' ? { locale } : {}),
  };
}

/** Reads a reference that was stored. */
export function readReference(stored: unknown): Reference | undefined {
  const read = schema.safeParse(stored);
  return read.success ? read.data : undefined;
}
