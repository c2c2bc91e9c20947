import type { Country, Language } from './locale.ts';
import type { SignalKind } from './signal.ts';

/**
 * Where a case stands. Every state has an owner or a queue:
 * `requested` the person said yes and has not yet answered "still there?"; `queued` waits for anyone;
 * `claimed` one member of staff has taken it and not yet written; `live` both talk; `quiet` the person has not written
 * for a while and was asked; `callback-scheduled` is in the list of calls to make (with an owner while someone makes it);
 * the last three are ends: `closed` by staff or after a silence, `withdrawn` by the person, `returned-to-bot` by either.
 */
export const CASE_STATES = [
  'requested',
  'queued',
  'claimed',
  'live',
  'quiet',
  'callback-scheduled',
  'closed',
  'withdrawn',
  'returned-to-bot',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** States in which somebody still has something to do. */
export const OPEN_STATES: ReadonlySet<CaseState> = new Set<CaseState>([
  'requested',
  'queued',
  'claimed',
  'live',
  'quiet',
  'callback-scheduled',
]);

/** What came of a case, as staff record it. Counted in the needs report; never a judgement of the person. */
export const OUTCOMES = [
  'support-found',
  'information-given',
  'service-sent',
  'callback-arranged',
  'emergency-help',
  'person-left',
  'could-not-help',
  'not-for-us',
  'contact-ended',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What came of one attempt to call back. */
export const ATTEMPT_RESULTS = [
  'reached',
  'no-answer',
  'message-left',
  'wrong-number',
  'asked-another-time',
] as const;
export type AttemptResult = (typeof ATTEMPT_RESULTS)[number];

/** What someone says to a debrief that is offered: asks for one, has had one, or needs none. */
export const DEBRIEF_ANSWERS = ['wanted', 'had', 'not-needed'] as const;
export type DebriefAnswer = (typeof DEBRIEF_ANSWERS)[number];

/** One line the person approved. `id` is the variable it came from (`name`, `phone`, `wants` …). */
export interface SummaryLine {
  id: string;
  label: string;
  text: string;
}

/** How and when to call. Deleted when the case is closed. */
export interface CallbackWish {
  phone: string;
  /** The name to ask for; empty when none was given. */
  name: string;
  /** Times that are safe, in the person's own zone. */
  times: string[];
  message: 'no_message' | 'name_only' | 'full' | '';
}

/** One attempt to call. The person sees when and what came of it. */
export interface Attempt {
  at: string;
  by: string;
  result: AttemptResult;
}

/** A note of staff for staff. The person is told that notes are kept. */
export interface Note {
  at: string;
  by: string;
  text: string;
}

/** What happened, who did it and when; never any text. `by` is a staff id, `person` or `system`. */
export interface AuditLine {
  n: number;
  at: string;
  by: string;
  what: CaseEvent['kind'];
  /** State afterwards. */
  state: CaseState;
  /** The other one concerned: to whom it was passed, or an outcome. */
  to?: string;
}

/** What the person is told about their case. The sentence for each is `staff-…` in `dialogs/words.yaml`. */
export const NEWS = [
  'joined',
  'lost',
  'passed-on',
  'back-in-line',
  'supervisor-joined',
  'supervisor-left',
  'quiet-check',
  'closed-quiet',
  'closed',
  'back-to-bot',
  'call-arranged',
  'attempt',
  'expired',
] as const;

/**
 * Something the person has still to be told because of what happened to the case. Kept in the case until the conversation
 * has it, under the key `case-<id>-<n>`, so that a crash in between neither loses nor repeats it.
 */
export interface CaseNews {
  n: number;
  kind: (typeof NEWS)[number];
  /** Display name of the member of staff it is about. */
  name?: string;
  result?: AttemptResult;
}

/** A handoff from requested to closed. Stored as one piece; a commit names the version it read. */
export interface Case {
  id: string;
  version: number;
  /** The conversation it belongs to, which may be gone before the case is. */
  conversation: string;
  way: 'live' | 'callback';
  state: CaseState;
  /** Staff id of the one owner, or null: then it is in a queue. */
  owner: string | null;
  /** Others who are in the chat, visibly: supervisors who were asked for help. */
  joined: string[];
  /** While claimed: until when the owner has to write the first message. */
  leaseUntil?: string;
  /** True after the owner was lost: goes before those that are waiting. */
  first: boolean;
  /** What the person approved, and nothing else. */
  summary: SummaryLine[];
  /** The person ticked "earlier messages": staff may read what was said before. */
  earlier: boolean;
  /** Transcript lines after this seq belong to the case. */
  fromSeq: number;
  language: Language;
  country: Country;
  /** IANA zone of the person's device. */
  timeZone?: string;
  /** When a safety line was shown, newest last: a factual line for staff, without level or words. */
  safety: { at: string; kind: SignalKind }[];
  callback?: CallbackWish;
  attempts: Attempt[];
  notes: Note[];
  /** Services sent by staff, by id. */
  sent: string[];
  outcome?: Outcome;
  /** "Did you get what you came for?" */
  feedback?: 'yes' | 'partly' | 'no';
  /** Someone asked for a supervisor and none has joined yet. */
  helpAsked: boolean;
  /**
   * A debrief was offered to this member of staff after a hard case; `wanted` once they have asked for it. Whether it was had
   * or not needed is theirs alone: both are `done`.
   */
  debrief?: { staff: string; done: boolean; wanted?: true };
  audit: AuditLine[];
  news: CaseNews[];
  /** ISO instants. */
  createdAt: string;
  /** Since when it waits (in a queue), for the wait clock. */
  waitingSince: string;
  /** When the person last wrote, and when staff last wrote. */
  personAt: string;
  staffAt?: string;
  closedAt?: string;
}

/** What can happen to a case. `at` and who did it are given beside it. */
export type CaseEvent =
  | { kind: 'requested' }
  | { kind: 'still-there' }
  | { kind: 'claimed'; name: string }
  | { kind: 'staff-wrote' }
  | { kind: 'person-wrote' }
  | { kind: 'lease-expired' }
  | { kind: 'staff-lost'; name: string }
  | { kind: 'transferred'; to: string | null; name: string }
  | { kind: 'help-asked' }
  | { kind: 'joined'; name: string }
  | { kind: 'left'; name: string }
  | { kind: 'safety-shown'; signal: SignalKind }
  | { kind: 'quiet-check' }
  | { kind: 'closed-quiet' }
  | { kind: 'closed'; outcome: Outcome }
  | { kind: 'outcome-set'; outcome: Outcome }
  | { kind: 'back-to-bot' }
  | { kind: 'withdrawn' }
  | { kind: 'expired' }
  | { kind: 'returned' }
  | { kind: 'call-later'; callback: CallbackWish }
  | { kind: 'attempted'; result: AttemptResult; name: string }
  | { kind: 'noted'; text: string }
  | { kind: 'service-sent'; resource: string }
  | { kind: 'feedback'; answer: 'yes' | 'partly' | 'no' }
  | { kind: 'debriefed'; answer: DebriefAnswer }
  | { kind: 'erased' };

/** Why an event did not happen. Each is mapped to an HTTP status in `console/`. */
export type CaseRefusal =
  | 'no-case'
  | 'not-staff'
  | 'already-claimed'
  | 'not-owner'
  | 'ended'
  | 'wrong-state'
  | 'too-many-chats'
  | 'conflict';
