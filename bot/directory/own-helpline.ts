import type { OwnHelpline } from './helpline-schema.ts';
import { isoInstant, weekAt } from './hours.ts';

/** Days to look ahead: long enough for a summer closure, short enough to be a promise worth making. */
const AHEAD = 60;

/** Whether someone answers. `opens` is an ISO instant. */
export interface HelplineNow {
  state: 'none' | 'open' | 'closed';
  name?: string;
  opens?: string;
}

/** Two ways to reach a helpline, which may have hours of their own. */
export type HelplineChannel = 'phone' | 'chat';

/**
 * Whether one's own helpline is open at `now` (ms), by its hours alone: who is on duty is for the caller to add. A span that
 * runs over midnight belongs to the day it begins: a holiday closes what begins on it, not what began the evening before.
 */
export function helplineNow(
  own: OwnHelpline | null,
  now: number,
  channel: HelplineChannel = 'phone',
): HelplineNow {
  if (own === null || (channel === 'chat' && !own.channels.chat)) return { state: 'none' };
  const special = (date: string): readonly { from: string; to: string }[] | null => {
    const dated = own.special.find((day) => day.date === date);
    if (dated) return dated.open;
    const closed = own.closed.some((closure) => closure.from <= date && date <= (closure.to ?? closure.from));
    return closed ? [] : null;
  };
  const spans = (channel === 'chat' ? own.channels.chat_hours : undefined) ?? own.hours;
  // What was computed is kept by an object of this helpline that each channel has one of: not by its hours, which another
  // helpline with other holidays may share.
  const key = channel === 'chat' ? own.channels : own;
  const { open, opens } = weekAt(key, { spans, zone: own.zone, special, ahead: AHEAD }, now);
  if (open) return { state: 'open', name: own.name };
  const state: HelplineNow = { state: 'closed', name: own.name };
  return opens === undefined ? state : { ...state, opens: isoInstant(opens) };
}
