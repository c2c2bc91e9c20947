import { codeOf } from '../channel/navigator-bot.ts';
import type { MayCall } from '../channel/origins.ts';
import type { Later, Log } from '../channel/ports.ts';
import type { Route } from '../channel/route.ts';
import { type Case, OPEN_STATES } from '../domain/case.ts';
import { mayRead } from '../handoff/permit.ts';
import { needsSupervisor } from '../handoff/passing-time.ts';
import type { DeskEvent } from '../turn/case-desk.ts';
import type { Clock } from '../turn/ports.ts';
import { reaches } from './access.ts';
import type { Accounts } from './accounts.ts';
import { alertFor } from './alerts.ts';
import { caseCounts } from './case-counts.ts';
import { caseLine, type CaseLineParts } from './case-lines.ts';
import type { OnDuty } from './duty.ts';
import { type Audience, Feed } from './feed.ts';
import { Guard } from './guard.ts';
import type { HelplineBook } from './helpline.ts';
import { KnownBrowsers } from './known-browsers.ts';
import { caseRoutes } from './routes/cases.ts';
import { insightsRoutes, type InsightsParts } from './routes/insights.ts';
import { libraryRoutes, type LibraryParts } from './routes/library.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { teamRoutes } from './routes/team.ts';
import { Seen } from './seen.ts';
import type { Sessions } from './sessions.ts';
import { PasswordSignIn } from './sign-in.ts';

export interface ConsoleParts extends Omit<LibraryParts & InsightsParts, 'guard'> {
  accounts: Accounts;
  sessions: Sessions;
  helpline: HelplineBook;
  duty: OnDuty;
  clock: Clock;
  log: Log;
  later: Later;
  mayCall: MayCall;
  /** People reach us over HTTPS: cookies go over nothing else. */
  secure: boolean;
  setupToken: string;
  /** Signs the marks of browsers in which someone has signed in before. */
  key: Uint8Array;
  /** Names this process in the ids of events. */
  run: string;
  hasService: (id: string) => boolean;
  /** The helpline is another one now. */
  changed: () => void;
}

/** The staff's side, put together: its routes, and what it tells open consoles. */
export interface StaffConsole {
  routes: Route[];
  /** To be called now and then: alerts that come from the passing of time, sessions that end, counts to write down. */
  tick(): void;
}

/** How long changes of who is there are gathered before everyone is told, in milliseconds. */
const GATHER = 200;

export function createConsole(parts: ConsoleParts): StaffConsole {
  const { accounts, sessions, duty, room, desk, clock, tally } = parts;
  const feed = new Feed(parts.run, clock);
  const seen = new Seen();
  const browsers = new KnownBrowsers(parts.key);
  const guard = new Guard({ accounts, sessions, mayCall: parts.mayCall, secure: parts.secure });
  const lines: CaseLineParts = { desk, nameOf: room.nameOf, unread: (record) => seen.unread(record.id) };

  const supervises: Audience = (staff) => {
    const account = accounts.get(staff);
    return account !== undefined && reaches(account.role, 'supervisor');
  };
  const available: Audience = (staff) => duty.duty(staff) === 'available';
  const readers =
    (record: Case): Audience =>
    (staff) =>
      mayRead(record, { id: staff, supervisor: supervises(staff) });
  const inChat =
    (record: Case): Audience =>
    (staff) =>
      staff === record.owner || record.joined.includes(staff);
  const watching =
    (record: Case): Audience =>
    (staff) =>
      inChat(record)(staff) || supervises(staff);

  let gathering = false;
  const dutyChanged = () => {
    if (gathering) return;
    gathering = true;
    parts.later(GATHER, () => {
      gathering = false;
      feed.emit({ kind: 'duty', onDuty: room.onDuty(), chat: room.chat() }, () => true, true);
    });
  };

  const told = (record: Case, what: Extract<DeskEvent, { kind: 'case' }>['what']) => {
    // Whoever could see it until now has to learn that they cannot any more: lists hold no more than a line says.
    feed.emit({ kind: 'case', case: caseLine(record, lines) });
    // A debrief was offered or answered: no line says so, for it is nobody's business but theirs and their supervisors'.
    const { debrief } = record;
    if (debrief !== undefined && !OPEN_STATES.has(record.state)) {
      feed.emit({ kind: 'board' }, (staff) => staff === debrief.staff || supervises(staff));
    }
    tally.count(caseCounts(record, what));
    const alert = alertFor(record, what, available, supervises);
    if (alert !== null) feed.emit({ kind: 'alert', case: record.id, why: alert.why }, alert.audience);
    if (what === 'erased') feed.forgetWords(record.id);
    if (!OPEN_STATES.has(record.state)) seen.forget(record.id);
    if (['claimed', 'closed', 'closed-quiet', 'back-to-bot', 'transferred', 'staff-lost'].includes(what))
      dutyChanged();
  };

  const pass = async (record: Case, after: number) => {
    const added = (await desk.thread(record.id, after)) ?? [];
    if (added.length === 0) return;
    for (const line of added) if (line.from === 'person') seen.wrote(record.id, line.seq);
    feed.emit({ kind: 'thread', case: record.id, lines: added }, readers(record));
  };

  const failed = (what: string, error: unknown) => parts.log(what, { code: codeOf(error) });

  desk.listen((event) => {
    const { case: record } = event;
    switch (event.kind) {
      case 'case':
        return told(record, event.what);
      case 'thread':
        pass(record, event.after).catch((error: unknown) => failed('feed-failed', error));
        return;
      case 'typing':
        return feed.emit({ kind: 'typing', case: record.id, typing: event.typing }, watching(record), true);
      case 'seen':
        return feed.emit(
          { kind: 'seen', case: record.id, delivered: event.delivered, read: event.read },
          watching(record),
          true,
        );
    }
  });

  /** Cases a supervisor was called for, so that the feed is not filled with them. */
  const called = new Set<string>();
  return {
    routes: [
      ...signInRoutes({
        ...parts,
        guard,
        feed,
        browsers,
        passwords: new PasswordSignIn(accounts, browsers, clock),
      }),
      ...teamRoutes({ ...parts, guard, feed, lines, dutyChanged }),
      ...caseRoutes({ ...parts, guard, lines, seen }),
      ...libraryRoutes({ ...parts, guard }),
      ...insightsRoutes({ ...parts, guard }),
    ],
    tick() {
      tally.flush().catch((error: unknown) => failed('tally-failed', error));
      feed.forgetOld();
      for (const id of feed.sessions()) {
        sessions.use(id).then(
          (session) => session ?? feed.endSession(id),
          (error: unknown) => failed('session-failed', error),
        );
      }
      for (const record of desk.all()) {
        const needed = needsSupervisor(record, clock.now(), desk.person(record.id).typedAt);
        if (needed && !called.has(record.id)) {
          feed.emit({ kind: 'alert', case: record.id, why: 'quiet-after-safety-line' }, supervises);
        }
        if (needed) called.add(record.id);
        else called.delete(record.id);
      }
    },
  };
}
