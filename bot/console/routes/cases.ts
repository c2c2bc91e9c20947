import { failure } from '../../channel/failure.ts';
import type { Answer, Call, Route } from '../../channel/route.ts';
import type { CaseEvent } from '../../domain/case.ts';
import { mayRead } from '../../handoff/permit.ts';
import { transcriptOf } from '../../handoff/transcript.ts';
import type { CaseDesk } from '../../turn/case-desk.ts';
import type { ConsoleRoute } from '../access.ts';
import type { Account, Accounts } from '../accounts.ts';
import { caseLine, caseView, type CaseLineParts } from '../case-lines.ts';
import type { Guard } from '../guard.ts';
import type { Seen } from '../seen.ts';
import type { StaffRoom } from '../room.ts';
import { BODIES, readBody } from './bodies.ts';
import { problem, refusal } from './refusal.ts';

export interface CaseRoutesParts {
  guard: Guard;
  desk: CaseDesk;
  room: StaffRoom;
  accounts: Accounts;
  lines: CaseLineParts;
  seen: Seen;
  /** Whether there is such a service. */
  hasService: (id: string) => boolean;
}

type ActName = Extract<ConsoleRoute, `POST /console/api/cases/:id/${string}`>;

/** What staff do with cases. Each route makes an event of what was posted; the desk decides. */
export function caseRoutes(parts: CaseRoutesParts): Route[] {
  const { guard, desk, room, accounts, lines, seen } = parts;

  const view = async (id: string, account: Account): Promise<Answer> => {
    const record = desk.get(id);
    if (record === undefined) return failure('no-case');
    const body = await caseView(record, room.actor(account), lines);
    return body === undefined ? failure('not-your-case') : { status: 200, body };
  };

  /** A route that makes one event of what was posted; undefined: it has not the form, a text: what is wrong with it. */
  const act = (
    name: ActName,
    eventOf: (body: unknown, account: Account, call: Call) => CaseEvent | undefined | string,
  ): Route =>
    guard.route(name, async (call, { account }) => {
      const id = call.params['id'] ?? '';
      const event = eventOf(call.body ?? {}, account, call);
      if (event === undefined) return failure('bad-request');
      if (typeof event === 'string') return problem(event);
      const done = await desk.act(id, room.actor(account), event);
      if ('refused' in done) return refusal(done.refused);
      // Who passed a case on may not see the whole of it any more.
      const body = (await caseView(done, room.actor(account), lines)) ?? caseLine(done, lines);
      return { status: 200, body };
    });

  return [
    guard.route('GET /console/api/cases/:id', (call, { account }) => view(call.params['id'] ?? '', account)),

    guard.route('GET /console/api/cases/:id/transcript', async (call, { account }) => {
      const record = desk.get(call.params['id'] ?? '');
      if (record === undefined) return failure('no-case');
      if (!mayRead(record, room.actor(account))) return failure('not-your-case');
      const thread = (await desk.thread(record.id)) ?? [];
      return {
        status: 200,
        text: {
          type: 'application/json; charset=utf-8',
          content: JSON.stringify(transcriptOf(record, thread)),
        },
        headers: { 'content-disposition': `attachment; filename="${record.id}.transcript"` },
      };
    }),

    act('POST /console/api/cases/:id/claim', (_body, account) => ({ kind: 'claimed', name: account.name })),
    act('POST /console/api/cases/:id/notes', (body) => {
      const note = readBody(BODIES.note, body);
      return note && { kind: 'noted', text: note.text };
    }),
    act('POST /console/api/cases/:id/transfer', (body) => {
      const transfer = readBody(BODIES.transfer, body);
      if (transfer === undefined) return undefined;
      if (transfer.to === null) return { kind: 'transferred', to: null, name: '' };
      const to = accounts.get(transfer.to);
      if (to?.active !== true) return 'There is no such colleague.';
      return { kind: 'transferred', to: to.id, name: to.name };
    }),
    act('POST /console/api/cases/:id/help', () => ({ kind: 'help-asked' })),
    act('POST /console/api/cases/:id/join', (_body, account) => ({ kind: 'joined', name: account.name })),
    act('POST /console/api/cases/:id/leave', (_body, account) => ({ kind: 'left', name: account.name })),
    act('POST /console/api/cases/:id/back-to-bot', () => ({ kind: 'back-to-bot' })),
    act('POST /console/api/cases/:id/close', (body) => {
      const close = readBody(BODIES.close, body);
      return close && { kind: 'closed', outcome: close.outcome };
    }),
    act('POST /console/api/cases/:id/outcome', (body) => {
      const close = readBody(BODIES.close, body);
      return close && { kind: 'outcome-set', outcome: close.outcome };
    }),
    act('POST /console/api/cases/:id/attempts', (body, account) => {
      const attempt = readBody(BODIES.attempt, body);
      return attempt && { kind: 'attempted', result: attempt.result, name: account.name };
    }),
    act('POST /console/api/cases/:id/call-later', (body) => {
      const callback = readBody(BODIES.callLater, body);
      return callback && { kind: 'call-later', callback };
    }),
    act('POST /console/api/cases/:id/debriefed', (body) => {
      const debrief = readBody(BODIES.debrief, body);
      return debrief && { kind: 'debriefed', answer: debrief.answer };
    }),

    guard.route('POST /console/api/cases/:id/messages', async (call, { account }) => {
      const message = readBody(BODIES.message, call.body);
      if (message === undefined) return failure('bad-request');
      return said(await desk.say(call.params['id'] ?? '', room.actor(account), message));
    }),
    guard.route('POST /console/api/cases/:id/send-service', async (call, { account }) => {
      const message = readBody(BODIES.service, call.body);
      if (message === undefined) return failure('bad-request');
      if (!parts.hasService(message.resource)) return problem('There is no such service in the directory.');
      return said(await desk.say(call.params['id'] ?? '', room.actor(account), message));
    }),
    guard.route('POST /console/api/cases/:id/typing', (call, { account }) => {
      const typing = readBody(BODIES.typing, call.body);
      if (typing === undefined) return failure('bad-request');
      desk.typing(call.params['id'] ?? '', room.actor(account), typing.typing);
      return { status: 200, body: {} };
    }),
    guard.route('POST /console/api/cases/:id/read', (call, { account }) => {
      const read = readBody(BODIES.read, call.body);
      if (read === undefined) return failure('bad-request');
      const id = call.params['id'] ?? '';
      if (desk.get(id)?.owner === account.id) seen.upTo(id, read.seq);
      desk.read(id, room.actor(account), read.seq);
      return { status: 200, body: {} };
    }),
  ];
}

function said(done: Awaited<ReturnType<CaseDesk['say']>>): Answer {
  return 'refused' in done ? refusal(done.refused) : { status: 200, body: done };
}
