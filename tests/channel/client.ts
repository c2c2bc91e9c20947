import { WebSocket } from 'ws';
import type { ReplyView } from '../../bot/domain/view.ts';

/** An activity as it comes over the wire. */
export interface WireActivity {
  type: string;
  id: string;
  name?: string;
  text?: string;
  timestamp: string;
  replyToId?: string;
  from: { id: string; role?: string };
  attachments?: { contentType: string; content: { body: unknown[]; actions?: unknown[] } }[];
  suggestedActions?: { actions: { type: string; title: string; value: unknown }[] };
  channelData?: { clientActivityID?: string; navigator?: ReplyView };
}
export interface ActivitySet {
  activities: WireActivity[];
  watermark?: string;
}
export interface Granted {
  conversationId: string;
  token: string;
  expires_in: number;
  streamUrl: string;
}

/** One request to the endpoint. `body` is sent as JSON, text as it is. */
export async function call(
  url: string,
  method: string,
  path: string,
  options: { token?: string; body?: unknown; headers?: Record<string, string> } = {},
) {
  const { token, body, headers } = options;
  const response = await fetch(url + path, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: text === '' ? undefined : JSON.parse(text),
  };
}

/** A person who has opened a chat. */
export async function openChat(url: string, locale = 'en-US') {
  const { token } = (await call(url, 'POST', '/v3/directline/tokens/generate')).json as Granted;
  const started = await call(url, 'POST', '/v3/directline/conversations', { token, body: { locale } });
  const granted = started.json as Granted;
  const path = `/v3/directline/conversations/${granted.conversationId}`;
  return {
    ...granted,
    status: started.status,
    path,
    post: (activity: unknown) =>
      call(url, 'POST', `${path}/activities`, { token: granted.token, body: activity }),
    say: (text: string, clientActivityID?: string) =>
      call(url, 'POST', `${path}/activities`, {
        token: granted.token,
        body: {
          type: 'message',
          text,
          ...(clientActivityID === undefined ? {} : { channelData: { clientActivityID } }),
        },
      }),
    read: async (watermark?: string) => {
      const query = watermark === undefined ? '' : `?watermark=${watermark}`;
      const answer = await call(url, 'GET', `${path}/activities${query}`, { token: granted.token });
      return answer.json as ActivitySet;
    },
  };
}

/** A WebSocket whose frames can be waited for one after the other. */
export async function openStream(url: string) {
  const socket = new WebSocket(url);
  const frames: string[] = [];
  let wake: () => void = () => undefined;
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  socket.on('message', (data: Buffer) => {
    frames.push(data.toString());
    wake();
  });
  await new Promise<void>((resolve, reject) => {
    socket.on('open', resolve);
    socket.on('error', reject);
  });
  return {
    socket,
    closed,
    /** The next frame, as soon as there is one. */
    async next(): Promise<string> {
      while (frames.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      return frames.shift() ?? '';
    },
    /** The activities of the next frame that is not empty. */
    async heard(): Promise<ActivitySet> {
      for (;;) {
        const frame = await this.next();
        if (frame !== '') return JSON.parse(frame) as ActivitySet;
      }
    },
  };
}

/** The status with which an upgrade is refused. */
export function refusedWith(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url);
    socket.on('unexpected-response', (_request, response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    socket.on('open', () => reject(new Error('it was let in')));
    socket.on('error', () => undefined);
  });
}
