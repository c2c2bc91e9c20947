import { failure } from '../../channel/failure.ts';
import type { Answer, Route } from '../../channel/route.ts';
import type { Log } from '../../channel/ports.ts';
import type { Account, Accounts } from '../accounts.ts';
import type { Feed } from '../feed.ts';
import type { Guard } from '../guard.ts';
import type { HelplineBook } from '../helpline.ts';
import type { StaffRoom } from '../room.ts';
import { isSame, type Sessions } from '../sessions.ts';
import type { NameAndPassword, SignIn } from '../sign-in.ts';
import { BODIES, readBody } from './bodies.ts';
import { problem } from './refusal.ts';

export interface SignInParts {
  guard: Guard;
  accounts: Accounts;
  sessions: Sessions;
  helpline: HelplineBook;
  room: StaffRoom;
  feed: Feed;
  passwords: SignIn<NameAndPassword>;
  log: Log;
  /** Printed once at the start, for the first run. */
  setupToken: string;
  /** The helpline is another one now: what people are offered changes. */
  changed: () => void;
}

const LINK_USED = 'This setup link is not valid any more. Start the server again to get a new one.';

/** Setting up, signing in and out. */
export function signInRoutes(parts: SignInParts): Route[] {
  const { guard, accounts, sessions, passwords, helpline, room, feed, log } = parts;

  const begin = async (account: Account): Promise<Answer> => {
    const { secret, session } = await sessions.begin(account.id);
    await accounts.seen(account.id);
    return { status: 200, body: room.me(account, session), headers: guard.cookie(secret) };
  };

  return [
    guard.open('GET /console/api/setup', () => ({
      status: 200,
      body: { needed: accounts.empty, draft: helpline.draft },
    })),

    guard.open('POST /console/api/setup', async (call) => {
      const body = readBody(BODIES.setUp, call.body);
      if (body === undefined) return failure('bad-request');
      // The link works once: until there is an administrator.
      if (!accounts.empty || !isSame(body.token, parts.setupToken)) return problem(LINK_USED);
      const own = await helpline.set(body.helpline as Parameters<HelplineBook['set']>[0]);
      if ('problem' in own) return problem(own.problem);
      const account = await accounts.addFirst({ ...body.administrator, language: 'en' });
      if (account === undefined) return problem(LINK_USED);
      if ('problem' in account) return problem(account.problem);
      log('console-set-up');
      parts.changed();
      return begin(account);
    }),

    guard.open('POST /console/api/sign-in', async (call) => {
      const body = readBody(BODIES.signIn, call.body);
      if (body === undefined) return failure('bad-request');
      const found = await passwords.identify(body);
      if (found === undefined) {
        log('sign-in-refused');
        return failure('sign-in-refused');
      }
      return 'wait' in found ? failure('too-many', { 'retry-after': String(found.wait) }) : begin(found);
    }),

    guard.route('POST /console/api/sign-out', async (_call, { account, session }) => {
      await sessions.end(session.id);
      feed.endSession(session.id);
      // Someone may have signed out on one device and still be there on another.
      if (!feed.has(account.id)) room.setDuty(account, 'off');
      return { status: 200, body: {}, headers: guard.cookie(null) };
    }),

    guard.route('GET /console/api/me', (_call, { account, session }) => ({
      status: 200,
      body: room.me(account, session),
    })),
  ];
}
