import { type Case, OPEN_STATES } from '../domain/case.ts';
import type { Clock } from '../turn/ports.ts';
import { type EmailNotice, sendEmail } from './email.ts';
import { payloadOf, sendWebhook, type Webhook } from './webhook.ts';

/** One HTTP request; `fetch` in life. */
export type Post = (url: string, init: RequestInit) => Promise<{ status: number }>;

/**
 * A notice on its way, or (`done`) that one arrived or was given up: kept while its case is open, so that a start finds whom
 * nobody was told of. What it says is read from the case when it is sent, so that nothing is kept twice.
 */
export interface Notice {
  /** Its id for the receiver, the same in every try. */
  id: string;
  case: string;
  by: 'webhook' | 'email';
  event: 'case.requested';
  tries: number;
  /** Milliseconds since 1970. */
  next: number;
  done: boolean;
}

/** A place for notices that outlives the process; `store/lowdb/record-files.ts` is one. */
export interface NoticeRecords {
  all(): readonly Notice[];
  update(id: string, change: (stored: Notice | undefined) => Notice | undefined): Promise<Notice | undefined>;
  remove(id: string): Promise<void>;
}

export interface NoticesParts {
  records: NoticeRecords;
  clock: Clock;
  post: Post;
  caseOf: (id: string) => Case | undefined;
  cases: () => readonly Case[];
  webhook?: Webhook;
  email?: EmailNotice;
  /** Codes and counts only. */
  log: (event: string, facts?: Record<string, string | number>) => void;
}

/** Waits before the next try, in milliseconds; after the last the notice is given up, and said so in the log. */
const LONGEST_WAIT = 12 * 3_600_000;
const WAITS = [5_000, 30_000, 120_000, 600_000, 3_600_000, 6 * 3_600_000, LONGEST_WAIT];

/**
 * Tells a help desk and an inbox that someone asked for a person. Put away first, then sent, so that a crash on the way loses
 * none; what was never put away, because the process ended right after the case was kept, is found in the cases themselves.
 */
export class Notices {
  readonly #parts: NoticesParts;
  readonly #sending = new Set<string>();

  constructor(parts: NoticesParts) {
    this.#parts = parts;
  }

  /** Someone joined the line, or asked for a call. */
  async requested(record: Case): Promise<void> {
    await this.#putAway(record);
    await this.#sendDue();
  }

  /** Puts away what was not yet, and sends what is due. Never throws: what could not be done is tried again. */
  async tick(): Promise<void> {
    const { records, cases, log } = this.#parts;
    try {
      for (const record of cases()) await this.#putAway(record);
      // A case that has ended asks for nobody any more, so that its notice need not be remembered.
      for (const { id, done, case: about } of records.all()) {
        if (done && !asksForSomeone(this.#parts.caseOf(about))) await records.remove(id);
      }
    } catch {
      log('notice-failed');
    }
    await this.#sendDue();
  }

  async #putAway(record: Case): Promise<void> {
    if (!asksForSomeone(record)) return;
    const { webhook, email, records, clock } = this.#parts;
    for (const by of ['webhook', 'email'] as const) {
      if ((by === 'webhook' ? webhook : email) === undefined) continue;
      const id = `${by}.${record.id}`;
      await records.update(id, (stored) =>
        stored === undefined
          ? { id, case: record.id, by, event: 'case.requested', tries: 0, next: clock.now(), done: false }
          : undefined,
      );
    }
  }

  async #sendDue(): Promise<void> {
    const { records, clock } = this.#parts;
    const due = records
      .all()
      .filter(({ id, next, done }) => !done && next <= clock.now() && !this.#sending.has(id));
    await Promise.all(due.map((notice) => this.#send(notice)));
  }

  async #send(notice: Notice): Promise<void> {
    const { records, clock, log } = this.#parts;
    this.#sending.add(notice.id);
    const tries = notice.tries + 1;
    const last = notice.tries >= WAITS.length;
    try {
      // Noted before it goes out: with a full disk, nobody is told the same thing every few seconds.
      const next = clock.now() + (WAITS[notice.tries] ?? LONGEST_WAIT);
      await records.update(notice.id, (stored) => stored && { ...stored, tries, next });
      if (await this.#deliver(notice)) return await this.#done(notice);
      log(last ? 'notice-given-up' : 'notice-failed', { by: notice.by, tries });
      if (last) await this.#done(notice);
    } catch {
      // The disk failed: the notice stands, and is tried again.
      log('notice-failed', { by: notice.by, tries });
    } finally {
      this.#sending.delete(notice.id);
    }
  }

  async #done({ id }: Notice): Promise<void> {
    await this.#parts.records.update(id, (stored) => stored && { ...stored, done: true });
  }

  /** True when it arrived, or when there is nothing to tell any more. */
  async #deliver(notice: Notice): Promise<boolean> {
    const { webhook, email, caseOf, clock, post } = this.#parts;
    const record = caseOf(notice.case);
    // Who has taken the request back, or was helped meanwhile, is not told of any more.
    if (record === undefined || !asksForSomeone(record)) return true;
    try {
      if (notice.by === 'webhook') {
        return (
          webhook === undefined ||
          (await sendWebhook(webhook, notice.id, payloadOf(record, notice.event), clock.now(), post))
        );
      }
      return email === undefined || (await sendEmail(email));
    } catch {
      return false;
    }
  }
}

/** In the line, or further: whoever has not answered "still there?" has not asked for anyone yet. */
function asksForSomeone(record: Case | undefined): boolean {
  return record !== undefined && OPEN_STATES.has(record.state) && record.state !== 'requested';
}
