import type { Case, CaseEvent, CaseRefusal } from '../domain/case.ts';
import type { CaseView, ThreadLine } from '../domain/console.ts';

/** The owner of a case that a hub has taken over: never lost by having no console. */
export const HUB = 'hub';

/** Who acts: a member of staff by id, with the name that people in the chat read, and how far they may go. */
export interface Actor {
  id: string;
  name: string;
  /** May see and act on cases of others. */
  supervisor: boolean;
  /** How many live chats they may have at once; one when a safety line was shown in one of them. */
  limit: number;
}

/** What happened, for whoever listens within this process. Ids only: listeners read what they may see. */
export type DeskEvent =
  | { kind: 'case'; case: Case; what: CaseEvent['kind'] }
  /** Lines were added to the conversation of an open case, after this seq. */
  | { kind: 'thread'; case: Case; after: number }
  | { kind: 'typing'; case: Case; typing: boolean }
  | { kind: 'seen'; case: Case; delivered: number; read: number };

export type Refused = { refused: CaseRefusal };

/**
 * The staff's door, as `RunTurn` is the person's: each call loads, checks, commits, then tells. Acts on one case and on
 * its conversation run one after the other in a process; the version guards against anyone else.
 */
export interface CaseDesk {
  get(id: string): Case | undefined;
  /** Every case that is kept, open and ended, in no order. */
  all(): readonly Case[];
  /**
   * Something happens to a case. Staff events need the owner (or one who joined, or a supervisor, as `handoff/permit.ts`
   * says). What the person has to be told is said before this resolves.
   */
  act(id: string, actor: Actor, event: CaseEvent): Promise<Case | Refused>;
  /** A message of staff to the person: text, or a service sent by id. The same `clientId` again says nothing twice. */
  say(
    id: string,
    actor: Actor,
    message: { clientId: string } & ({ text: string } | { resource: string }),
  ): Promise<{ seq: number } | Refused>;
  /** Lines of the chat after a seq, oldest first; undefined when the conversation is gone. */
  thread(id: string, after?: number): Promise<ThreadLine[] | undefined>;
  /** What the person was already shown: kinds of support, services and lines, by name. */
  shown(id: string): Promise<CaseView['shown']>;
  /** Staff type, or have read up to a seq: told to the person's page, kept nowhere. */
  typing(id: string, actor: Actor, typing: boolean): void;
  read(id: string, actor: Actor, seq: number): void;
  /**
   * The person has the page open now, and what of it is known: typing, when they last typed (ms), how far they were sent and
   * have read.
   */
  person(id: string): {
    here: boolean;
    typing: boolean;
    typedAt: number | undefined;
    delivered: number;
    read: number;
  };
  /** A hub of the deployment has taken the conversation's case over, could not, or is done with it. */
  hub(conversation: string, state: 'accepted' | 'failed' | 'completed'): Promise<void>;
  /** The person types, or has read up to a seq. Called by the channel. */
  personTypes(conversation: string): void;
  personRead(conversation: string, seq: number): void;
  /** Tells conversations what their cases still have for them, and puts right what a crash left half done. Once, at start. */
  recover(): Promise<void>;
  /** Calls what happens, until the function it returns is called. */
  listen(listener: (event: DeskEvent) => void): () => void;
  /**
   * Lets time pass: leases end, silences are asked about, what nobody confirmed expires. `connected` says whether a member
   * of staff has a console open (or had one within the grace that a reload needs).
   */
  tick(connected: (staff: string) => boolean): Promise<void>;
}
