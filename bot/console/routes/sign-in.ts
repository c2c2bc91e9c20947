import { failure } from '../../channel/failure.ts';
import type { Answer, Call, Route } from '../../channel/route.ts';
import type { Log } from '../../channel/ports.ts';
import type { Account, Accounts } from '../accounts.ts';
import { Cookie } from '../cookie.ts';
import type { Feed } from '../feed.ts';
import type { Guard } from '../guard.ts';
import type { HelplineBook } from '../helpline.ts';
import type { KnownBrowsers } from '../known-browsers.ts';
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
  browsers: KnownBrowsers;
  /** Cookies over HTTPS only. */
  secure: boolean;
  log: Log;
  /** Printed once at the start, for the first run. */
  setupToken: string;
  /** The helpline is another one now: what people are offered changes. */
  changed: () => void;
}

/** How long a browser is known after someone has signed in there, in seconds: half a year. */
const KNOWN_FOR = 180 * 86_400;
const LINK_USED = 'This setup link is not valid any more. Start the server again to get a new one.';

/** Setting up, signing in and out. */
export function signInRoutes(parts: SignInParts): Route[] {
  const { guard, accounts, sessions, passwords, helpline, room, feed, log } = parts;

  const knownCookie = new Cookie('navigator-known', parts.secure, KNOWN_FOR);
  const begin = async (call: Call, account: Account): Promise<Answer> => {
    const { secret, session } = await sessions.begin(account.id);
    await accounts.seen(account.id);
    // A shift begins off duty, whatever the last one ended with; but a second window changes nothing.
    if (!feed.has(account.id)) room.setDuty(account, 'off');
    const known = parts.browsers.remember(account, knownCookie.of(call));
    return {
      status: 200,
      body: room.me(account, session),
      headers: { 'set-cookie': [guard.cookie.set(secret), knownCookie.set(known)] },
    };
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
      return begin(call, account);
    }),

    guard.open('POST /console/api/sign-in', async (call) => {
      const body = readBody(BODIES.signIn, call.body);
      if (body === undefined) return failure('bad-request');
      const { address } = call;
      const found = await passwords.identify({ ...body, address, known: knownCookie.of(call) });
      if (found === undefined) {
        log('sign-in-refused');
        return failure('sign-in-refused');
      }
      return 'wait' in found
        ? failure('too-many', { 'retry-after': String(found.wait) })
        : begin(call, found);
    }),

    guard.route('POST /console/api/sign-out', async (_call, { account, session }) => {
      await sessions.end(session.id);
      feed.endSession(session.id);
      // Someone may have signed out on one device and still be there on another.
      if (!feed.has(account.id)) room.setDuty(account, 'off');
      return { status: 200, body: {}, headers: { 'set-cookie': guard.cookie.set(null) } };
    }),

    guard.route('GET /console/api/me', (_call, { account, session }) => ({
      status: 200,
      body: room.me(account, session),
    })),
  ];
}
