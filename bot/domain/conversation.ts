import type { Country, Language } from './locale.ts';
import type { Plan } from './reply.ts';
import type { SignalKind } from './signal.ts';
import type { Answers, Value } from './value.ts';

/** Who speaks next: the bot, nobody yet (waiting for staff), a person from the helpline, or nobody. */
export type Mode = 'bot' | 'waiting' | 'with-person' | 'ended';

/** A place in a dialog, by name. `waits` says what the node is waiting for: an answer, or a dialog it called. */
export interface Frame {
  dialog: string;
  node: string;
  waits: 'answer' | 'call';
}

/** Where to go back to, and the answers as they were there: only those that changed since. null means unknown. */
export interface Crumb {
  frames: Frame[];
  before: Record<string, Value | null>;
}

/** One person's thread, as it is stored. Plain JSON; every place in it is a name. */
export interface Conversation {
  shape: 1;
  /** Revision of the dialogs that last spoke here. */
  revision: string;
  mode: Mode;
  language: Language;
  country: Country;
  /** IANA zone of the person's device, when it said so. */
  timeZone?: string;
  consented: boolean;
  frames: Frame[];
  answers: Answers;
  crumbs: Crumb[];
  /** How many questions have been put; the open question's id is this number. */
  asked: number;
  /** How many times in a row we did not understand. */
  misses: number;
  plan: Plan;
  /** When a safety line was shown, and what for; kept as counts for the helpline's one factual line. */
  safety: { at: string; kind: SignalKind }[];
  /** The crisis bar stays until the person puts it away. */
  crisisBar: boolean;
  /** The case this conversation led to, and the seq after which its lines belong to it. */
  case?: { id: string; fromSeq: number };
  /** Set when the person asked to come back later. */
  resume?: { code: string; until: string };
}
