import { type Activity, EventFactory, type TurnContext } from 'botbuilder';
import type { HandoffRequest } from '../domain/effect.ts';

/** What a hub says of a handoff (Bot Framework, `handoff.status`). */
export const HUB_STATES = ['accepted', 'failed', 'completed'] as const;
export type HubState = (typeof HUB_STATES)[number];

/** Channels behind which a hub of the deployment stands, and what is done with what it says. */
export interface Hubs {
  /** Ids of channels, such as `omnichannel`. Empty: nobody's handoff events are taken or sent. */
  trusted: ReadonlySet<string>;
  status: (conversation: string, state: HubState) => Promise<void>;
}

/**
 * `handoff.initiate` as the protocol has it, with what the person approved for its value. It is sent only to a channel with a
 * hub behind it: on any other it would be shown to the person, or refused.
 */
export function handoffInitiation(context: TurnContext, request: HandoffRequest): Activity {
  const { way, lines, language, timeZone, at } = request;
  return EventFactory.createHandoffInitiation(context, {
    way,
    language,
    at,
    ...(timeZone === undefined ? {} : { timeZone }),
    summary: lines.map(({ id, label, text }) => ({ id, label, text })),
  });
}

/** Whether an activity is about a handoff at all: such events never reach the bot. */
export function isHandoffEvent(activity: Partial<Activity>): boolean {
  return activity.type === 'event' && (activity.name ?? '').toLowerCase().startsWith('handoff.');
}

/** The state that a hub reports; undefined for what it does not know. Unknown states must not be refused, says the protocol. */
export function hubStateOf(activity: Partial<Activity>): HubState | undefined {
  if (activity.name !== 'handoff.status') return undefined;
  const value: unknown = activity.value;
  const state = typeof value === 'object' && value !== null && 'state' in value ? value.state : undefined;
  return HUB_STATES.find((one) => one === state);
}
