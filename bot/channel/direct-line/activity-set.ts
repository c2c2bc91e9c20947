import type { Activity } from 'botbuilder';
import type { Conversation } from '../../domain/conversation.ts';
import { never } from '../../domain/fault.ts';
import type { ConversationRecord, Entry } from '../../domain/record.ts';
import { activityId } from '../activity-id.ts';
import { openAsk } from '../open-ask.ts';
import type { Expand } from '../ports.ts';
import { renderReply, SEQUENCE, type WebFlavour } from '../render/activity.ts';

/** An activity as a Direct Line client reads it: instants are text. */
export type WireActivity = Omit<Partial<Activity>, 'timestamp'> & { timestamp?: string };

/** What a GET answers and a stream sends. `watermark` names the last activity in it. */
export interface ActivitySet {
  activities: WireActivity[];
  watermark: string;
}

/** Who reads: their lines bear this id, and they are sent what their client can show. */
export interface Reader {
  user: string;
  flavour: WebFlavour;
}

export const BOT = { id: 'navigator', name: 'Support Navigator', role: 'bot' } as const;

/** Everything said after `watermark`, as activities; the transcript is the only source, so nothing can be missing. */
export function activitiesAfter(
  record: ConversationRecord,
  watermark: number,
  reader: Reader,
  expand: Expand,
): ActivitySet {
  // A watermark beyond the end is not one of ours: better everything again than nothing.
  const after = watermark > record.lastSeq ? 0 : watermark;
  const { id, conversation } = record;
  const activities: WireActivity[] = [];
  for (const entry of record.transcript) {
    if (entry.seq <= after) continue;
    const activity = wireActivity(id, entry, conversation, reader, expand, record.transcript);
    if (activity !== undefined) activities.push(activity);
  }
  return { activities, watermark: String(record.lastSeq) };
}

/**
 * One line of the transcript as one reader's client gets it; undefined when it has no use for it. `before` is what was said
 * so far: the question that is still open is found in it.
 */
export function wireActivity(
  conversation: string,
  entry: Entry,
  state: Conversation,
  reader: Reader,
  expand: Expand,
  before: readonly Entry[],
): WireActivity | undefined {
  switch (entry.from) {
    case 'person':
      return echo(conversation, entry, reader.user);
    case 'bot': {
      const activity = renderReply(entry, expand(entry.reply, state), state, reader.flavour, () =>
        openAsk(before, state),
      );
      return activity && stamped(activity, conversation, entry.seq, entry.at);
    }
    default:
      return never(entry);
  }
}

/** The person's own line. Official clients know by `clientActivityID` that what they sent has arrived. */
function echo(conversation: string, entry: Extract<Entry, { from: 'person' }>, user: string): WireActivity {
  return {
    type: 'message',
    id: activityId(conversation, entry.seq),
    timestamp: entry.at,
    channelId: 'directline',
    from: { id: user, name: '', role: 'user' },
    conversation: { id: conversation } as Activity['conversation'],
    text: entry.text,
    textFormat: 'plain',
    channelData: {
      [SEQUENCE]: entry.seq,
      ...(entry.clientId === undefined ? {} : { clientActivityID: entry.clientId }),
    },
  };
}

/**
 * An activity of the bot, made ready for the wire. It names no activity it replies to: Web Chat holds back whatever
 * replies to something it does not know for five seconds.
 */
function stamped(activity: Partial<Activity>, conversation: string, seq: number, at: string): WireActivity {
  return {
    ...activity,
    id: activityId(conversation, seq),
    timestamp: at,
    channelId: 'directline',
    from: BOT,
    conversation: { id: conversation } as Activity['conversation'],
  };
}

/** Reads a watermark from a query. Whatever is none of ours counts as none: an error would end a client's polling. */
export function readWatermark(text: string | null): number | undefined {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
