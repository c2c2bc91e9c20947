import type { Board, CaseLine, Me } from '../../../domain/console.ts';

/** The first screen with one line in its new place: a case is in one list, wherever it was before. */
export function place(board: Board, line: CaseLine, me: Pick<Me, 'id' | 'role'>): Board {
  const without = (lines: readonly CaseLine[]) => lines.filter((one) => one.id !== line.id);
  const next: Board = {
    ...board,
    queue: without(board.queue),
    mine: without(board.mine),
    others: without(board.others),
    callbacks: without(board.callbacks),
  };
  const chatting = line.state === 'claimed' || line.state === 'live' || line.state === 'quiet';
  const isMine = line.owner?.id === me.id || line.joined.some((one) => one.id === me.id);
  if (line.state === 'queued') return { ...next, queue: [...next.queue, line].sort(before) };
  if (line.state === 'callback-scheduled')
    return { ...next, callbacks: [...next.callbacks, line].sort(before) };
  if (isMine && (chatting || line.needsOutcome)) return { ...next, mine: put(board.mine, line) };
  if (chatting && me.role !== 'staff') return { ...next, others: put(board.others, line) };
  return next;
}

/** A chat keeps its place in the list while it changes: what one is about to press must not move away. */
function put(lines: readonly CaseLine[], line: CaseLine): CaseLine[] {
  const known = lines.some((one) => one.id === line.id);
  return known ? lines.map((one) => (one.id === line.id ? line : one)) : [...lines, line];
}

/** As the server orders it: safety line shown, let down once, waiting longest. */
function before(one: CaseLine, other: CaseLine): number {
  return (
    Number(other.safety !== null) - Number(one.safety !== null) ||
    Number(other.first) - Number(one.first) ||
    Date.parse(one.waitingSince) - Date.parse(other.waitingSince)
  );
}
