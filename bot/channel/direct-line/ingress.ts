import type { Activity } from 'botbuilder';
import type { Failure } from '../failure.ts';

/** What of a client's activity goes on to the bot; everything else it sent is dropped. */
export interface Incoming {
  activity: Partial<Activity>;
  /** The client's own id, by which it recognises its message when it comes back. */
  clientId?: string;
}

export type IngressResult =
  | ({ kind: 'message' } & Incoming)
  /** The person types, or has read up to a line: for staff who are in the chat, and kept nowhere. */
  | { kind: 'presence'; read?: number }
  /** Accepted, and nothing follows from it. */
  | { kind: 'ignored' }
  | { kind: 'refused'; why: Failure };

/** How our page says up to where a person has read. */
const READ = 'navigator/read';
/** Events that mean something to the bot. Others are allowed and ignored, as the protocol asks. */
const EVENTS: ReadonlySet<string> = new Set(['navigator', 'webchat/join', 'startConversation']);

/**
 * Reads what a Direct Line client posted. A client may post anything at all, so this is a list of what is allowed:
 * messages, typing, events. Who it is from and where it goes is never taken from the client. Events about a handoff
 * come from staff, never from a page.
 */
export function readIncoming(body: unknown): IngressResult {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return { kind: 'refused', why: 'bad-activity' };
  }
  const posted = body as Record<string, unknown>;
  switch (posted['type']) {
    case 'message':
      return readMessage(posted);
    case 'event':
      return readEvent(posted);
    case 'typing':
      return { kind: 'presence' };
    default:
      return { kind: 'refused', why: typeof posted['type'] === 'string' ? 'type-refused' : 'bad-activity' };
  }
}

function readMessage(posted: Record<string, unknown>): IngressResult {
  const { text, attachments } = posted;
  if (text !== undefined && text !== null && typeof text !== 'string') {
    return { kind: 'refused', why: 'bad-activity' };
  }
  const files = Array.isArray(attachments) && attachments.length > 0;
  return {
    kind: 'message',
    ...clientIdOf(posted),
    activity: {
      type: 'message',
      ...(typeof text === 'string' ? { text } : {}),
      ...(files ? { attachments: [{ contentType: 'application/octet-stream' }] } : {}),
      ...context(posted),
    },
  };
}

function readEvent(posted: Record<string, unknown>): IngressResult {
  const { name } = posted;
  if (typeof name !== 'string' || name === '') return { kind: 'refused', why: 'bad-activity' };
  if (name.toLowerCase().startsWith('handoff')) return { kind: 'refused', why: 'event-refused' };
  if (name === READ) return readSeen(posted['value']);
  if (!EVENTS.has(name)) return { kind: 'ignored' };
  return { kind: 'message', ...clientIdOf(posted), activity: { type: 'event', name, ...context(posted) } };
}

function readSeen(value: unknown): IngressResult {
  const seq = typeof value === 'object' && value !== null && 'read' in value ? value.read : undefined;
  return typeof seq === 'number' && Number.isSafeInteger(seq) && seq >= 0
    ? { kind: 'presence', read: seq }
    : { kind: 'ignored' };
}

function context(posted: Record<string, unknown>): Partial<Activity> {
  const { value, channelData, locale, localTimezone } = posted;
  return {
    ...(value === undefined ? {} : { value }),
    ...(typeof channelData === 'object' && channelData !== null ? { channelData } : {}),
    ...(typeof locale === 'string' ? { locale: locale.slice(0, 64) } : {}),
    ...(typeof localTimezone === 'string' ? { localTimezone: localTimezone.slice(0, 64) } : {}),
  };
}

function clientIdOf(posted: Record<string, unknown>): { clientId?: string } {
  const { channelData } = posted;
  if (typeof channelData !== 'object' || channelData === null || !('clientActivityID' in channelData)) {
    return {};
  }
  const id = channelData.clientActivityID;
  return typeof id === 'string' && id.length > 0 && id.length <= 128 ? { clientId: id } : {};
}
