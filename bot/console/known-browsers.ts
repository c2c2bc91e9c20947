import { createHmac, randomBytes } from 'node:crypto';
import type { Account } from './accounts.ts';
import { isSame } from './sessions.ts';

/** Colleagues who share a computer of the office, each with a mark in its browser. */
const MOST_MARKS = 8;
const BETWEEN = '.';

/**
 * Marks of browsers in which someone has signed in before, kept in a cookie. A mark lets nobody in: it only keeps whoever
 * guesses at an account from slowing its owner down (the device cookies that OWASP describes). Made with a key of ours and
 * with the account's password hash, so that a new password makes all marks of the account worthless.
 */
export class KnownBrowsers {
  readonly #key: Uint8Array;

  constructor(key: Uint8Array) {
    this.#key = key;
  }

  /** The mark of this account in a cookie, or undefined. */
  markOf(account: Account, cookie: string | undefined): string | undefined {
    return marksIn(cookie).find((mark) => {
      const [chance = '', proof = ''] = mark.split(':');
      return isSame(proof, this.#proof(account, chance));
    });
  }

  /** The cookie after someone has signed in: their mark first, and those of colleagues behind it. */
  remember(account: Account, cookie: string | undefined): string {
    const known = this.markOf(account, cookie);
    const chance = randomBytes(12).toString('base64url');
    const mark = known ?? `${chance}:${this.#proof(account, chance)}`;
    const others = marksIn(cookie).filter((one) => one !== known);
    return [mark, ...others].slice(0, MOST_MARKS).join(BETWEEN);
  }

  #proof({ id, password }: Account, chance: string): string {
    return createHmac('sha256', this.#key)
      .update(`known browser\n${chance}\n${id}\n${password}`)
      .digest('base64url');
  }
}

function marksIn(cookie: string | undefined): string[] {
  return (cookie ?? '')
    .split(BETWEEN)
    .slice(0, MOST_MARKS)
    .filter((mark) => /^[\w-]+:[\w-]+$/.test(mark));
}
