import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../turn/ports.ts';
import type { Records } from './records.ts';

/** One signed-in browser. `id` is a hash: who reads the folder cannot sign in with it. */
export interface Session {
  id: string;
  staff: string;
  csrf: string;
  createdAt: string;
  usedAt: string;
}

const HOUR = 3_600_000;
/** Longer than a coffee, shorter than a night: consoles stand in offices. A console that is open counts as use. */
const IDLE = 2 * HOUR;
/** A shift and a bit. */
const LONGEST = 12 * HOUR;
/** Use is written down no more often than this, in milliseconds: a poll must not cost a write. */
const NOTE_USE = 60_000;

/** Sessions on the server's side: signing out ends them for good, and a restart does not. */
export class Sessions {
  readonly #records: Records<Session>;
  readonly #clock: Clock;

  constructor(records: Records<Session>, clock: Clock) {
    this.#records = records;
    this.#clock = clock;
  }

  /** A new session, with the secret that only its cookie holds. Always a new one at sign-in. */
  async begin(staff: string): Promise<{ secret: string; session: Session }> {
    await this.#sweep();
    const secret = randomBytes(32).toString('base64url');
    const now = new Date(this.#clock.now()).toISOString();
    const csrf = randomBytes(24).toString('base64url');
    const session = { id: idOf(secret), staff, csrf, createdAt: now, usedAt: now };
    await this.#records.update(session.id, () => session);
    return { secret, session };
  }

  /** The session of a cookie, which is in use; undefined when there is none or it is over. */
  async find(secret: string | undefined): Promise<Session | undefined> {
    return secret === undefined ? undefined : this.use(idOf(secret));
  }

  /** The same by its id, for a console that is open and asks for nothing. */
  async use(id: string): Promise<Session | undefined> {
    const session = this.#records.get(id);
    if (session === undefined) return undefined;
    const now = this.#clock.now();
    if (this.#isOver(session, now)) {
      await this.#records.remove(session.id);
      return undefined;
    }
    if (now - Date.parse(session.usedAt) < NOTE_USE) return session;
    const used = new Date(now).toISOString();
    try {
      return await this.#records.update(session.id, (stored) => stored && { ...stored, usedAt: used });
    } catch {
      // A full disk must not keep staff out in the middle of a chat: that it was used is noted with the next call.
      return session;
    }
  }

  async end(id: string): Promise<void> {
    await this.#records.remove(id);
  }

  /** Signs someone out everywhere: the account was closed, or its password changed. */
  async endAll(staff: string): Promise<void> {
    for (const session of this.#records.all()) if (session.staff === staff) await this.end(session.id);
  }

  async #sweep(): Promise<void> {
    const now = this.#clock.now();
    for (const session of this.#records.all()) if (this.#isOver(session, now)) await this.end(session.id);
  }

  #isOver(session: Session, now: number): boolean {
    return now - Date.parse(session.usedAt) > IDLE || now - Date.parse(session.createdAt) > LONGEST;
  }
}

/** Whether two secrets are the same, in a time that does not tell how far they agree. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}

function idOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
