import type { IncomingMessage } from 'node:http';
import type { Failure } from '../channel/failure.ts';

/** Direct Line's own limit for one activity. */
export const MOST_BYTES = 262_144;
/** So much of a body that nobody will read is let through before the connection is cut. */
const MOST_IGNORED = 8 * 1024 * 1024;

export type BodyResult = { kind: 'json'; value: unknown } | { kind: 'refused'; why: Failure };

/**
 * Reads a body as JSON. It must say that it is JSON: a page of another origin could send anything else without asking
 * first. Nothing of the body gets into an error.
 */
export async function readJson(request: IncomingMessage): Promise<BodyResult> {
  const length = Number(request.headers['content-length'] ?? 0);
  if (length > MOST_BYTES) return { kind: 'refused', why: 'too-big' };
  const bytes = await readUpTo(request, MOST_BYTES);
  if (bytes === undefined) return { kind: 'refused', why: 'too-big' };
  if (bytes.length === 0) return { kind: 'json', value: undefined };
  const type = request.headers['content-type'];
  if (type === undefined || !/^application\/(?:[\w.-]+\+)?json\b/i.test(type)) {
    return { kind: 'refused', why: 'not-json' };
  }
  if (request.headers['content-encoding'] !== undefined) return { kind: 'refused', why: 'not-json' };
  try {
    return { kind: 'json', value: JSON.parse(bytes.toString('utf8')) };
  } catch {
    return { kind: 'refused', why: 'bad-request' };
  }
}

/** Lets a body run past unread, so that the client hears the answer. Returns false when it is too much. */
export async function skipBody(request: IncomingMessage): Promise<boolean> {
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_IGNORED) return false;
  }
  return true;
}

/** The bytes of a body; undefined when there are too many. Rejects when the client goes away in the middle. */
function readUpTo(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= most) chunks.push(chunk);
      else resolve(undefined);
    });
    request.on('end', () => {
      const [first] = chunks;
      resolve(chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks));
    });
    request.on('error', reject);
  });
}
