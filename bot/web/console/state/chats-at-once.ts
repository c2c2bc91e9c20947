import type { CaseLine, Me } from '../../../domain/console.ts';

/** How many chats someone has and may have now; `hard`: only one, because a safety line was shown in it. */
export interface ChatsAtOnce {
  has: number;
  limit: number;
  hard: boolean;
}

/** As the server counts: own chats that are not over. Those one has joined as a supervisor are somebody else's. */
export function chatsAtOnce(mine: readonly CaseLine[], me: Pick<Me, 'id' | 'limit'>): ChatsAtOnce {
  const own = mine.filter((line) => line.owner?.id === me.id && line.closedAt === undefined);
  const hard = own.some((line) => line.safety !== null);
  return { has: own.length, limit: hard ? 1 : me.limit, hard };
}

/** Whether one more may be taken, as the server decides: one with a safety line only by whoever has none. */
export function mayTake({ has, limit }: ChatsAtOnce, wanted: Pick<CaseLine, 'safety'>): boolean {
  return has < (wanted.safety === null ? limit : 1);
}
