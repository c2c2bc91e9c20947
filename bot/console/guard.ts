import { failure } from '../channel/failure.ts';
import type { MayCall } from '../channel/origins.ts';
import type { Answer, Call, Route } from '../channel/route.ts';
import { ACCESS, type ConsoleRoute, reaches } from './access.ts';
import type { Account, Accounts } from './accounts.ts';
import { Cookie } from './cookie.ts';
import { type Session, type Sessions, isSame } from './sessions.ts';

/** Who calls: the account and the session it came with. */
export interface Caller {
  account: Account;
  session: Session;
}

export type Handler = (call: Call, caller: Caller) => Promise<Answer> | Answer;
export type OpenHandler = (call: Call) => Promise<Answer> | Answer;

export interface GuardParts {
  accounts: Accounts;
  sessions: Sessions;
  mayCall: MayCall;
  /** Cookies only over HTTPS, under a name that a browser takes from this host alone. */
  secure: boolean;
}

/** Makes routes of the console: who may call is looked up in one table, and everything that changes needs our own page. */
export class Guard {
  readonly #parts: GuardParts;
  readonly #cookie: Cookie;

  constructor(parts: GuardParts) {
    this.#parts = parts;
    this.#cookie = new Cookie('navigator-staff', parts.secure);
  }

  /** A route for people who are signed in, of the role that the table asks for. */
  route(name: Exclude<ConsoleRoute, OpenRoute>, handle: Handler): Route {
    const needed = ACCESS[name];
    return this.#mount(name, async (call) => {
      const caller = await this.#caller(call);
      if (caller === undefined) return failure('signed-out');
      if (!reaches(caller.account.role, needed)) return failure('not-allowed');
      const given = call.headers['x-csrf'];
      if (isChange(name) && (typeof given !== 'string' || !isSame(given, caller.session.csrf))) {
        return failure('page-refused');
      }
      return handle(call, caller);
    });
  }

  /** A route that needs no session. */
  open(name: OpenRoute, handle: OpenHandler): Route {
    return this.#mount(name, async (call) => handle(call));
  }

  /** The cookie of sessions. */
  get cookie(): Cookie {
    return this.#cookie;
  }

  #mount(name: ConsoleRoute, handle: (call: Call) => Promise<Answer>): Route {
    const [method = '', path = ''] = name.split(' ');
    return {
      method: method === 'GET' ? 'GET' : 'POST',
      path,
      ...(method === 'POST' ? { body: 'json' as const } : {}),
      allowance:
        name === 'POST /console/api/sign-in' || name === 'POST /console/api/setup' ? 'sign-in' : 'console',
      handle: (call) => (this.#isOurPage(call) ? handle(call) : failure('page-refused')),
    };
  }

  /** Another site's page may make a browser call us with its cookies: such a call names where it comes from. */
  #isOurPage({ headers }: Call): boolean {
    const site = headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
    return headers.origin === undefined || this.#parts.mayCall(headers.origin, headers.host);
  }

  async #caller(call: Call): Promise<Caller | undefined> {
    const { accounts, sessions } = this.#parts;
    const session = await sessions.find(this.#cookie.of(call));
    if (session === undefined) return undefined;
    const account = accounts.get(session.staff);
    return account?.active === true ? { account, session } : undefined;
  }
}

type OpenRoute = {
  [Name in ConsoleRoute]: (typeof ACCESS)[Name] extends 'anyone' ? Name : never;
}[ConsoleRoute];

function isChange(name: ConsoleRoute): boolean {
  return name.startsWith('POST ');
}
