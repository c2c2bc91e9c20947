import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Answer } from '../channel/route.ts';
import type { Headers } from './security-headers.ts';

/** From here on an answer is packed: someone who reloads a long chat may be on a phone. */
const WORTH_PACKING = 4_096;
/** Headers of a packed answer. */
export const PACKED: Headers = {
  'content-type': 'application/json; charset=utf-8',
  'content-encoding': 'gzip',
  vary: 'Origin, Accept-Encoding',
};
const gzipAsync = promisify(gzip);

/** A long answer as gzip; undefined when it is short or the client does not take it. */
export async function pack(request: IncomingMessage, answer: Answer): Promise<Buffer | undefined> {
  if (request.method !== 'GET' || answer.body === undefined) return undefined;
  if (!/\bgzip\b/.test(oneLine(request.headers['accept-encoding']) ?? '')) return undefined;
  const text = JSON.stringify(answer.body);
  return text.length < WORTH_PACKING ? undefined : gzipAsync(text, { level: 4 });
}

/** Writes a whole response. A text goes out together with its headers, which bytes would not. */
export function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string | string[]>>,
  body: Buffer | string | undefined,
): void {
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  response.writeHead(status, { ...headers, ...length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** A header that may come several times, as one text. */
export function oneLine(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(',') : header;
}
