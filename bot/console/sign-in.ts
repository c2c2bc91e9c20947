import { randomBytes } from 'node:crypto';
import type { Clock } from '../turn/ports.ts';
import type { Account, Accounts } from './accounts.ts';
import { Attempts } from './attempts.ts';
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
}

/** Signs in with an account of our own. Guessing gets slower and slower. */
export class PasswordSignIn implements SignIn<NameAndPassword> {
  readonly #accounts: Accounts;
  readonly #attempts: Attempts;
  /** Compared instead of nothing, so that an unknown name takes as long as a known one. */
  #nobody: Promise<string> | undefined;

  constructor(accounts: Accounts, clock: Clock) {
    this.#accounts = accounts;
    this.#attempts = new Attempts(clock);
  }

  async identify({ username, password }: NameAndPassword): Promise<Identified> {
    const wait = this.#attempts.wait(username);
    if (wait > 0) return { wait };
    // Counts as wrong until it has proved right: of many guesses at once, no more than the free ones are looked at.
    this.#attempts.note(username, false);
    const account = this.#accounts.named(username);
    const known = account?.active === true ? account : undefined;
    this.#nobody ??= hashed(randomBytes(24).toString('base64url'));
    const right = await matches(known?.password ?? (await this.#nobody), password);
    if (known === undefined || !right) return undefined;
    this.#attempts.note(username, true);
    return known;
  }
}
