import { webcrypto } from 'node:crypto';
import { errors, jwtVerify, SignJWT, type JWTPayload } from 'jose';
import type { Clock } from '../../turn/ports.ts';
import type { WebFlavour } from '../render/activity.ts';

/** Whom a token speaks for: one conversation, one user id. */
export interface TokenClaims {
  conversation: string;
  user: string;
  /** Set on the token of a stream: what its client reads. */
  flavour?: WebFlavour;
}

export type TokenCheck =
  | { kind: 'valid'; claims: TokenClaims }
  /** It was good; `claims` say what for. */
  | { kind: 'expired'; claims: TokenClaims; expiredAt: number }
  | { kind: 'bad' };

export interface Issued {
  token: string;
  expiresIn: number;
}

/** What a token is good for: talking, or listening. */
type Audience = 'directline' | 'stream';

/** Official clients refresh after 15 minutes whatever they are told: twice that leaves room for a lost connection. */
const LIFETIME = 30 * 60;
/** How long the address of a stream may be used after it was given out. */
const STREAM_LIFETIME = 60;
const REMEMBERED = 20_000;

/**
 * Tokens of the Direct Line endpoint: JWTs signed with our own key, whose claim `user` official clients read and use as
 * the person's id. Making and checking a signature costs more than a whole turn otherwise does, so that what was signed
 * or checked is remembered.
 */
export class Tokens {
  /** Made ready once: from bytes, every signature would import the key anew. */
  readonly #key: Promise<webcrypto.CryptoKey>;
  readonly #clock: Clock;
  readonly #known: Record<Audience, Map<string, { claims: TokenClaims; expires: number }>> = {
    directline: new Map(),
    stream: new Map(),
  };

  /** `key`: at least 32 random bytes. */
  constructor(key: Uint8Array, clock: Clock) {
    this.#key = webcrypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, [
      'sign',
      'verify',
    ]);
    this.#clock = clock;
  }

  async issue(claims: TokenClaims): Promise<Issued> {
    return { token: await this.#sign(claims, 'directline', LIFETIME), expiresIn: LIFETIME };
  }

  /** A second, short-lived token that stands in an address and is good for one conversation's stream only. */
  async issueForStream(claims: TokenClaims): Promise<string> {
    return this.#sign(claims, 'stream', STREAM_LIFETIME);
  }

  check(token: string): Promise<TokenCheck> {
    return this.#check(token, 'directline');
  }

  async checkForStream(token: string): Promise<TokenCheck> {
    const result = await this.#check(token, 'stream');
    // An address is seldom used twice; when it is, its signature is checked again.
    this.#known.stream.delete(token);
    return result;
  }

  async #check(token: string, audience: Audience): Promise<TokenCheck> {
    const known = this.#known[audience].get(token);
    if (known !== undefined) {
      if (this.#seconds() < known.expires) return { kind: 'valid', claims: known.claims };
      this.#known[audience].delete(token);
    }
    const result = await this.#verify(token, audience);
    if (result.kind === 'valid') this.#remember(token, audience, result.claims, result.expires);
    return result;
  }

  async #sign(claims: TokenClaims, audience: Audience, lifetime: number): Promise<string> {
    const now = this.#seconds();
    const token = await new SignJWT({
      user: claims.user,
      conv: claims.conversation,
      ...(claims.flavour === undefined ? {} : { flavour: claims.flavour }),
    })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setAudience(audience)
      .setIssuedAt(now)
      .setExpirationTime(now + lifetime)
      .sign(await this.#key);
    this.#remember(token, audience, claims, now + lifetime);
    return token;
  }

  async #verify(token: string, audience: Audience): Promise<TokenCheck & { expires: number }> {
    try {
      const { payload } = await jwtVerify(token, await this.#key, {
        algorithms: ['HS256'],
        audience,
        currentDate: new Date(this.#clock.now()),
        requiredClaims: ['exp'],
      });
      const claims = claimsOf(payload);
      return claims === undefined
        ? { kind: 'bad', expires: 0 }
        : { kind: 'valid', claims, expires: payload.exp ?? 0 };
    } catch (error) {
      // The signature is checked before the time, so what an expired token says is true.
      if (!(error instanceof errors.JWTExpired)) return { kind: 'bad', expires: 0 };
      const claims = claimsOf(error.payload);
      if (claims === undefined) return { kind: 'bad', expires: 0 };
      return { kind: 'expired', claims, expiredAt: (error.payload.exp ?? 0) * 1000, expires: 0 };
    }
  }

  #remember(token: string, audience: Audience, claims: TokenClaims, expires: number): void {
    const known = this.#known[audience];
    if (known.size >= REMEMBERED) {
      const oldest = known.keys().next();
      if (oldest.done !== true) known.delete(oldest.value);
    }
    known.set(token, { claims, expires });
  }

  #seconds(): number {
    return Math.floor(this.#clock.now() / 1000);
  }
}

function claimsOf(payload: JWTPayload): TokenClaims | undefined {
  const user = payload['user'];
  const conv = payload['conv'];
  if (typeof user !== 'string' || typeof conv !== 'string') return undefined;
  const claims = { user, conversation: conv };
  const { flavour } = payload;
  return flavour === 'page' || flavour === 'webchat' ? { ...claims, flavour } : claims;
}
