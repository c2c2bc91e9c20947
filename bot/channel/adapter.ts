import { hash } from 'node:crypto';
import type { Activity } from 'botbuilder';
import type { Entry } from '../domain/record.ts';
import type { ConversationStore } from '../turn/ports.ts';
import { ConnectorAdapter } from './connector-adapter.ts';
import { deliverOutbox, sendEntries, wantsRepliesAtOnce, type DeliveryParts } from './delivery.ts';
import { setDoor, type Door } from './door.ts';
import { failure } from './failure.ts';
import { forgotten } from './forgotten.ts';
import { localeHint } from './locale-hint.ts';
import { handoffInitiation, type Hubs, hubStateOf, isHandoffEvent } from './handoff-events.ts';
import { isLoopbackAddress, isLoopbackUrl } from './loopback.ts';
import type { MicrosoftApp } from './microsoft-app.ts';
import { codeOf, type NavigatorBot } from './navigator-bot.ts';
import { claim, type BotEntry } from './outbox.ts';
import type { Expand, Later, Log } from './ports.ts';
import { Redelivery } from './proactive.ts';
import { referenceOf } from './reference.ts';
import type { Call, Route } from './route.ts';
import { channelWord } from './words.ts';

export interface MessagesParts {
  bot: NavigatorBot;
  store: ConversationStore;
  expand: Expand;
  log: Log;
  later: Later;
  /** An id nobody can guess, for an activity that came without one. */
  newId: () => string;
  app: MicrosoftApp | undefined;
  hubs: Hubs;
}

/** The edge to Bot Framework: the route that channels call, and what is sent without being asked. */
export interface Messages {
  route: Route;
  redelivery: Redelivery;
}

/** Makes `POST /api/messages`, where Azure Bot Service and any other Bot Framework client deliver activities. */
export function createMessages(parts: MessagesParts): Messages {
  const adapter = new ConnectorAdapter(parts.app, parts.log);
  const redelivery = new Redelivery({ ...parts, adapter, appId: parts.app?.id ?? '' });
  const delivery: DeliveryParts = {
    ...parts,
    onUnsent: (conversation) => redelivery.retryLater(conversation),
  };
  const route: Route = {
    method: 'POST',
    path: '/api/messages',
    body: 'json',
    handle: async (call) => {
      if (parts.app === undefined && !isLocal(call)) return failure('not-local');
      const activity = checkActivity(call.body);
      if (activity === undefined) return failure('missing-property');
      if (parts.app === undefined && !isLoopbackUrl(activity.serviceUrl)) return failure('not-local');
      // What helps someone with cancer has no place in a channel where others read along.
      if (isGroup(activity)) return { status: 200 };
      const door = connectorDoor(parts, delivery, activity);
      return adapter.receive(call, activity, async (context) => {
        // Who sent it is known now: only a hub that the deployment trusts may say what becomes of a case.
        if (isHandoffEvent(activity)) {
          const state = hubStateOf(activity);
          if (state !== undefined && parts.hubs.trusted.has(activity.channelId)) {
            await parts.hubs.status(door.conversation, state);
          }
          return;
        }
        setDoor(context, door);
        await parts.bot.run(context);
      });
    },
  };
  return { route, redelivery };
}

function connectorDoor(parts: MessagesParts, delivery: DeliveryParts, activity: Activity): Door {
  const conversation = conversationIdOf(activity);
  const hint = localeHint(activity.locale, activity.localTimezone);
  const reference = referenceOf(activity);
  return {
    conversation,
    key: typeof activity.id === 'string' ? digest([activity.channelId, activity.id]) : parts.newId(),
    hint,
    language: hint.language ?? 'en',
    ...(reference === undefined ? {} : { reference }),
    async deliver(context, result) {
      const erased = result.effects.some((effect) => effect.kind === 'erase');
      for (const effect of result.kind === 'done' ? result.effects : []) {
        if (effect.kind !== 'handoff' || !parts.hubs.trusted.has(activity.channelId)) continue;
        await context.sendActivity(handoffInitiation(context, effect.request));
      }
      if (!erased && !wantsRepliesAtOnce(context)) return deliverOutbox(delivery, context, conversation);
      // A caller that waits for the replies gets those of this turn, also when it asks a second time.
      const claimed = await claim(parts.store, conversation);
      const state = result.conversation ?? claimed?.record.conversation ?? forgotten(hint);
      const entries = inOrder([...(claimed?.entries ?? []), ...result.entries]);
      const transcript = claimed?.record.transcript ?? [];
      await sendEntries(delivery, context, conversation, entries, { conversation: state, transcript });
    },
    async notice(context, notice) {
      if (notice === 'invalid') return;
      try {
        await context.sendActivity(channelWord(notice, hint.language ?? 'en'));
      } catch (error) {
        parts.log('notice-failed', { conversation, code: codeOf(error) });
      }
    },
  };
}

/** What the bot said, each line once, oldest first. */
function inOrder(entries: readonly Entry[]): BotEntry[] {
  const said = entries.filter((entry) => entry.from === 'bot');
  return [...new Map(said.map((entry) => [entry.seq, entry])).values()].sort((a, b) => a.seq - b.seq);
}

/**
 * Our id of a channel's conversation: a hash, so that ids of people and tenants do not become file names, and no
 * channel can name a conversation of another.
 */
function conversationIdOf(activity: Activity): string {
  return `c_${digest([activity.channelId, activity.conversation.id])}`;
}

function digest(names: readonly string[]): string {
  return hash('sha256', JSON.stringify(names), 'base64url');
}

/**
 * The connection comes from this machine: not through a proxy on it that speaks for someone else, and not from a page
 * in a browser on it, whatever name that page uses for this machine.
 */
function isLocal(call: Call): boolean {
  const { headers, peer } = call;
  const relayed = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined;
  const page = headers.origin !== undefined || !isLoopbackUrl(`http://${headers.host ?? ''}`);
  return isLoopbackAddress(peer) && !relayed && !page;
}

/** The SDK trusts that these are there; without them it fails late, or calls an address of its own. */
function checkActivity(body: unknown): Activity | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const activity = body as Partial<Activity>;
  const named =
    isText(activity.type) &&
    isText(activity.serviceUrl) &&
    isText(activity.channelId) &&
    typeof activity.conversation === 'object' &&
    activity.conversation !== null &&
    isText(activity.conversation.id);
  return named && URL.canParse(activity.serviceUrl as string) ? (body as Activity) : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isGroup(activity: Activity): boolean {
  const { isGroup, conversationType } = activity.conversation;
  return isGroup || conversationType === 'groupChat' || conversationType === 'channel';
}
