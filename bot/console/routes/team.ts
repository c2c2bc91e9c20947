import { failure } from '../../channel/failure.ts';
import type { Route } from '../../channel/route.ts';
import { OPEN_STATES } from '../../domain/case.ts';
import type { Left, NewStaff } from '../../domain/console.ts';
import { openDebriefs } from '../../handoff/queue.ts';
import type { CaseDesk } from '../../turn/case-desk.ts';
import { type Accounts, staffLine } from '../accounts.ts';
import { boardFor } from '../board.ts';
import type { CaseLineParts } from '../case-lines.ts';
import type { OnDuty } from '../duty.ts';
import type { Feed } from '../feed.ts';
import type { Guard } from '../guard.ts';
import { type HelplineBook, settingsOf } from '../helpline.ts';
import type { StaffRoom } from '../room.ts';
import type { Sessions } from '../sessions.ts';
import { BODIES, readBody } from './bodies.ts';
import { problem } from './refusal.ts';

export interface TeamRoutesParts {
  guard: Guard;
  desk: CaseDesk;
  room: StaffRoom;
  accounts: Accounts;
  sessions: Sessions;
  helpline: HelplineBook;
  duty: OnDuty;
  feed: Feed;
  lines: CaseLineParts;
  /** Who is there has changed, or what they do. */
  dutyChanged: () => void;
  changed: () => void;
}

/** The team: the first screen, who is there, accounts, the helpline's settings, and the stream of events. */
export function teamRoutes(parts: TeamRoutesParts): Route[] {
  const { guard, desk, room, accounts, sessions, helpline, duty, feed, lines, dutyChanged } = parts;
  return [
    guard.route('GET /console/api/board', (_call, { account }) => ({
      status: 200,
      body: boardFor(account, room, lines),
    })),

    guard.route('GET /console/api/events', (call, { account, session }) => ({
      status: 200,
      events: (send, end) => {
        const close = duty.opened(account.id);
        const last = call.headers['last-event-id'] ?? call.query.get('last') ?? undefined;
        const leave = feed.join(
          {
            staff: account.id,
            session: session.id,
            send: (id, event) => send({ ...(id === '' ? {} : { id }), data: JSON.stringify(event) }),
            end,
          },
          typeof last === 'string' ? last : undefined,
        );
        dutyChanged();
        return () => {
          leave();
          close();
          dutyChanged();
        };
      },
    })),

    guard.route('POST /console/api/duty', (call, { account }) => {
      const body = readBody(BODIES.duty, call.body);
      if (body === undefined) return failure('bad-request');
      room.setDuty(account, body.duty);
      dutyChanged();
      return { status: 200, body: { duty: body.duty } };
    }),

    guard.route('POST /console/api/check-out', (_call, { account }) => {
      room.setDuty(account, 'off');
      dutyChanged();
      const cases = desk.all();
      const mine = cases.filter((one) => one.owner === account.id);
      const open = mine.filter((one) => OPEN_STATES.has(one.state));
      const left: Left = {
        chats: open.filter((one) => one.way === 'live').length,
        callbacks: open.filter((one) => one.way === 'callback').length,
        wrapUps: mine.filter((one) => !OPEN_STATES.has(one.state) && one.outcome === undefined).length,
        debriefs: openDebriefs(cases).filter(({ staff }) => staff === account.id).length,
      };
      return { status: 200, body: left };
    }),

    guard.route('POST /console/api/chat', (call, { account }) => {
      const body = readBody(BODIES.chat, call.body);
      if (body === undefined) return failure('bad-request');
      room.setChat(account, body.open);
      dutyChanged();
      return { status: 200, body: room.chat() };
    }),

    guard.route('GET /console/api/staff', () => ({
      status: 200,
      body: { staff: accounts.all().map(staffLine) },
    })),
    guard.route('POST /console/api/staff', async (call) => {
      const body: NewStaff | undefined = readBody(BODIES.newStaff, call.body);
      if (body === undefined) return failure('bad-request');
      const added = await accounts.add(body);
      if ('problem' in added) return problem(added.problem);
      return { status: 200, body: staffLine(added) };
    }),
    guard.route('POST /console/api/staff/:id', async (call) => {
      const body = readBody(BODIES.staff, call.body);
      if (body === undefined) return failure('bad-request');
      const { name, role, active, password } = body;
      const changed = await accounts.change(call.params['id'] ?? '', {
        ...(name === undefined ? {} : { name }),
        ...(role === undefined ? {} : { role }),
        ...(active === undefined ? {} : { active }),
        ...(password === undefined ? {} : { password }),
      });
      if ('problem' in changed) return problem(changed.problem);
      // Whoever held the old password, or the old rights, has to sign in again.
      if (active === false || password !== undefined || role !== undefined) {
        await sessions.endAll(changed.id);
        feed.endAll(changed.id);
      }
      return { status: 200, body: staffLine(changed) };
    }),

    guard.route('GET /console/api/settings', () => {
      const { own, saysDraft } = helpline;
      return own === null ? failure('not-found') : { status: 200, body: settingsOf(own, saysDraft) };
    }),
    guard.route('POST /console/api/settings', async (call) => {
      const body = readBody(BODIES.settings, call.body);
      if (body === undefined) return failure('bad-request');
      const own = await helpline.set(body as Parameters<HelplineBook['set']>[0]);
      if ('problem' in own) return problem(own.problem);
      parts.changed();
      dutyChanged();
      return { status: 200, body: settingsOf(own) };
    }),
  ];
}
