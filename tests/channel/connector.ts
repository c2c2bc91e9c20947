import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WireActivity } from './client.ts';

/** What a connector was sent. */
export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  activity: WireActivity & { serviceUrl?: string };
}

/**
 * The service of a Bot Framework channel, which is another company's: takes what the bot sends. It answers as the test
 * says: a status, or `hang up` without an answer after having read everything.
 */
export async function startConnector(port = 0) {
  const received: Received[] = [];
  const answers: (number | 'hang up')[] = [];
  let wake: () => void = () => undefined;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const activity = JSON.parse(Buffer.concat(chunks).toString()) as Received['activity'];
      received.push({ path: request.url ?? '', headers: request.headers, activity });
      const answer = answers.shift() ?? 200;
      if (answer === 'hang up') request.socket.destroy();
      else {
        response.writeHead(answer, { 'content-type': 'application/json' });
        response.end(answer < 300 ? '{"id":"from-the-channel"}' : '{"error":{"code":"x","message":"no"}}');
      }
      wake();
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    port: (server.address() as AddressInfo).port,
    received,
    /** The next answers, in order; then 200. */
    answers,
    texts: () => received.map((one) => one.activity.text ?? ''),
    /** Waits until so many activities have arrived. */
    async count(wanted: number) {
      while (received.length < wanted) await new Promise<void>((resolve) => (wake = resolve));
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** An activity as a channel sends it. */
export function fromChannel(serviceUrl: string, changed: object = {}) {
  return {
    type: 'message',
    id: 'a1',
    timestamp: '2026-11-20T12:00:00.000Z',
    channelId: 'emulator',
    serviceUrl,
    from: { id: 'me', name: 'My Name' },
    recipient: { id: 'bot', name: 'Bot' },
    conversation: { id: 'conv|1 x' },
    locale: 'en-US',
    text: 'hello',
    ...changed,
  };
}
