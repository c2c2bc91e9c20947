const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** How long things may take, in milliseconds. One place, so that what we tell people stays true. */
export const LIMITS = {
  /** To write the first message after taking a case; then it goes back to the queue. */
  lease: 2 * MINUTE,
  /** To record what came of a call after taking it on. */
  callLease: 30 * MINUTE,
  /** A console may be gone so long (a reload, a tunnel) before its chats count as lost. */
  lost: 20 * SECOND,
  /** Without a console: whoever was on duty is off after that. Longer than a reload or a lost connection, shorter than a way home. */
  away: 15 * MINUTE,
  /** To answer "still there?" before the request lapses. Nobody was told of it yet. */
  confirm: 10 * MINUTE,
  /** Without a word from the person, after staff wrote, before a gentle check. */
  quiet: 5 * MINUTE,
  /** After the check, before the chat is closed with a way back; begins again when staff write or the person types. Never with a safety line shown. */
  quietClose: 10 * MINUTE,
  /** A case is kept so long after it was closed. The clock starts at closing, so Friday's request survives. */
  keep: 30 * 24 * 60 * MINUTE,
} as const;
