import { randomBytes } from 'node:crypto';
import type { Clock } from '../turn/ports.ts';
import type { Account, Accounts } from './accounts.ts';
import { Attempts } from './attempts.ts';
import type { KnownBrowsers } from './known-browsers.ts';
import { hashed, matches } from './password.ts';

/** Who someone is; undefined: nobody who may sign in; `wait`: seconds until it may be tried again. */
export type Identified = Account | { wait: number } | undefined;

/**
 * One way to prove who someone of the staff is. The account it names gets a session, and from there on nothing asks how
 * it was proved: a second way, such as OpenID Connect, implements this with the proof its provider gives.
 */
export interface SignIn<Proof> {
  identify(proof: Proof): Promise<Identified>;
}

export interface NameAndPassword {
  username: string;
  password: string;
  /** Address of who tries. */
  address: string;
  /** The cookie of known browsers that came along. */
  known: string | undefined;
}

const SECOND = 1000;
/** From one address at one name, and from one known browser: one who forgot a password is not kept for long. */
const HERE = { free: 5, first: 30 * SECOND, longest: 300 * SECOND };
/** At one name from all unknown browsers together: many addresses must not guess as many times as often. */
const ANYWHERE = { free: 50, first: 10 * SECOND, longest: 10 * SECOND };

/**
 * Signs in with an account of our own. Guessing gets slower and slower for whoever guesses: it is counted by name and address,
 * so that somebody else's guessing does not slow the owner of the account, and a browser in which the owner has signed in
 * before is counted by itself, whatever else goes on.
 */
export class PasswordSignIn implements SignIn<NameAndPassword> {
  readonly #accounts: Accounts;
  readonly #browsers: KnownBrowsers;
  readonly #here: Attempts;
  readonly #anywhere: Attempts;
  /** Compared instead of nothing, so that an unknown name takes as long as a known one. */
  #nobody: Promise<string> | undefined;

  constructor(accounts: Accounts, browsers: KnownBrowsers, clock: Clock) {
    this.#accounts = accounts;
    this.#browsers = browsers;
    this.#here = new Attempts(clock, HERE);
    this.#anywhere = new Attempts(clock, ANYWHERE);
  }

  async identify({ username, password, address, known }: NameAndPassword): Promise<Identified> {
    const account = this.#accounts.named(username);
    const mark = account && this.#browsers.markOf(account, known);
    const name = username.trim().toLowerCase();
    const here = mark === undefined ? `${address} ${name}` : `known ${mark}`;
    const wait = Math.max(this.#here.wait(here), mark === undefined ? this.#anywhere.wait(name) : 0);
    if (wait > 0) return { wait };
    // Counts as wrong until it has proved right: of many guesses at once, no more than the free ones are looked at.
    this.#here.failed(here);
    if (mark === undefined) this.#anywhere.failed(name);
    const active = account?.active === true ? account : undefined;
    this.#nobody ??= hashed(randomBytes(24).toString('base64url'));
    const right = await matches(active?.password ?? (await this.#nobody), password);
    if (active === undefined || !right) return undefined;
    this.#here.succeeded(here);
    if (mark === undefined) this.#anywhere.succeeded(name);
    return active;
  }
}
