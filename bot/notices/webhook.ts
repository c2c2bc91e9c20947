import { createHmac } from 'node:crypto';
import type { Case } from '../domain/case.ts';
import type { Post } from './notices.ts';

/** A help desk that receives cases, and the secret it shares with us. */
export interface Webhook {
  url: string;
  secret: string;
}

/** How long an answer may take, in milliseconds. */
const PATIENCE = 10_000;
/** What a secret in the form of Standard Webhooks begins with. */
const ENCODED = 'whsec_';

/** What a help desk is sent of a case: what the person approved, and nothing else. */
export function payloadOf(record: Case, event: string): object {
  const { id, way, language, country, timeZone, summary, callback, createdAt } = record;
  return {
    type: event,
    timestamp: createdAt,
    data: {
      case: id,
      way,
      language,
      country,
      ...(timeZone === undefined ? {} : { timeZone }),
      summary,
      ...(callback === undefined ? {} : { callback }),
      safetyLineShown: record.safety.map((one) => one.at),
    },
  };
}

/**
 * Sends one notice, signed as Standard Webhooks says (https://www.standardwebhooks.com): the receiver recomputes the HMAC over
 * `id.timestamp.body`, refuses timestamps more than five minutes off, and takes an id only once. The same notice keeps its
 * id in every try. A redirect is not followed: it could lead anywhere.
 *
 * @param now milliseconds since 1970
 * @returns whether it was taken
 */
export async function sendWebhook(
  { url, secret }: Webhook,
  id: string,
  payload: object,
  now: number,
  post: Post,
): Promise<boolean> {
  const body = JSON.stringify(payload);
  const timestamp = String(Math.floor(now / 1000));
  const answer = await post(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${signature(secret, id, timestamp, body)}`,
    },
    body,
    redirect: 'manual',
    signal: AbortSignal.timeout(PATIENCE),
  });
  return answer.status >= 200 && answer.status < 300;
}

/**
 * HMAC-SHA256 in base64, over what Standard Webhooks signs. A secret in its own form (`whsec_` and base64) stands for the
 * bytes it encodes, as its libraries take it; any other for itself.
 */
export function signature(secret: string, id: string, timestamp: string, body: string): string {
  const key = secret.startsWith(ENCODED) ? Buffer.from(secret.slice(ENCODED.length), 'base64') : secret;
  return createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
}
