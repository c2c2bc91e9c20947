import type { Conversation } from '../domain/conversation.ts';
import type { Effect } from '../domain/effect.ts';
import type { Input } from '../domain/input.ts';
import type { Country, Language } from '../domain/locale.ts';
import type { Entry } from '../domain/record.ts';

/** One thing a person did in one conversation. */
export interface TurnRequest {
  conversation: string;
  /** Idempotency key: the channel's id of what arrived. The same key is answered again, not done again. */
  key: string;
  input: Input;
  /** What the person reads as their own words in the transcript: the label of a pressed choice, or the text. */
  said?: string;
  /** The client's own id for it, echoed so that the client knows its message arrived. */
  clientId?: string;
  /** Guessed from the channel for a new conversation. */
  hint?: { country?: Country; language?: Language };
  /** How to reach the person later, for channels that must be called. */
  reference?: unknown;
}

/** `entries` are the committed transcript lines of this turn (the person's own line first), to be delivered. */
export interface TurnResult {
  /** `repeat`: this key was handled before; the entries are those of that turn. */
  kind: 'done' | 'repeat';
  entries: Entry[];
  effects: Effect[];
  /** The conversation after the turn, for filling the reply in. It is not stored any more when it was erased. */
  conversation?: Conversation;
}

/** The one door from a channel to the engine: load, resume, step, commit. Delivery is the caller's next move. */
export type RunTurn = (request: TurnRequest) => Promise<TurnResult>;
