import http, { type RequestOptions } from 'node:http';
import https from 'node:https';

/** Longest wait for a channel to take a message, in milliseconds; the whole turn must end within 15 s. */
const SEND_TIMEOUT = 8_000;
/** A channel answers with an id or a short error; more than this many characters are not looked at. */
const MOST_ANSWER = 10_000;

/** The channel answered, and it was no yes. Its words are not kept. */
export class ChannelRefusal extends Error {
  readonly statusCode: number;

  constructor(statusCode: number) {
    super(`status ${statusCode}`);
    this.name = 'ChannelRefusal';
    this.statusCode = statusCode;
  }
}

/** An address as Node's client takes it, so that nothing has to be parsed for each message. */
export type Address = Pick<RequestOptions, 'protocol' | 'hostname' | 'port' | 'path'>;

/**
 * Posts JSON to a channel, once, and resolves with the JSON it answered (undefined when it was none). Rejects with a
 * `ChannelRefusal`, or with Node's own error when there was no answer: its `code` tells whether there was a connection.
 * Redirections are not followed: what someone is told, and the token that goes with it, are for this address only.
 *
 * @param signature the headers that say who we are
 */
export function postOnce(
  address: Address,
  signature: Readonly<Record<string, string>>,
  body: unknown,
  patience = SEND_TIMEOUT,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const text = JSON.stringify(body);
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(text),
      accept: '*/*',
      'user-agent': 'Microsoft-BotFramework/3.1 support-navigator',
      ...signature,
    };
    // The agents of the process: they keep connections.
    const client = address.protocol === 'https:' ? https : http;
    const request = client.request({ ...address, method: 'POST', headers });
    const timer = setTimeout(() => request.destroy(new Error('no answer in time')), patience);
    const failed = (error: Error) => {
      clearTimeout(timer);
      reject(error);
    };
    request.on('error', failed);
    request.on('response', (response) => {
      const { statusCode = 0 } = response;
      let answer = '';
      response.setEncoding('utf8');
      response.on('data', (piece: string) => {
        if (answer.length < MOST_ANSWER) answer += piece;
      });
      response.on('error', failed);
      response.on('end', () => {
        clearTimeout(timer);
        if (statusCode >= 200 && statusCode < 300) resolve(parsed(answer));
        else reject(new ChannelRefusal(statusCode));
      });
    });
    request.end(text);
  });
}

/** It has said yes already: what else it says is of no weight. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
