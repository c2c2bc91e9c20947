import type { TurnContext } from 'botbuilder';
import type { Language } from '../domain/locale.ts';
import type { TurnResult } from '../turn/run-turn.ts';
import type { Hint } from './ports.ts';

/** What a person is told outside the transcript, when a turn could not be run. */
export type Notice = 'failed' | 'noFiles' | 'invalid';

/**
 * What the bot needs to know of the channel a turn came through. Each adapter puts one on the turn, so that one bot
 * serves all channels and knows none.
 */
export interface Door {
  /** Our id of the conversation. */
  conversation: string;
  /** Idempotency key of what arrived. */
  key: string;
  clientId?: string;
  hint: Hint;
  /** How to reach the person later, for channels that must be called. */
  reference?: unknown;
  /** Language of a notice, as far as it is known before the turn. */
  language: Language;
  /** Hands the person what the turn said. The entries are committed: failing to deliver must not throw. */
  deliver(context: TurnContext, result: TurnResult): Promise<void>;
  /** Says that something could not be done. Must not throw. */
  notice(context: TurnContext, notice: Notice): Promise<void>;
}

const DOOR = Symbol('door');

/** Puts the door on a turn, before the bot runs. */
export function setDoor(context: TurnContext, door: Door): void {
  context.turnState.set(DOOR, door);
}

/** The door of a turn; undefined when no adapter of ours began it. */
export function doorOf(context: TurnContext): Door | undefined {
  return context.turnState.get<Door | undefined>(DOOR);
}
