import type { Role, StaffLine } from '../domain/console.ts';
import { ROLES } from '../domain/console.ts';
import type { Language } from '../domain/locale.ts';
import { KeyedLock } from '../turn/keyed-lock.ts';
import type { Chance, Clock } from '../turn/ports.ts';
import { hashed, problemOfPassword } from './password.ts';
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

/** What can be changed of an account; what is left out stays. */
export interface AccountChange {
  name?: string;
  role?: Role;
  active?: boolean;
  password?: string;
}

/** Staff accounts. There is no default account and no default password. */
export class Accounts {
  readonly #records: Records<Account>;
  readonly #clock: Clock;
  readonly #chance: Chance;
  /** One change after the other: two at once must not leave a name twice, or no administrator. */
  readonly #changes = new KeyedLock();

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

  /** Who signs in with that name, in whatever letters it was typed. */
  named(username: string): Account | undefined {
    const wanted = username.trim().toLowerCase();
    return this.#records.all().find((account) => account.username === wanted);
  }

  /** Adds someone. Returns what is wrong with what was given, as a sentence for the one who typed it. */
  add(wanted: NewAccount): Promise<Account | { problem: string }> {
    return this.#alone(() => this.#add(wanted));
  }

  /** Adds the administrator of the first run; undefined when there is one already. */
  addFirst(wanted: Omit<NewAccount, 'role'>): Promise<Account | { problem: string } | undefined> {
    return this.#alone(async () =>
      this.empty ? this.#add({ ...wanted, role: 'administrator' }) : undefined,
    );
  }

  /** Changes someone. The last active administrator stays one: nobody could let anyone in any more. */
  change(id: string, wanted: AccountChange): Promise<Account | { problem: string }> {
    return this.#alone(() => this.#change(id, wanted));
  }

  async seen(id: string): Promise<void> {
    await this.#records.update(id, (stored) => stored && { ...stored, lastSeen: this.#now() });
  }

  #alone<T>(work: () => Promise<T>): Promise<T> {
    return this.#changes.run('accounts', work);
  }

  async #add(wanted: NewAccount): Promise<Account | { problem: string }> {
    const username = wanted.username.trim().toLowerCase();
    const name = wanted.name.trim();
    const problem =
      problemOfName(name) ??
      problemOfUsername(username) ??
      problemOfPassword(wanted.password, username) ??
      (this.named(username) === undefined ? undefined : 'Someone signs in with that name already.') ??
      (ROLES.includes(wanted.role) ? undefined : 'That is no role.');
    if (problem !== undefined) return { problem };
    const id = this.#chance.id();
    const password = await hashed(wanted.password);
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

  async #change(id: string, wanted: AccountChange): Promise<Account | { problem: string }> {
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
    const password = wanted.password === undefined ? undefined : await hashed(wanted.password);
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

/** Lines and marks that nobody sees would let a name look like words of somebody else. */
function problemOfName(name: string): string | undefined {
  if (name.length < 2 || name.length > 60) return 'A name has 2 to 60 letters.';
  return /\p{C}/u.test(name) ? 'A name is one line of letters.' : undefined;
}

function problemOfUsername(username: string): string | undefined {
  return /^[a-z0-9][a-z0-9._@+-]{1,79}$/.test(username)
    ? undefined
    : 'A sign-in name has 2 to 80 letters, digits or the marks . _ @ + -, such as ana.lopez.';
}
