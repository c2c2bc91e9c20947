import type { ServerResponse } from 'node:http';
import type { EventSource } from '../channel/route.ts';
import type { Headers } from './security-headers.ts';

/** Milliseconds between signs of life on a stream of events. */
const BEAT = 15_000;
/** Bytes that may wait for a slow reader. */
const MOST_WAITING = 1024 * 1024;

/** Server-sent events, with a comment now and then so that proxies and phones keep the line open. */
export function sendEvents(response: ServerResponse, headers: Headers, source: EventSource): void {
  response.writeHead(200, {
    ...headers,
    'content-type': 'text/event-stream; charset=utf-8',
    'x-accel-buffering': 'no',
  });
  const write = (text: string) => {
    // Between the end of a stream and the moment its connection is gone there may be something to tell.
    if (response.writableEnded || response.destroyed) return;
    // A console that has stopped reading is let go: it connects again and is sent what it missed.
    if (response.writableLength > MOST_WAITING) response.destroy();
    else response.write(text);
  };
  const leave = source(
    ({ id, data }) => write(`${id === undefined ? '' : `id: ${id}\n`}data: ${data}\n\n`),
    () => response.end(),
  );
  const beat = setInterval(() => write(':\n\n'), BEAT);
  beat.unref();
  response.on('close', () => {
    clearInterval(beat);
    leave();
  });
  write(':\n\n');
}
