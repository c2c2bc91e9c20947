import type { TurnContext } from 'botbuilder';
import type { Conversation } from '../../domain/conversation.ts';
import type { Language } from '../../domain/locale.ts';
import type { Entry } from '../../domain/record.ts';
import type { TurnResult } from '../../turn/run-turn.ts';
import type { Door, Notice } from '../door.ts';
import type { Expand, Hint } from '../ports.ts';
import { wireActivity, type Reader, type WireActivity } from './activity-set.ts';

export interface LocalTurnParts {
  conversation: string;
  key: string;
  clientId?: string;
  hint: Hint;
  language: Language;
  reader: Reader;
  expand: Expand;
  /** What was said before the turn. */
  before: readonly Entry[];
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
  readonly reader: Reader;
  /** Transcript lines of the turn; empty when nothing was said. */
  entries: readonly Entry[] = [];
  /** The same as whoever spoke reads them. */
  said: readonly WireActivity[] = [];
  erased = false;
  told: Notice | undefined;
  readonly #expand: Expand;
  readonly #before: readonly Entry[];
  readonly #load: () => Promise<Conversation | undefined>;

  constructor(parts: LocalTurnParts) {
    this.conversation = parts.conversation;
    this.key = parts.key;
    if (parts.clientId !== undefined) this.clientId = parts.clientId;
    this.hint = parts.hint;
    this.language = parts.language;
    this.reader = parts.reader;
    this.#expand = parts.expand;
    this.#before = parts.before;
    this.#load = parts.load;
  }

  /** Nothing goes through the SDK: the transcript holds what was said, and the endpoint passes it to whoever listens. */
  async deliver(_context: TurnContext, result: TurnResult): Promise<void> {
    this.entries = result.entries;
    this.erased = result.effects.some((effect) => effect.kind === 'erase');
    const state = result.conversation ?? (await this.#load());
    if (state === undefined) return;
    this.said = result.entries.flatMap(
      (entry) => wireActivity(this.conversation, entry, state, this.reader, this.#expand, this.#before) ?? [],
    );
  }

  async notice(_context: TurnContext, notice: Notice): Promise<void> {
    this.told = notice;
  }
}
