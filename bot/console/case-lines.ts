import { type Case, OPEN_STATES } from '../domain/case.ts';
import type { CaseLine, CaseView } from '../domain/console.ts';
import { mayRead, type Standing } from '../handoff/permit.ts';
import type { CaseDesk } from '../turn/case-desk.ts';

/** What lines of cases are made of. */
export interface CaseLineParts {
  desk: CaseDesk;
  nameOf: (staff: string) => string;
  /** How many of the person's messages the owner has not seen. */
  unread: (record: Case) => number;
}

/** Lines of the summary that say what someone wants, best first. */
const WANTS = ['topic', 'wants', 'carer_wants', 'money_topic'];

/** A case as one line of a list. Of what the person approved it shows only what they want. */
export function caseLine(record: Case, { nameOf, unread }: CaseLineParts): CaseLine {
  const named = (id: string) => ({ id, name: nameOf(id) });
  const { callback, attempts } = record;
  const lastAttempt = attempts.at(-1);
  return {
    id: record.id,
    version: record.version,
    way: record.way,
    state: record.state,
    owner: record.owner === null ? null : named(record.owner),
    joined: record.joined.map(named),
    wants: wantsOf(record),
    language: record.language,
    ...(record.timeZone === undefined ? {} : { timeZone: record.timeZone }),
    waitingSince: record.waitingSince,
    personAt: record.personAt,
    ...(record.staffAt === undefined ? {} : { staffAt: record.staffAt }),
    first: record.first,
    helpAsked: record.helpAsked,
    safety: record.safety.at(-1) ?? null,
    unread: unread(record),
    ...(record.way === 'callback'
      ? {
          callback: {
            times: callback?.times ?? [],
            attempts: attempts.length,
            ...(lastAttempt === undefined
              ? {}
              : { lastAttempt: { ...lastAttempt, by: nameOf(lastAttempt.by) } }),
          },
        }
      : {}),
    ...(record.closedAt === undefined ? {} : { closedAt: record.closedAt }),
    needsOutcome: !OPEN_STATES.has(record.state) && record.outcome === undefined,
  };
}

/** A case with everything someone of the team may see of it; undefined when they may not. */
export async function caseView(
  record: Case,
  staff: Standing,
  parts: CaseLineParts,
): Promise<CaseView | undefined> {
  if (!mayRead(record, staff)) return undefined;
  const { desk, nameOf } = parts;
  const [thread, shown] = await Promise.all([desk.thread(record.id), desk.shown(record.id)]);
  const person = desk.person(record.id);
  const { callback } = record;
  return {
    ...caseLine(record, parts),
    summary: record.summary,
    safetyShown: record.safety,
    shown,
    thread: thread ?? [],
    threadGone: thread === undefined,
    ...(callback === undefined ? {} : { callbackWish: callback }),
    attempts: record.attempts.map((attempt) => ({ ...attempt, by: nameOf(attempt.by) })),
    notes: record.notes.map((note) => ({ ...note, by: nameOf(note.by) })),
    ...(record.outcome === undefined ? {} : { outcome: record.outcome }),
    audit: record.audit.map((line) => ({ ...line, by: nameOf(line.by) })),
    typing: person.typing,
    personHere: person.here,
  };
}

function wantsOf(record: Case): string {
  for (const wanted of WANTS) {
    const line = record.summary.find(({ id }) => id.slice(id.indexOf('.') + 1) === wanted);
    if (line !== undefined) return line.text;
  }
  return '';
}
