import type { Activity } from '../../bot/web/chat/connection/activity.ts';
import type { Surroundings } from '../../bot/web/chat/surroundings.ts';

/**
 * The network, the clock and the server's side of Direct Line, held in a test's hand: nothing happens until the test
 * lets it. One conversation.
 */
export class LineByHand {
  /** Everything said, in order; its place is the watermark. */
  readonly log: Activity[] = [];
  /** Bodies of what was posted, in the order in which it came. */
  readonly posted: { channelData: { clientActivityID: string } }[] = [];
  /** Paths that were called. */
  readonly calls: string[] = [];
  network = true;
  socketsBlocked = false;
  tokenGood = true;
  /** Status that posts are answered with, when not 200. */
  trouble: number | undefined;
  /** Takes posts, but loses the answer on the way back. */
  losesAnswers = false;
  erased = false;
  readonly #seen = new Set<string>();
  readonly #sockets = new Set<HandSocket>();
  #timers: { at: number; act: () => void }[] = [];
  #now = 1_000_000;
  #ids = 0;

  readonly around: Surroundings = {
    fetch: (url, init) => this.#answer(url, init),
    openSocket: (url) => this.#open(url) as unknown as WebSocket,
    now: () => this.#now,
    chance: () => 0.5,
    id: () => `id-${++this.#ids}`,
    later: (milliseconds, act) => {
      const timer = { at: this.#now + milliseconds, act };
      this.#timers.push(timer);
      return () => {
        this.#timers = this.#timers.filter((one) => one !== timer);
      };
    },
    looking: () => true,
    online: () => this.network,
  };

  /** Lets so much time go by, with everything that is due in it, one thing after the other. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    await settle();
    for (;;) {
      const next = this.#timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.#now = Math.max(this.#now, next.at);
      next.act();
      await settle();
    }
    this.#now = end;
  }

  /** The bot says something. */
  say(text: string): void {
    this.#add({ type: 'message', from: { id: 'navigator', role: 'bot' }, text });
  }

  /** Every open socket breaks. */
  dropSockets(code = 1006, reason = ''): void {
    for (const socket of this.#sockets) socket.drop(code, reason);
    this.#sockets.clear();
  }

  #add(activity: Activity): void {
    this.log.push({ ...activity, id: `line-${this.log.length + 1}` });
    for (const socket of this.#sockets) socket.deliver(this.#after(this.log.length - 1));
  }

  #after(watermark: number) {
    return { activities: this.log.slice(watermark), watermark: String(this.log.length) };
  }

  async #answer(url: string, init: RequestInit): Promise<Response> {
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    const path = pathname.replace('/v3/directline', '');
    this.calls.push(`${init.method} ${path}`);
    if (!this.network) throw new TypeError('no network');
    const headers = (init.headers ?? {}) as Record<string, string>;
    if (path === '/tokens/generate') return json({ conversationId: 'c1', token: 'token' });
    if (path === '/api/renew') return this.erased ? failed(404) : this.#renewed();
    if (!this.tokenGood || !(headers['authorization'] ?? '').startsWith('Bearer token')) return failed(403);
    if (this.erased) return failed(404);
    if (path === '/tokens/refresh') return json({ conversationId: 'c1', token: 'token-2' });
    if (path.endsWith('/activities') && init.method === 'POST') return this.#post(init.body as string);
    if (path.endsWith('/activities')) return json(this.#after(Number(searchParams.get('watermark') ?? 0)));
    const watermark = searchParams.get('watermark') ?? '';
    return json({
      conversationId: 'c1',
      token: 'token',
      streamUrl: `ws://localhost/?watermark=${watermark}`,
    });
  }

  #renewed(): Response {
    this.tokenGood = true;
    return json({ conversationId: 'c1', token: 'token-3' });
  }

  #post(body: string): Response {
    if (this.trouble !== undefined) return failed(this.trouble);
    const activity = JSON.parse(body) as Activity & { channelData: { clientActivityID: string } };
    this.posted.push(activity);
    const id = activity.channelData.clientActivityID;
    if (!this.#seen.has(id) && activity.type === 'message') {
      this.#add({
        type: 'message',
        from: { role: 'user' },
        text: activity.text ?? '',
        channelData: { clientActivityID: id },
      });
    }
    this.#seen.add(id);
    if (this.losesAnswers) throw new TypeError('connection reset');
    return json({ id: 'x' });
  }

  #open(url: string): HandSocket {
    const socket = new HandSocket();
    const works = this.network && !this.socketsBlocked;
    const watermark = Number(new URL(url).searchParams.get('watermark') ?? 0);
    setImmediate(() => {
      if (!works) return socket.drop(1006, '');
      this.#sockets.add(socket);
      socket.onopen?.();
      if (this.log.length > watermark) socket.deliver(this.#after(watermark));
    });
    return socket;
  }
}

class HandSocket {
  onopen: (() => void) | undefined;
  onmessage: ((event: { data: string }) => void) | undefined;
  onclose: ((event: { code: number; reason: string }) => void) | undefined;

  deliver(set: unknown): void {
    this.onmessage?.({ data: JSON.stringify(set) });
  }
  drop(code: number, reason: string): void {
    this.onclose?.({ code, reason });
  }
  send(): void {}
  close(): void {}
}

/** Everything that needs no time to pass happens. */
export async function settle(): Promise<void> {
  for (let round = 0; round < 12; round += 1) await new Promise((done) => setImmediate(done));
}

function json(body: unknown): Response {
  return new Response(JSON.stringify(body), { status: 200 });
}
function failed(status: number): Response {
  return new Response('{}', { status });
}
