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

/** Official clients refresh after 15 minutes whatever they are told: twice that leaves room for a lost connection. */
const LIFETIME = 30 * 60;
/** How long the address of a stream may be used after it was given out. */
const STREAM_LIFETIME = 60;
const REMEMBERED = 20_000;

/**
 * Tokens of the Direct Line endpoint: JWTs signed with our own key, whose claim `user` official clients read and use as
 * the person's id. Checking a signature costs more than a whole turn otherwise does, so what was checked is remembered.
 */
export class Tokens {
  readonly #key: Uint8Array;
  readonly #clock: Clock;
  readonly #checked = new Map<string, { claims: TokenClaims; expires: number }>();

  /** `key`: at least 32 random bytes. */
  constructor(key: Uint8Array, clock: Clock) {
    this.#key = key;
    this.#clock = clock;
  }

  async issue(claims: TokenClaims): Promise<Issued> {
    return { token: await this.#sign(claims, 'directline', LIFETIME), expiresIn: LIFETIME };
  }

  /** A second, short-lived token that stands in an address and is good for one conversation's stream only. */
  async issueForStream(claims: TokenClaims): Promise<string> {
    return this.#sign(claims, 'stream', STREAM_LIFETIME);
  }

  async check(token: string): Promise<TokenCheck> {
    const known = this.#checked.get(token);
    if (known !== undefined) {
      if (this.#seconds() < known.expires) return { kind: 'valid', claims: known.claims };
      this.#checked.delete(token);
    }
    const result = await this.#verify(token, 'directline');
    if (result.kind === 'valid') this.#remember(token, result.claims, result.expires);
    return result;
  }

  async checkForStream(token: string): Promise<TokenCheck> {
    return this.#verify(token, 'stream');
  }

  async #sign(claims: TokenClaims, audience: string, lifetime: number): Promise<string> {
    const now = this.#seconds();
    return new SignJWT({
      user: claims.user,
      conv: claims.conversation,
      ...(claims.flavour === undefined ? {} : { flavour: claims.flavour }),
    })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setAudience(audience)
      .setIssuedAt(now)
      .setExpirationTime(now + lifetime)
      .sign(this.#key);
  }

  async #verify(token: string, audience: string): Promise<TokenCheck & { expires: number }> {
    try {
      const { payload } = await jwtVerify(token, this.#key, {
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

  #remember(token: string, claims: TokenClaims, expires: number): void {
    if (this.#checked.size >= REMEMBERED) {
      const oldest = this.#checked.keys().next();
      if (oldest.done !== true) this.#checked.delete(oldest.value);
    }
    this.#checked.set(token, { claims, expires });
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
  return payload['flavour'] === 'page' ? { ...claims, flavour: 'page' } : claims;
}
