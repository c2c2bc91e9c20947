import type { Activity } from 'botbuilder';
import type { ConversationRecord } from '../../domain/record.ts';
import type { Clock, ConversationStore } from '../../turn/ports.ts';
import type { NavigatorBot } from '../navigator-bot.ts';
import type { Expand, Hint } from '../ports.ts';
import type { TurnResult } from '../../turn/run-turn.ts';
import type { WebFlavour } from '../render/activity.ts';
import { channelWord } from '../words.ts';
import { BOT, wireActivity, type WireActivity } from './activity-set.ts';
import type { Departed } from './departed.ts';
import type { Hub } from './hub.ts';
import { LocalAdapter } from './local-adapter.ts';
import { LocalTurn } from './local-turn.ts';
import type { TokenClaims } from './tokens.ts';
import { Whispers } from './whispers.ts';

export interface LocalTurnsParts {
  bot: NavigatorBot;
  store: ConversationStore;
  expand: Expand;
  hub: Hub;
  clock: Clock;
  newId: () => string;
  departed: Departed;
}

/** One thing a client sent, ready for the bot. */
export interface LocalRequest {
  claims: TokenClaims;
  activity: Partial<Activity>;
  key: string;
  clientId?: string;
  hint: Hint;
  flavour: WebFlavour;
  /** The conversation before the turn; undefined when it is about to begin. */
  before: ConversationRecord | undefined;
}

/** Runs turns for our own endpoint, and passes what was said to whoever listens. */
export class LocalTurns {
  readonly #parts: LocalTurnsParts;
  readonly #adapter = new LocalAdapter();
  readonly whispers: Whispers;

  constructor(parts: LocalTurnsParts) {
    this.#parts = parts;
    this.whispers = new Whispers(parts.hub);
  }

  /** Runs one turn. A repeated one is passed on again: who has it already skips it. */
  async run(request: LocalRequest): Promise<LocalTurn> {
    const { clock, expand, bot, store } = this.#parts;
    const { claims, key, clientId, hint, flavour, before } = request;
    const { conversation, user } = claims;
    const turn = new LocalTurn({
      conversation,
      key,
      hint,
      reader: { user, flavour },
      expand,
      before: before?.transcript ?? [],
      language: before?.conversation.language ?? hint.language ?? 'en',
      load: async () => (await store.load(conversation))?.conversation ?? before?.conversation,
      ...(clientId === undefined ? {} : { clientId }),
    });
    const activity: Partial<Activity> = {
      ...request.activity,
      id: key,
      timestamp: new Date(clock.now()),
      channelId: 'directline',
      from: { id: user, name: '', role: 'user' },
      recipient: BOT,
      conversation: { id: conversation } as Activity['conversation'],
    };
    await this.#adapter.run(activity, turn, bot);
    this.#passOn(turn);
    if (turn.told === 'failed' || turn.told === 'noFiles') {
      this.notice(conversation, channelWord(turn.told, turn.language));
    }
    return turn;
  }

  /** Passes on what was committed without the person having done anything: words of staff, news of their case. */
  deliver(conversation: string, { entries, conversation: state }: TurnResult): void {
    const [first] = entries;
    const last = entries.at(-1);
    if (first === undefined || last === undefined || state === undefined) return;
    const { hub, expand } = this.#parts;
    hub.push(conversation, () => {
      const reader = { user: '', flavour: 'page' } as const;
      const activities = entries.flatMap((entry) =>
        entry.from === 'bot' ? (wireActivity(conversation, entry, state, reader, expand, []) ?? []) : [],
      );
      const frame = JSON.stringify({ activities, watermark: String(last.seq) });
      return { from: first.seq, to: last.seq, frame, flavour: 'page' };
    });
  }

  /** Staff type, or have read up to a line: for whoever is connected, and for nobody later. */
  signal(conversation: string, signal: { typing: boolean; name: string } | { read: number }): void {
    const { clock, newId, hub } = this.#parts;
    if ('typing' in signal && !signal.typing) return;
    const sent =
      'typing' in signal
        ? { type: 'typing', channelData: { navigator: { by: signal.name } } }
        : { type: 'event', name: 'navigator/read', value: { read: signal.read } };
    const activity: WireActivity = {
      ...sent,
      id: `${conversation}.${newId()}`,
      timestamp: new Date(clock.now()).toISOString(),
      channelId: 'directline',
      from: BOT,
      conversation: { id: conversation } as Activity['conversation'],
    };
    hub.whisper(conversation, JSON.stringify({ activities: [activity] }));
  }

  /** Tells whoever listens something that is in no transcript. */
  notice(conversation: string, text: string): void {
    const { clock, newId } = this.#parts;
    this.whispers.say(conversation, {
      type: 'message',
      id: `${conversation}.${newId()}`,
      timestamp: new Date(clock.now()).toISOString(),
      channelId: 'directline',
      from: BOT,
      conversation: { id: conversation } as Activity['conversation'],
      text,
      textFormat: 'plain',
    });
  }

  #passOn({ conversation, entries, said, reader, erased }: LocalTurn): void {
    const { hub, departed } = this.#parts;
    const first = entries[0];
    const last = entries.at(-1);
    if (first === undefined || last === undefined) return;
    const watermark = String(last.seq);
    if (erased) {
      departed.add(conversation, { activities: said.filter(({ from }) => from === BOT), watermark });
    }
    hub.push(conversation, () => {
      const frame = JSON.stringify({ activities: said, watermark });
      return { from: first.seq, to: last.seq, frame, flavour: reader.flavour };
    });
    if (erased) hub.end(conversation, 1000, 'conversation erased');
  }
}
