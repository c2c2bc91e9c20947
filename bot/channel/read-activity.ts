import type { Activity } from 'botbuilder';
import type { Input } from '../domain/input.ts';
import { readPageInput } from './page-input.ts';

/** What an activity means. `nothing`: it needs no answer. `invalid`: it claims to be an input of ours and is none. */
export type Reading =
  | { kind: 'input'; input: Input; said?: string }
  | { kind: 'files' }
  | { kind: 'nothing' }
  | { kind: 'invalid' };

/** Events by which web clients say that someone has opened the chat. */
const ARRIVALS: ReadonlySet<string> = new Set(['webchat/join', 'startConversation']);

/**
 * Reads a message or event of any channel. Structured input stands in `value.navigator`: our page sends it, so do the
 * suggested actions (messageBack and postBack keep `value`) and the Submit buttons of cards (`value` and no `text`).
 */
export function readActivity(activity: Partial<Activity>): Reading {
  switch (activity.type) {
    case 'message':
      return readMessage(activity);
    case 'event':
      return readEvent(activity);
    case 'conversationUpdate':
      return readUpdate(activity);
    case undefined:
    default:
      return { kind: 'nothing' };
  }
}

function readMessage(activity: Partial<Activity>): Reading {
  const input = readPageInput(activity.value);
  if (input === 'invalid') return { kind: 'invalid' };
  if (input !== undefined) {
    const said = labelOf(activity);
    return said === undefined ? { kind: 'input', input } : { kind: 'input', input, said };
  }
  const text = textOf(activity);
  if (text !== undefined) return { kind: 'input', input: { kind: 'text', text }, said: text };
  return hasFiles(activity) ? { kind: 'files' } : { kind: 'nothing' };
}

function readEvent(activity: Partial<Activity>): Reading {
  if (activity.name === 'navigator') {
    const input = readPageInput(activity.value);
    return input === undefined || input === 'invalid' ? { kind: 'invalid' } : { kind: 'input', input };
  }
  if (ARRIVALS.has(activity.name ?? '')) return { kind: 'input', input: { kind: 'start' } };
  return { kind: 'nothing' };
}

/** Someone other than the bot has joined. */
function readUpdate(activity: Partial<Activity>): Reading {
  const someone = activity.membersAdded?.some((member) => member.id !== activity.recipient?.id) ?? false;
  return someone ? { kind: 'input', input: { kind: 'start' } } : { kind: 'nothing' };
}

/** What the person sees as their own words when they pressed something: the client knows the label it showed. */
function labelOf(activity: Partial<Activity>): string | undefined {
  const channelData: unknown = activity.channelData;
  if (typeof channelData === 'object' && channelData !== null && 'messageBack' in channelData) {
    const { messageBack } = channelData;
    if (typeof messageBack === 'object' && messageBack !== null && 'displayText' in messageBack) {
      if (typeof messageBack.displayText === 'string' && messageBack.displayText !== '') {
        return messageBack.displayText.slice(0, 500);
      }
    }
  }
  return textOf(activity)?.slice(0, 500);
}

function textOf(activity: Partial<Activity>): string | undefined {
  const { text } = activity;
  // Some clients put typed words into `value`: they are words all the same.
  const value: unknown = activity.value;
  const words =
    typeof text === 'string' && text.trim() !== '' ? text : typeof value === 'string' ? value : '';
  return words.trim() === '' ? undefined : words.trim();
}

/** Teams sends the text of a message again as an attachment of HTML: that is not a file. */
function hasFiles(activity: Partial<Activity>): boolean {
  return (
    Array.isArray(activity.attachments) &&
    activity.attachments.some((attachment) => attachment.contentType !== 'text/html')
  );
}
