import type { Surroundings } from '../surroundings.ts';
import type { Activity, ActivitySet } from './activity.ts';
import { backoff } from './backoff.ts';
import { type DirectLine, type Opened, type Outcome } from './direct-line.ts';
import {
  accepted,
  echoed,
  failed,
  nextToSend,
  type Outbox,
  type Outgoing,
  removed,
  retried,
  toActivity,
  troubled,
} from './outbox.ts';
import { Stream } from './stream.ts';

/**
 * How the line to the server is. `trying`: it was lost, or has not come about after the first try. `gone`: the server
 * does not hold this conversation any more. `erased`: it was deleted just now.
 */
export type Link = 'idle' | 'connecting' | 'online' | 'trying' | 'offline' | 'gone' | 'erased';

/** What the page wants to know. `replay` is true for what was said before the page was opened. */
export interface Ears {
  link: (link: Link) => void;
  activities: (activities: readonly Activity[], replay: boolean) => void;
  outbox: (outbox: Outbox) => void;
  /** The conversation's key changed and should be saved. */
  key: (conversation: string, token: string) => void;
}

const REFRESH_EVERY = 15 * 60_000;
const POLL_EVERY = 3000;
/** Sockets that never opened before the page asks by polling instead. */
const BLOCKED_AFTER = 2;

/**
 * Keeps one conversation connected: opens it, streams it, polls where WebSockets are blocked, comes back after a loss,
 * renews the token, and sends what is in the outbox in order until the server has it.
 */
export class Connection {
  private readonly line: DirectLine;
  private readonly around: Surroundings;
  private readonly ears: Ears;
  private readonly locale: () => string;

  private current: Link = 'idle';
  private conversation: string | undefined;
  private token: string | undefined;
  private started = false;
  private replayed = true;
  private watermark: string | undefined;
  private items: Outbox = [];
  private stream: Stream | undefined;
  private tries = 0;
  private blockedSockets = 0;
  private tokenAt = 0;
  private sending = false;
  /** Raised by each new attempt, so that an older one that still waits for an answer gives up. */
  private attempt = 0;
  private timers = new Map<string, () => void>();

  constructor(line: DirectLine, around: Surroundings, ears: Ears, locale: () => string) {
    this.line = line;
    this.around = around;
    this.ears = ears;
    this.locale = locale;
  }

  /** Opens a new conversation. */
  open(outbox: Outbox): void {
    this.items = outbox;
    this.goTo('connecting');
    void this.connect();
  }

  /** Goes on with a conversation: what was said in it comes first, as a replay. */
  resume(conversation: string, token: string, outbox: Outbox): void {
    this.conversation = conversation;
    this.token = token;
    this.started = true;
    this.replayed = false;
    this.items = outbox;
    this.goTo('connecting');
    void this.connect();
  }

  /** Lets go of everything; nothing is heard of this connection again. */
  close(): void {
    this.attempt += 1;
    this.stream?.close();
    for (const stop of this.timers.values()) stop();
    this.timers.clear();
    this.current = 'gone';
  }

  send(item: Outgoing): void {
    this.keep([...this.items, item]);
    void this.flush();
  }

  /** Says something that need not arrive: that the person types, or how far they have read. */
  hint(activity: Record<string, unknown>): void {
    if (this.current !== 'online' || this.conversation === undefined || this.token === undefined) return;
    void this.line.post(this.conversation, this.token, activity);
  }

  retry(id: string): void {
    this.keep(retried(this.items, id));
    void this.flush();
  }

  discard(id: string): void {
    this.keep(removed(this.items, id));
  }

  /** The network is back, or the page is looked at again: try at once, and do not trust a socket that slept. */
  wake(): void {
    if (this.current === 'idle' || this.current === 'gone') return;
    this.tries = 0;
    this.blockedSockets = 0;
    void this.connect();
  }

  /** The device says it has no network. It may be wrong, so the page goes on trying, slowly. */
  lostNetwork(): void {
    if (this.current === 'idle' || this.current === 'gone') return;
    this.attempt += 1;
    this.stream?.close();
    this.stop('poll');
    this.recover({ kind: 'unreachable', answered: false });
  }

  private async connect(): Promise<void> {
    const attempt = ++this.attempt;
    this.stream?.close();
    this.stream = undefined;
    this.stop('again');
    this.stop('poll');
    const opened = await this.reachServer();
    if (attempt !== this.attempt) return;
    if (opened.kind !== 'ok') return this.recover(opened);
    this.learn(opened.value);
    void this.flush();
    if (opened.value.streamUrl === undefined || this.blockedSockets >= BLOCKED_AFTER)
      return void this.poll(attempt);
    this.listen(opened.value.streamUrl, attempt);
  }

  /** Whatever calls are still missing to have a stream address. */
  private async reachServer(): Promise<Outcome<Opened>> {
    if (this.token === undefined) {
      const made = await this.line.generate();
      if (made.kind !== 'ok') return made;
      this.token = made.value.token;
      this.conversation = made.value.conversationId;
    }
    if (this.conversation === undefined) return { kind: 'gone' };
    if (this.tokenAt !== 0 && this.around.now() - this.tokenAt > REFRESH_EVERY) await this.refresh();
    if (!this.started) return this.line.start(this.token, this.locale());
    if (!this.replayed) {
      const said = await this.line.activities(this.conversation, this.token, undefined);
      if (said.kind === 'denied' && (await this.refresh())) return this.reachServer();
      if (said.kind !== 'ok') return said;
      this.replayed = true;
      this.take(said.value, true);
    }
    const again = await this.line.reconnect(this.conversation, this.token, this.watermark);
    if (again.kind === 'denied' && (await this.refresh())) {
      return this.line.reconnect(this.conversation, this.token, this.watermark);
    }
    return again;
  }

  private learn(opened: Opened): void {
    this.started = true;
    this.conversation = opened.conversationId ?? this.conversation;
    this.setToken(opened.token ?? this.token);
  }

  private setToken(token: string): void {
    this.token = token;
    this.tokenAt = this.around.now();
    if (this.conversation !== undefined) this.ears.key(this.conversation, token);
    this.after('refresh', REFRESH_EVERY, () => void this.refresh());
  }

  /** True when there is a new token. */
  private async refresh(): Promise<boolean> {
    if (this.token === undefined) return false;
    let renewed = await this.line.refresh(this.token);
    if (renewed.kind === 'denied') renewed = await this.line.renew(this.token);
    if (renewed.kind !== 'ok') return false;
    this.setToken(renewed.value.token);
    return true;
  }

  private listen(url: string, attempt: number): void {
    this.stream = new Stream(url, this.around, {
      open: () => {
        if (attempt !== this.attempt) return;
        this.tries = 0;
        this.blockedSockets = 0;
        this.goTo('online');
        void this.flush();
      },
      frame: (set) => {
        if (attempt === this.attempt) this.take(set, false);
      },
      closed: (everOpened, erased) => {
        if (attempt !== this.attempt) return;
        if (erased) {
          this.close();
          this.ears.link('erased');
          return;
        }
        if (!everOpened) this.blockedSockets += 1;
        if (this.blockedSockets >= BLOCKED_AFTER) void this.poll(attempt);
        else this.recover({ kind: 'unreachable', answered: false });
      },
      slow: () => {
        if (attempt === this.attempt) void this.catchUp();
      },
    });
  }

  /** Asks every few seconds instead of listening. */
  private async poll(attempt: number): Promise<void> {
    const outcome = await this.catchUp();
    if (attempt !== this.attempt) return;
    if (outcome !== undefined && outcome.kind !== 'ok') return this.recover(outcome);
    this.tries = 0;
    this.goTo('online');
    void this.flush();
    this.after('poll', POLL_EVERY, () => void this.poll(attempt));
  }

  /** Fetches what a stream may have missed. */
  private async catchUp(): Promise<Outcome<ActivitySet> | undefined> {
    if (this.conversation === undefined || this.token === undefined) return undefined;
    const said = await this.line.activities(this.conversation, this.token, this.watermark);
    if (said.kind === 'ok') this.take(said.value, false);
    return said;
  }

  private recover(outcome: Exclude<Outcome<unknown>, { kind: 'ok' }>): void {
    if (outcome.kind === 'gone' || outcome.kind === 'denied') {
      this.close();
      this.ears.link('gone');
      return;
    }
    this.goTo(this.around.online() ? 'trying' : 'offline');
    const wait = outcome.kind === 'busy' ? outcome.wait : backoff(this.tries, this.around.chance());
    this.tries += 1;
    this.after('again', wait, () => void this.connect());
  }

  private take(set: ActivitySet, replay: boolean): void {
    if (typeof set.watermark === 'string') this.watermark = set.watermark;
    const activities = set.activities ?? [];
    if (activities.length === 0) return;
    this.keep(echoed(this.items, activities));
    this.ears.activities(activities, replay);
  }

  /** Sends what waits, one after the other, in the order it was done. */
  private async flush(): Promise<void> {
    if (this.sending || !this.started || this.current === 'offline' || this.current === 'gone') return;
    this.sending = true;
    try {
      for (let item = nextToSend(this.items); item !== undefined; item = nextToSend(this.items)) {
        if (!(await this.post(item))) return;
      }
    } finally {
      this.sending = false;
    }
  }

  /** False when sending has to wait. */
  private async post(item: Outgoing): Promise<boolean> {
    if (this.conversation === undefined || this.token === undefined) return false;
    const outcome = await this.line.post(this.conversation, this.token, toActivity(item, this.locale()));
    switch (outcome.kind) {
      case 'ok':
        this.keep(accepted(this.items, item.id));
        this.after('echo', 4000, () => this.askForEcho());
        return true;
      case 'refused':
        this.keep(failed(this.items, item.id));
        return true;
      case 'busy':
        this.after('flush', outcome.wait, () => void this.flush());
        return false;
      case 'unreachable':
        if (outcome.answered) this.keep(troubled(this.items, item.id));
        this.after('flush', backoff(this.tries++, this.around.chance()), () => void this.flush());
        return false;
      case 'denied':
        this.keep(troubled(this.items, item.id));
        if (await this.refresh()) return true;
        this.recover(outcome);
        return false;
      case 'gone':
        this.recover(outcome);
        return false;
      default:
        return outcome satisfies never;
    }
  }

  private askForEcho(): void {
    if (this.items.some((item) => item.state === 'accepted')) void this.catchUp();
  }

  private keep(items: Outbox): void {
    if (items === this.items) return;
    this.items = items;
    this.ears.outbox(items);
  }

  private goTo(link: Link): void {
    if (link === this.current) return;
    this.current = link;
    this.ears.link(link);
  }

  private after(name: string, milliseconds: number, act: () => void): void {
    this.stop(name);
    this.timers.set(name, this.around.later(milliseconds, act));
  }

  private stop(name: string): void {
    this.timers.get(name)?.();
    this.timers.delete(name);
  }
}
