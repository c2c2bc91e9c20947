import type { Duty, DutyLine, Me } from '../domain/console.ts';
import { chatsOf } from '../handoff/queue.ts';
import type { OwnHelpline } from '../directory/helpline-schema.ts';
import { helplineNow } from '../directory/own-helpline.ts';
import { type Actor, type CaseDesk, HUB } from '../turn/case-desk.ts';
import type { Clock } from '../turn/ports.ts';
import { reaches } from './access.ts';
import { type Account, type Accounts, staffLine } from './accounts.ts';
import { chatState } from './availability.ts';
import type { OnDuty } from './duty.ts';
import type { HelplineBook } from './helpline.ts';
import type { Session } from './sessions.ts';

/** Live chats at once; one when a safety line was shown in one of them. */
const CHATS_AT_ONCE = 2;

export interface StaffRoomParts {
  accounts: Accounts;
  duty: OnDuty;
  helpline: HelplineBook;
  clock: Clock;
  desk: () => CaseDesk;
}

/** The team at this moment: who is there, who may take what, and whether chat is offered. */
export class StaffRoom {
  readonly #parts: StaffRoomParts;
  #closedBy: string | undefined;

  constructor(parts: StaffRoomParts) {
    this.#parts = parts;
  }

  /** Display name of a member of staff; `person` and `system` in audits stay as they are. */
  readonly nameOf = (id: string): string =>
    this.#parts.accounts.get(id)?.name ?? (id === HUB ? (this.#parts.helpline.own?.name ?? id) : id);

  /** Whether this is someone who works here now: not a hub, and no account that was closed. */
  works(id: string): boolean {
    return this.#parts.accounts.get(id)?.active === true;
  }

  /** For what staff do to cases. */
  actor(account: Account): Actor {
    return {
      id: account.id,
      name: account.name,
      supervisor: reaches(account.role, 'supervisor'),
      limit: CHATS_AT_ONCE,
    };
  }

  me(account: Account, session: Session): Me {
    const own = this.#parts.helpline.own;
    const { id, name, username, role, language } = staffLine(account);
    return {
      id,
      name,
      username,
      role,
      language,
      duty: this.#parts.duty.duty(id),
      csrf: session.csrf,
      helpline: { name: own?.name ?? '', zone: own?.zone ?? 'UTC', country: own?.country ?? 'US' },
      limit: CHATS_AT_ONCE,
    };
  }

  onDuty(): DutyLine[] {
    const { accounts, duty, desk } = this.#parts;
    const cases = desk().all();
    return accounts
      .all()
      .filter((account) => account.active && (duty.isHere(account.id) || duty.duty(account.id) !== 'off'))
      .map((account) => {
        const chats = chatsOf(cases, account.id);
        return {
          id: account.id,
          name: account.name,
          role: account.role,
          duty: duty.duty(account.id),
          connected: duty.isHere(account.id),
          chats: chats.length,
          hard: chats.filter((chat) => chat.safety.length > 0).length,
          since: new Date(duty.since(account.id)).toISOString(),
        };
      });
  }

  chat() {
    const { accounts, duty, helpline, clock } = this.#parts;
    const { own } = helpline;
    const hours = helplineNow(own, clock.now(), 'chat');
    const { minimum, supervisor } = own?.on_duty ?? { minimum: 1, supervisor: false };
    const closedBy = this.#closedBy === undefined ? undefined : this.nameOf(this.#closedBy);
    return chatState({ ...hours, minimum, supervisor }, accounts.all(), duty, closedBy);
  }

  /** A supervisor closes chat at once, or opens it again. Who waits already is still answered. */
  setChat(account: Account, open: boolean): void {
    this.#closedBy = open ? undefined : account.id;
  }

  setDuty(account: Account, duty: Duty): void {
    this.#parts.duty.set(account.id, duty);
  }

  /** What people can be offered, for the engine. Without anyone who could sign in, nothing is. */
  offered(now: number) {
    const { helpline, accounts } = this.#parts;
    const own: OwnHelpline | null = helpline.own;
    if (own === null) return { state: 'none' as const };
    const staffed = !accounts.empty;
    return {
      ...helplineNow(own, now),
      chat: staffed && this.chat().open,
      callback: staffed && own.channels.callback,
      says: own.people_read,
    };
  }
}
