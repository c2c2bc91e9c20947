import {
  type AuditLine,
  type Case,
  type CaseEvent,
  type CaseNews,
  type CaseRefusal,
  type CaseState,
  type DebriefAnswer,
  OPEN_STATES,
} from '../domain/case.ts';
import { never } from '../domain/fault.ts';
import { type SignalKind, URGENT } from '../domain/signal.ts';
import { LIMITS } from './limits.ts';

/** What a new case is made of; the rest follows. */
export type NewCase = Pick<
  Case,
  'id' | 'conversation' | 'way' | 'summary' | 'earlier' | 'fromSeq' | 'language' | 'country' | 'safety'
> &
  Partial<Pick<Case, 'timeZone' | 'callback'>>;

/** Variables, without their dialog, that say how to reach someone; their lines go when the case is closed. */
const CONTACT_LINES: ReadonlySet<string> = new Set(['name', 'phone', 'safe_time', 'message']);
/** States in which a person and staff are, or are about to be, in one chat. */
const CHATTING: ReadonlySet<CaseState> = new Set<CaseState>(['claimed', 'live', 'quiet']);

/** A case as it begins: a live one waits for "still there?", a callback is in the list at once. */
export function newCase(from: NewCase, at: string): Case {
  const fresh: Case = {
    ...from,
    version: 1,
    state: from.way === 'live' ? 'requested' : 'callback-scheduled',
    owner: null,
    joined: [],
    first: false,
    attempts: [],
    notes: [],
    sent: [],
    helpAsked: false,
    audit: [],
    news: [],
    createdAt: at,
    waitingSince: at,
    personAt: at,
  };
  return { ...fresh, audit: [auditLine(fresh, 'person', { kind: 'requested' }, at)] };
}

/**
 * What an event makes of a case: the case afterwards with its version raised by one, the same object when nothing
 * changes (an event that came twice), or why it may not happen. Pure. Who may do what is `permit.ts`'s business; this
 * only knows what makes sense when.
 *
 * @param by staff id, `person` or `system`
 * @param at ISO instant
 */
export function advance(record: Case, by: string, event: CaseEvent, at: string): Case | CaseRefusal {
  const changed = change(record, by, event, at);
  if (typeof changed === 'string' || changed === record) return changed;
  const next = { ...changed, version: record.version + 1 };
  return { ...next, audit: [...record.audit, auditLine(next, by, event, at)] };
}

function change(record: Case, by: string, event: CaseEvent, at: string): Case | CaseRefusal {
  const open = OPEN_STATES.has(record.state);
  const chatting = CHATTING.has(record.state);
  switch (event.kind) {
    case 'requested':
      return 'wrong-state';
    case 'still-there':
      if (record.state !== 'requested') return open ? record : 'ended';
      return { ...record, state: 'queued', waitingSince: at, personAt: at };
    case 'claimed':
      return claim(record, by, event.name, at);
    case 'staff-wrote':
      if (!chatting) return open ? 'wrong-state' : 'ended';
      return { ...withoutLease(record), state: record.state === 'quiet' ? 'quiet' : 'live', staffAt: at };
    case 'person-wrote':
      if (!open) return 'ended';
      return { ...record, personAt: at, state: record.state === 'quiet' ? 'live' : record.state };
    case 'lease-expired':
      if (record.state === 'claimed') {
        return tell(queued(record, at), { kind: 'back-in-line' });
      }
      if (record.state === 'callback-scheduled' && record.owner !== null) {
        return { ...withoutLease(record), owner: null };
      }
      return 'wrong-state';
    case 'staff-lost':
      if (!chatting) return open ? 'wrong-state' : 'ended';
      return tell(queued(record, at), { kind: 'lost', name: event.name });
    case 'transferred':
      return transfer(record, event.to, event.name, at);
    case 'help-asked':
      if (!chatting) return open ? 'wrong-state' : 'ended';
      return record.helpAsked ? record : { ...record, helpAsked: true };
    case 'joined':
      if (!chatting) return open ? 'wrong-state' : 'ended';
      if (record.owner === by || record.joined.includes(by)) return record;
      return tell(
        { ...record, joined: [...record.joined, by], helpAsked: false },
        { kind: 'supervisor-joined', name: event.name },
      );
    case 'left':
      if (!record.joined.includes(by)) return record;
      return tell(
        { ...record, joined: record.joined.filter((one) => one !== by) },
        { kind: 'supervisor-left', name: event.name },
      );
    case 'safety-shown':
      if (!open) return 'ended';
      return { ...record, safety: [...record.safety.slice(-49), { at, kind: event.signal }] };
    case 'quiet-check':
      if (record.state !== 'live') return open ? 'wrong-state' : 'ended';
      return tell({ ...record, state: 'quiet' }, { kind: 'quiet-check' });
    case 'closed-quiet':
      // Someone who was shown a crisis line and falls silent is never shut out by a clock: a supervisor looks.
      if (record.state !== 'quiet' || record.safety.length > 0) return open ? 'wrong-state' : 'ended';
      return tell({ ...ended(record, 'closed', at), outcome: 'person-left' }, { kind: 'closed-quiet' });
    case 'closed': {
      if (!open || record.state === 'requested') return open ? 'wrong-state' : 'ended';
      const closed = { ...ended(record, 'closed', at), outcome: event.outcome };
      return record.way === 'live' ? tell(closed, { kind: 'closed' }) : closed;
    }
    case 'outcome-set':
      return open ? 'wrong-state' : { ...record, outcome: event.outcome };
    case 'back-to-bot':
      if (!chatting) return open ? 'wrong-state' : 'ended';
      return tell(ended(record, 'returned-to-bot', at), { kind: 'back-to-bot' }, by);
    case 'withdrawn':
      return open ? { ...ended(record, 'withdrawn', at), ...unmet(record) } : 'ended';
    case 'expired':
      if (record.state !== 'requested') return open ? 'wrong-state' : 'ended';
      return tell({ ...ended(record, 'withdrawn', at), ...unmet(record) }, { kind: 'expired' });
    case 'returned': {
      if (record.way !== 'live' || (record.state !== 'closed' && record.state !== 'returned-to-bot')) {
        return 'wrong-state';
      }
      const { outcome: _outcome, closedAt: _closedAt, ...rest } = queued(record, at);
      return { ...rest, personAt: at };
    }
    case 'call-later':
      return callLater(record, event.callback, at, by);
    case 'attempted': {
      if (record.state !== 'callback-scheduled') return open ? 'wrong-state' : 'ended';
      const attempt = { at, by, result: event.result };
      const tried = { ...withoutLease(record), owner: by, attempts: [...record.attempts, attempt] };
      const kept = event.result === 'reached' ? tried : { ...tried, owner: null };
      return tell(kept, { kind: 'attempt', name: event.name, result: event.result });
    }
    case 'noted':
      return { ...record, notes: [...record.notes.slice(-199), { at, by, text: event.text }] };
    case 'service-sent':
      if (!chatting) return open ? 'wrong-state' : 'ended';
      return { ...record, sent: [...new Set([...record.sent, event.resource])] };
    case 'feedback':
      return open ? 'wrong-state' : { ...record, feedback: event.answer };
    case 'debriefed':
      return debriefed(record, event.answer);
    case 'erased':
      // A call that someone asked for stays asked for; a chat whose words are gone has nobody in it.
      if (!open || record.state === 'callback-scheduled') return { ...record, news: [] };
      return { ...ended(record, 'withdrawn', at), news: [], ...unmet(record) };
    default:
      return never(event);
  }
}

function claim(record: Case, by: string, name: string, at: string): Case | CaseRefusal {
  if (!OPEN_STATES.has(record.state)) return 'ended';
  if (record.owner !== null) return record.owner === by ? record : 'already-claimed';
  if (record.state === 'callback-scheduled') {
    return { ...record, owner: by, leaseUntil: later(at, LIMITS.callLease) };
  }
  if (record.state !== 'queued') return 'wrong-state';
  const claimed: Case = { ...record, state: 'claimed', owner: by, leaseUntil: later(at, LIMITS.lease) };
  return tell(claimed, { kind: 'joined', name });
}

function transfer(record: Case, to: string | null, name: string, at: string): Case | CaseRefusal {
  if (record.state === 'callback-scheduled') {
    return to === null
      ? { ...withoutLease(record), owner: null }
      : { ...record, owner: to, leaseUntil: later(at, LIMITS.callLease) };
  }
  if (!CHATTING.has(record.state)) return OPEN_STATES.has(record.state) ? 'wrong-state' : 'ended';
  if (to === null) return tell(queued(record, at), { kind: 'back-in-line' });
  if (record.owner === to) return record;
  const passed: Case = {
    ...record,
    state: 'claimed',
    owner: to,
    joined: record.joined.filter((one) => one !== to),
    leaseUntil: later(at, LIMITS.lease),
  };
  return tell(passed, { kind: 'passed-on', name });
}

function callLater(
  record: Case,
  callback: NonNullable<Case['callback']>,
  at: string,
  by: string,
): Case | CaseRefusal {
  if (!OPEN_STATES.has(record.state)) return 'ended';
  if (record.state === 'callback-scheduled') return { ...record, callback };
  const arranged: Case = {
    ...withoutLease(record),
    way: 'callback',
    state: 'callback-scheduled',
    owner: null,
    joined: [],
    callback,
    waitingSince: at,
  };
  return tell(arranged, { kind: 'call-arranged' }, by);
}

/** Back in the queue, before those that only wait: whoever was let down does not start over. */
function queued(record: Case, at: string): Case {
  return {
    ...withoutLease(record),
    state: 'queued',
    owner: null,
    joined: [],
    first: true,
    helpAsked: false,
    waitingSince: at,
  };
}

/** After these whoever answered is offered a debrief: a crisis, talk of death, abuse. */
const HARD: ReadonlySet<SignalKind> = new Set<SignalKind>([...URGENT, 'death-talk']);

/** At an end: how to reach the person is deleted; whoever had a hard case is offered a debrief. */
function ended(record: Case, state: 'closed' | 'withdrawn' | 'returned-to-bot', at: string): Case {
  const { callback: _callback, ...rest } = withoutLease(record);
  const hard = record.owner !== null && record.safety.some(({ kind }) => HARD.has(kind));
  return {
    ...rest,
    state,
    joined: [],
    helpAsked: false,
    first: false,
    summary: record.summary.filter((line) => !CONTACT_LINES.has(line.id.slice(line.id.indexOf('.') + 1))),
    closedAt: at,
    ...(hard && record.owner !== null ? { debrief: { staff: record.owner, done: false } } : {}),
  };
}

/** What was answered first can be thought over: who did not need one may ask for it after all. */
function debriefed(record: Case, answer: DebriefAnswer): Case | CaseRefusal {
  if (record.debrief === undefined) return 'wrong-state';
  const { staff } = record.debrief;
  return {
    ...record,
    debrief: answer === 'wanted' ? { staff, done: false, wanted: true } : { staff, done: true },
  };
}

/** Nobody of the staff was in it: there is nothing to wrap up. */
function unmet(record: Case): Partial<Pick<Case, 'outcome'>> {
  return record.owner === null ? { outcome: 'person-left' } : {};
}

function withoutLease(record: Case): Case {
  const { leaseUntil: _leaseUntil, ...rest } = record;
  return rest;
}

/** The person has to be told, unless it was their own doing. */
function tell(record: Case, news: Omit<CaseNews, 'n'>, by?: string): Case {
  if (by === 'person') return record;
  // The number is the version the case is about to have: unique, and growing.
  return { ...record, news: [...record.news, { ...news, n: record.version + 1 }] };
}

function auditLine(record: Case, by: string, event: CaseEvent, at: string): AuditLine {
  const to =
    event.kind === 'transferred' ? (event.to ?? 'queue') : 'outcome' in event ? event.outcome : undefined;
  const line: AuditLine = { n: record.audit.length + 1, at, by, what: event.kind, state: record.state };
  return to === undefined ? line : { ...line, to };
}

function later(at: string, milliseconds: number): string {
  return new Date(Date.parse(at) + milliseconds).toISOString();
}
