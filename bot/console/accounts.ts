import { hash, verify } from '@node-rs/argon2';
import type { Role, StaffLine } from '../domain/console.ts';
import { ROLES } from '../domain/console.ts';
import type { Language } from '../domain/locale.ts';
import type { Chance, Clock } from '../turn/ports.ts';
import type { Records } from './records.ts';

/** A member of staff, as stored. The password is there only as an argon2id hash. */
export interface Account {
  id: string;
  /** What people in the chat read. */
  name: string;
  /** Lower case; what one signs in with. */
  username: string;
  role: Role;
  language: Language;
  password: string;
  active: boolean;
  createdAt: string;
  lastSeen?: string;
}

export interface NewAccount {
  name: string;
  username: string;
  role: Role;
  language: Language;
  password: string;
}

/** NIST SP 800-63B: length counts, rules about characters do not. */
export const SHORTEST_PASSWORD = 12;
const LONGEST_PASSWORD = 200;

/** Staff accounts. There is no default account and no default password. */
export class Accounts {
  readonly #records: Records<Account>;
  readonly #clock: Clock;
  readonly #chance: Chance;
  /** Verified instead of nothing, so that an unknown name takes as long as a known one. */
  #nobody: Promise<string> | undefined;

  constructor(records: Records<Account>, clock: Clock, chance: Chance) {
    this.#records = records;
    this.#clock = clock;
    this.#chance = chance;
  }

  get(id: string): Account | undefined {
    return this.#records.get(id);
  }

  /** Everyone, by name. */
  all(): Account[] {
    return [...this.#records.all()].sort((a, b) => a.name.localeCompare(b.name));
  }

  /** Nobody can sign in yet: the console has to be set up. */
  get empty(): boolean {
    return !this.#records.all().some((account) => account.active && account.role === 'administrator');
  }

  /** Adds someone. Returns what is wrong with what was given, as a sentence for the one who typed it. */
  async add(wanted: NewAccount): Promise<Account | { problem: string }> {
    const username = wanted.username.trim().toLowerCase();
    const name = wanted.name.trim();
    const problem =
      problemOfName(name) ??
      problemOfUsername(username) ??
      problemOfPassword(wanted.password, username) ??
      (this.#byUsername(username) === undefined ? undefined : 'Someone signs in with that name already.') ??
      (ROLES.includes(wanted.role) ? undefined : 'That is no role.');
    if (problem !== undefined) return { problem };
    const id = this.#chance.id();
    const password = await hash(wanted.password);
    const account = await this.#records.update(id, () => ({
      id,
      name,
      username,
      role: wanted.role,
      language: wanted.language,
      password,
      active: true,
      createdAt: this.#now(),
    }));
    return account ?? { problem: 'It could not be stored.' };
  }

  /** Changes someone. The last active administrator stays one: nobody could let anyone in any more. */
  async change(
    id: string,
    wanted: { name?: string; role?: Role; active?: boolean; password?: string },
  ): Promise<Account | { problem: string }> {
    const account = this.#records.get(id);
    if (account === undefined) return { problem: 'There is no such account.' };
    const name = wanted.name?.trim();
    const problem =
      (name === undefined ? undefined : problemOfName(name)) ??
      (wanted.password === undefined ? undefined : problemOfPassword(wanted.password, account.username));
    if (problem !== undefined) return { problem };
    const loses = wanted.active === false || (wanted.role !== undefined && wanted.role !== 'administrator');
    if (loses && this.#isLastAdministrator(id)) {
      return { problem: 'This is the last administrator. Make someone else one first.' };
    }
    const password = wanted.password === undefined ? undefined : await hash(wanted.password);
    const changed = await this.#records.update(id, (stored) =>
      stored === undefined
        ? undefined
        : {
            ...stored,
            ...(name === undefined ? {} : { name }),
            ...(wanted.role === undefined ? {} : { role: wanted.role }),
            ...(wanted.active === undefined ? {} : { active: wanted.active }),
            ...(password === undefined ? {} : { password }),
          },
    );
    return changed ?? { problem: 'There is no such account.' };
  }

  /** The account of that name if the password is right. Takes as long when there is none. */
  async check(username: string, password: string): Promise<Account | undefined> {
    const account = this.#byUsername(username.trim().toLowerCase());
    const known = account?.active === true ? account : undefined;
    this.#nobody ??= hash(this.#chance.id());
    const stored = known?.password ?? (await this.#nobody);
    const right = password.length <= LONGEST_PASSWORD && (await matches(stored, password));
    return right ? known : undefined;
  }

  async seen(id: string): Promise<void> {
    await this.#records.update(id, (stored) => stored && { ...stored, lastSeen: this.#now() });
  }

  #byUsername(username: string): Account | undefined {
    return this.#records.all().find((account) => account.username === username);
  }

  #isLastAdministrator(id: string): boolean {
    const active = this.#records.all().filter((one) => one.active && one.role === 'administrator');
    return active.length === 1 && active[0]?.id === id;
  }

  #now(): string {
    return new Date(this.#clock.now()).toISOString();
  }
}

/** What the list of staff shows: never the hash. */
export function staffLine({ password: _password, ...shown }: Account): StaffLine {
  return shown;
}

async function matches(stored: string, password: string): Promise<boolean> {
  try {
    return await verify(stored, password);
  } catch {
    return false;
  }
}

function problemOfName(name: string): string | undefined {
  return name.length >= 2 && name.length <= 60 ? undefined : 'A name has 2 to 60 letters.';
}

function problemOfUsername(username: string): string | undefined {
  return /^[a-z0-9][a-z0-9._@+-]{1,79}$/.test(username)
    ? undefined
    : 'A sign-in name has 2 to 80 letters, digits or the marks . _ @ + -, such as ana.lopez.';
}

function problemOfPassword(password: string, username: string): string | undefined {
  if (password.length < SHORTEST_PASSWORD) {
    return `A password has ${SHORTEST_PASSWORD} letters or more. Four random words are good.`;
  }
  if (password.length > LONGEST_PASSWORD) return `A password has ${LONGEST_PASSWORD} letters at most.`;
  const folded = password.toLowerCase();
  if (
    (username.length > 3 && folded.includes(username)) ||
    /^(.)\1+$/.test(folded) ||
    /password|123456|qwerty/.test(folded)
  ) {
    return 'That password is too easy to guess. Four random words are good.';
  }
  return undefined;
}
