import type { ChatState } from '../domain/console.ts';
import type { Account } from './accounts.ts';
import { reaches } from './access.ts';
import type { OnDuty } from './duty.ts';

/** Hours and wishes of the helpline, as far as they decide whether chat is offered. */
export interface ChatHours {
  /** `none`: no helpline, or none that chats. */
  state: 'none' | 'open' | 'closed';
  opens?: string;
  minimum: number;
  supervisor: boolean;
}

/**
 * Whether a live chat is offered to people right now: within hours ∧ enough staff who are available ∧ (if the helpline asks
 * for one) a supervisor who is here ∧ no supervisor has closed it. Checked again when a request is sent.
 */
export function chatState(
  hours: ChatHours,
  accounts: readonly Account[],
  duty: OnDuty,
  closedBy: string | undefined,
): ChatState {
  if (hours.state === 'none') return { open: false, why: 'not-offered' };
  if (closedBy !== undefined) return { open: false, why: 'closed-by-supervisor', closedBy };
  if (hours.state === 'closed') {
    return { open: false, why: 'hours', ...(hours.opens === undefined ? {} : { opens: hours.opens }) };
  }
  const here = accounts.filter((one) => one.active && duty.isHere(one.id));
  const available = here.filter((one) => duty.duty(one.id) === 'available');
  if (available.length < Math.max(1, hours.minimum)) return { open: false, why: 'nobody-on-duty' };
  const supervised = here.some((one) => reaches(one.role, 'supervisor') && duty.duty(one.id) !== 'off');
  if (hours.supervisor && !supervised) return { open: false, why: 'no-supervisor' };
  return { open: true };
}
