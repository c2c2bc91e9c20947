import type { Activity, TurnContext } from 'botbuilder';
import type { Conversation } from '../../domain/conversation.ts';
import type { Language } from '../../domain/locale.ts';
import type { Entry } from '../../domain/record.ts';
import type { TurnResult } from '../../turn/run-turn.ts';
import type { Door, Notice } from '../door.ts';
import type { Expand, Hint } from '../ports.ts';
import { renderReply, type WebFlavour } from '../render/activity.ts';

export interface LocalTurnParts {
  conversation: string;
  key: string;
  clientId?: string;
  hint: Hint;
  language: Language;
  flavour: WebFlavour;
  expand: Expand;
  /** The conversation as it is now. */
  load: () => Promise<Conversation | undefined>;
}

/** One turn that came in over our own endpoint: what it led to stands here when the bot has run. */
export class LocalTurn implements Door {
  readonly conversation: string;
  readonly key: string;
  readonly clientId?: string;
  readonly hint: Hint;
  readonly language: Language;
  readonly flavour: WebFlavour;
  /** Transcript lines of the turn; empty when nothing was said. */
  entries: readonly Entry[] = [];
  erased = false;
  told: Notice | undefined;
  readonly #expand: Expand;
  readonly #load: () => Promise<Conversation | undefined>;

  constructor(parts: LocalTurnParts) {
    this.conversation = parts.conversation;
    this.key = parts.key;
    if (parts.clientId !== undefined) this.clientId = parts.clientId;
    this.hint = parts.hint;
    this.language = parts.language;
    this.flavour = parts.flavour;
    this.#expand = parts.expand;
    this.#load = parts.load;
  }

  async deliver(context: TurnContext, result: TurnResult): Promise<void> {
    this.entries = result.entries;
    this.erased = result.effects.some((effect) => effect.kind === 'erase');
    const state = result.conversation ?? (await this.#load());
    if (state === undefined) return;
    const activities: Partial<Activity>[] = [];
    for (const entry of result.entries) {
      if (entry.from !== 'bot') continue;
      const activity = renderReply(entry, this.#expand(entry.reply, state), state, this.flavour);
      if (activity !== undefined) activities.push(activity);
    }
    if (activities.length > 0) await context.sendActivities(activities);
  }

  async notice(_context: TurnContext, notice: Notice): Promise<void> {
    this.told = notice;
  }
}
