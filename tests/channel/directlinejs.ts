import { createRequire } from 'node:module';
import { WebSocket } from 'ws';

const require = createRequire(import.meta.url);
// The client looks for a browser's globals the moment it is made.
Object.assign(globalThis, { XMLHttpRequest: require('xhr2'), WebSocket: globalThis.WebSocket ?? WebSocket });

/** The little of an rxjs Observable that is used here. */
interface Observable<T> {
  subscribe(next: (value: T) => void, failed?: (error: unknown) => void): { unsubscribe(): void };
}
export interface OfficialActivity {
  type: string;
  id: string;
  text?: string;
  from: { id: string; role?: string };
  channelData?: { clientActivityID?: string };
}
export interface OfficialClient {
  activity$: Observable<OfficialActivity>;
  connectionStatus$: Observable<number> & { getValue(): number };
  postActivity(activity: object): Observable<string>;
  reconnect(conversation: object): void;
  end(): void;
}
export const STATUS = { connecting: 1, online: 2, expiredToken: 3, failed: 4, ended: 5 } as const;

const { DirectLine } = require('botframework-directlinejs') as {
  DirectLine: new (options: object) => OfficialClient;
};

/** The official client, listening. */
export function officialClient(url: string, options: object) {
  const client = new DirectLine({ domain: `${url}/v3/directline`, pollingInterval: 200, ...options });
  const heard: OfficialActivity[] = [];
  let wake: () => void = () => undefined;
  let trouble: unknown;
  const listening = client.activity$.subscribe(
    (activity) => {
      heard.push(activity);
      wake();
    },
    (error) => {
      trouble = error;
      wake();
    },
  );
  const until = async (wanted: () => boolean) => {
    while (!wanted()) {
      if (trouble !== undefined) throw trouble;
      await new Promise<void>((resolve) => (wake = resolve));
    }
  };
  return {
    client,
    heard,
    /** The bot's lines so far, each id once, as the client's own users would count them. */
    botTexts: () => heard.filter((one) => one.from.role === 'bot').map((one) => one.text ?? ''),
    /** Waits until a line of the bot contains this. */
    async hears(text: string) {
      await until(() => heard.some((one) => one.from.role === 'bot' && one.text?.includes(text)));
    },
    /** Waits until one more activity has come. */
    async more() {
      const before = heard.length;
      await until(() => heard.length > before);
    },
    /** Sends; resolves with the id the client was given. */
    say: (text: string, clientActivityID: string) =>
      new Promise<string>((resolve, reject) =>
        client
          .postActivity({ type: 'message', text, from: { id: 'me' }, channelData: { clientActivityID } })
          .subscribe(resolve, reject),
      ),
    /** Waits for a connection status. */
    status: (wanted: number) =>
      new Promise<void>((resolve) =>
        client.connectionStatus$.subscribe((now) => now === wanted && resolve()),
      ),
    /** Waits for the end of the conversation as the client tells it. */
    ended: () => until(() => trouble !== undefined).catch(() => undefined),
    stop() {
      listening.unsubscribe();
      client.end();
    },
  };
}
