import type {
  Attempt,
  AttemptResult,
  AuditLine,
  CallbackWish,
  CaseState,
  Note,
  Outcome,
  SummaryLine,
} from './case.ts';
import type { Country, Language } from './locale.ts';
import type { SignalKind } from './signal.ts';
import type { ResourceView } from './view.ts';

/**
 * What the staff console and the server say to each other, as JSON. One place for both sides, so that they cannot drift
 * apart. Instants are ISO strings, ids are opaque.
 */

/** staff ⊂ supervisor ⊂ administrator: each may do all that the one before may. */
export const ROLES = ['staff', 'supervisor', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** What a member of staff is doing. `off`: signed in or not, takes nothing. A pause needs no reason. */
export const DUTIES = ['off', 'available', 'paused', 'wrap-up'] as const;
export type Duty = (typeof DUTIES)[number];

export interface Me {
  id: string;
  /** What people in the chat read. */
  name: string;
  username: string;
  role: Role;
  language: Language;
  duty: Duty;
  /** To be sent back as the header `x-csrf` with every POST. */
  csrf: string;
  /** Name of the helpline and its IANA zone. */
  helpline: { name: string; zone: string; country: Country };
  /** Chats at once; one while a safety line was shown in it, which a console sees in its own chats. */
  limit: number;
}

/** One line of the queue, of one's own chats, or of the calls to make. */
export interface CaseLine {
  id: string;
  version: number;
  way: 'live' | 'callback';
  state: CaseState;
  owner: { id: string; name: string } | null;
  joined: { id: string; name: string }[];
  /** What the person wants, in the words of the approved summary; empty when they left it out. */
  wants: string;
  language: Language;
  /** The person's zone, for both clocks. */
  timeZone?: string;
  waitingSince: string;
  personAt: string;
  staffAt?: string;
  first: boolean;
  helpAsked: boolean;
  /** A safety line was shown, newest: goes first. */
  safety: { at: string; kind: SignalKind } | null;
  /** Messages of the person that the owner has not seen. */
  unread: number;
  callback?: { times: string[]; attempts: number; lastAttempt?: Attempt };
  closedAt?: string;
  /** Ended and without an outcome: for wrap-up. */
  needsOutcome: boolean;
}

/** One line of a chat. `seq` is that of the conversation: it grows, and nothing is missing that belongs to the case. */
export interface ThreadLine {
  seq: number;
  at: string;
  from: 'person' | 'staff' | 'bot';
  /** Name of the member of staff. */
  name?: string;
  text: string;
  /** For messages of staff. */
  state?: 'sent' | 'delivered' | 'read';
  /** The client's own id of a message of staff, echoed so that it knows its message arrived. */
  clientId?: string;
  /** A service that was shown or sent, by name. */
  services?: string[];
}

/** A case as its owner, those who joined, and supervisors see it. */
export interface CaseView extends CaseLine {
  summary: SummaryLine[];
  safetyShown: { at: string; kind: SignalKind }[];
  /** What the person was already shown: kinds of support and services by name, and lines with their numbers and when. */
  shown: { options: string[]; services: string[]; lines: { name: string; numbers: string; at: string }[] };
  thread: ThreadLine[];
  /** True when the conversation itself is gone (deleted or expired): the case stays. */
  threadGone: boolean;
  callbackWish?: CallbackWish;
  attempts: Attempt[];
  notes: Note[];
  outcome?: Outcome;
  audit: AuditLine[];
  typing: boolean;
  /** The person has the page open now. */
  personHere: boolean;
}

export interface DutyLine {
  id: string;
  name: string;
  role: Role;
  duty: Duty;
  connected: boolean;
  chats: number;
  /** Of those, with a safety line shown: hard cases are shared out. */
  hard: number;
  since: string;
}

/** Everything the first screen needs. */
export interface Board {
  queue: CaseLine[];
  mine: CaseLine[];
  /** All live chats; for supervisors only, empty for staff. */
  others: CaseLine[];
  callbacks: CaseLine[];
  onDuty: DutyLine[];
  chat: ChatState;
  /** Debriefs offered to me, by case; `wanted`: I have asked for it. */
  debriefs: { id: string; wanted: boolean }[];
  /** Open debriefs of colleagues, those they asked for first; for supervisors only, empty for staff. */
  debriefsOfOthers: { name: string; since: string; wanted: boolean }[];
}

/** What someone still has open at the end of a shift. */
export interface Left {
  chats: number;
  callbacks: number;
  wrapUps: number;
  debriefs: number;
}

/** Whether live chat is offered to people right now, and if not, why. */
export interface ChatState {
  open: boolean;
  why?: 'hours' | 'nobody-on-duty' | 'no-supervisor' | 'closed-by-supervisor' | 'not-offered';
  opens?: string;
  closedBy?: string;
}

/** Events of `GET /console/api/events` (server-sent events). `id:` counts; after a gap too long to replay: `reset`. */
export type ConsoleEvent =
  /** Something on the first screen has changed that is no line of a case. */
  | { kind: 'board' }
  | { kind: 'case'; case: CaseLine }
  | { kind: 'thread'; case: string; lines: ThreadLine[] }
  | { kind: 'typing'; case: string; typing: boolean }
  | { kind: 'seen'; case: string; delivered: number; read: number }
  | { kind: 'alert'; case: string; why: AlertWhy }
  | { kind: 'duty'; onDuty: DutyLine[]; chat: ChatState }
  | { kind: 'reset' }
  /** Signed out elsewhere, or the account was closed. */
  | { kind: 'signed-out' };

/** Why someone is called: repeated by the console until it was seen. */
export type AlertWhy =
  | 'waiting'
  | 'passed-to-you'
  | 'person-wrote'
  | 'help-asked'
  | 'quiet-after-safety-line'
  | 'safety-line-shown'
  | 'lost';

/** Bodies of requests. */
export interface SetUp {
  token: string;
  helpline: HelplineSettings;
  administrator: { name: string; username: string; password: string };
}
/** What a helpline tells people before anything is passed on, in its own words. */
export interface HelplineWords {
  who_reads: { en: string; es?: string | undefined };
  what_is_kept: { en: string; es?: string | undefined };
  must_tell_others: { en: string; es?: string | undefined };
}
export interface HelplineSettings {
  name: string;
  country: Country;
  zone: string;
  phone: string | null;
  hours: { days: ('mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun')[]; from: string; to: string }[];
  channels: { chat: boolean; callback: boolean };
  onDuty: { minimum: number; supervisor: boolean };
  /** Confirmed by the helpline as its own. Left out: as they were; without any there is no helpline. */
  says?: HelplineWords | undefined;
}
export interface NewStaff {
  name: string;
  username: string;
  role: Role;
  language: Language;
  password: string;
}
export interface StaffLine {
  id: string;
  name: string;
  username: string;
  role: Role;
  language: Language;
  active: boolean;
  createdAt: string;
  lastSeen?: string;
}
export interface AttemptBody {
  result: AttemptResult;
}
export interface CloseBody {
  outcome: Outcome;
}

/** A canned reply with its placeholders filled in for this case. */
export interface CannedReply {
  id: string;
  title: string;
  text: string;
}

export interface WrongNumberReport {
  id: string;
  resource: string;
  name: string;
  contact: string;
  at: string;
  count: number;
}

export interface DirectoryHit {
  resource: ResourceView;
  /** "due": check before giving it out. */
  freshness: 'fresh' | 'due';
}

/** Counts of one calendar month; a cell under five is `null`, and of a month that is running there are steps of five. */
export interface Insights {
  /** `2026-11` */
  month: string;
  running: boolean;
  /** Months there is a report of, newest first. */
  months: string[];
  groups: { id: string; title: string; rows: { label: string; count: number | null }[] }[];
  waiting: { medianSeconds: number | null; within2Minutes: number | null };
  perDay: { day: string; conversations: number | null; handoffs: number | null }[];
}
