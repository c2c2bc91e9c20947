import { OPEN_STATES } from '../domain/case.ts';
import type { Board } from '../domain/console.ts';
import { callsToMake, chatsOf, inQueue, openDebriefs } from '../handoff/queue.ts';
import type { Account } from './accounts.ts';
import { caseLine, type CaseLineParts } from './case-lines.ts';
import { reaches } from './access.ts';
import type { StaffRoom } from './room.ts';

/** The first screen of a console: what waits, what is mine, who is there. */
export function boardFor(account: Account, room: StaffRoom, parts: CaseLineParts): Board {
  const cases = parts.desk.all();
  const line = (one: (typeof cases)[number]) => caseLine(one, parts);
  const supervisor = reaches(account.role, 'supervisor');
  const joined = cases.filter((one) => one.joined.includes(account.id));
  const unfinished = cases.filter(
    (one) => !OPEN_STATES.has(one.state) && one.outcome === undefined && one.owner === account.id,
  );
  const mine = [...chatsOf(cases, account.id), ...joined, ...unfinished];
  const mineIds = new Set(mine.map((one) => one.id));
  const debriefs = openDebriefs(cases);
  const live = cases.filter((one) => ['claimed', 'live', 'quiet'].includes(one.state));
  return {
    queue: inQueue(cases).map(line),
    mine: mine.map(line),
    others: supervisor ? live.filter((one) => !mineIds.has(one.id)).map(line) : [],
    callbacks: callsToMake(cases).map(line),
    onDuty: room.onDuty(),
    chat: room.chat(),
    debriefs: debriefs
      .filter(({ staff }) => staff === account.id)
      .map((one) => ({ id: one.case, wanted: one.wanted })),
    // To look after a colleague it takes their name, since when and whether they asked; nothing of the case.
    debriefsOfOthers: supervisor
      ? debriefs
          .filter(({ staff }) => staff !== account.id && room.works(staff))
          .map(({ staff, since, wanted }) => ({ name: room.nameOf(staff), since, wanted }))
      : [],
  };
}
