import { createHash, timingSafeEqual } from 'node:crypto';
import { failure } from '../failure.ts';
import type { Answer, Call } from '../route.ts';
import type { TokenClaims, Tokens } from './tokens.ts';

/** Who is calling: a page with a token for one conversation, or a server that holds the secret. */
export type Caller = { kind: 'token'; claims: TokenClaims } | { kind: 'secret' };

/** Tells callers by what they bring. Answers are the official ones: 401 without, 403 with something that is no good. */
export class Credentials {
  readonly #tokens: Tokens;
  readonly #secret: Buffer | undefined;

  constructor(tokens: Tokens, secret: string | undefined) {
    this.#tokens = tokens;
    this.#secret = secret === undefined ? undefined : digest(secret);
  }

  /** Whether this deployment has a secret at all. */
  get hasSecret(): boolean {
    return this.#secret !== undefined;
  }

  caller(call: Call): Caller | Answer {
    const bearer = bearerOf(call);
    if (bearer === undefined) return failure('missing-credentials');
    const check = this.#tokens.check(bearer);
    if (check.kind === 'valid') return { kind: 'token', claims: check.claims };
    if (check.kind === 'expired') return failure('token-expired');
    return this.isSecret(bearer) ? { kind: 'secret' } : failure('bad-credentials');
  }

  /** A caller that may see this conversation. */
  callerFor(call: Call, conversation: string): Caller | Answer {
    const caller = this.caller(call);
    if ('status' in caller || caller.kind === 'secret') return caller;
    return caller.claims.conversation === conversation ? caller : failure('wrong-conversation');
  }

  isSecret(bearer: string): boolean {
    return this.#secret !== undefined && timingSafeEqual(this.#secret, digest(bearer));
  }
}

/** The token or secret of a request. */
export function bearerOf(call: Call): string | undefined {
  const header = call.headers.authorization;
  if (header === undefined || header.slice(0, 7).toLowerCase() !== 'bearer ') return undefined;
  const bearer = header.slice(7).trim();
  return bearer === '' ? undefined : bearer;
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
