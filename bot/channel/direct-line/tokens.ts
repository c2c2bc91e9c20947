import { createSecretKey, type KeyObject } from 'node:crypto';
import jwt, { type JwtPayload } from 'jsonwebtoken';
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
 * the person's id. One comes with every request of a conversation, so that what was signed or checked is remembered.
 */
export class Tokens {
  readonly #key: KeyObject;
  readonly #clock: Clock;
  readonly #known = new Map<string, { claims: TokenClaims; expires: number }>();

  /** `key`: at least 32 random bytes. */
  constructor(key: Uint8Array, clock: Clock) {
    this.#key = createSecretKey(key);
    this.#clock = clock;
  }

  issue(claims: TokenClaims): Issued {
    const token = this.#sign(claims, 'directline', LIFETIME);
    this.#remember(token, claims, this.#seconds() + LIFETIME);
    return { token, expiresIn: LIFETIME };
  }

  /** A second, short-lived token that stands in an address and is good for one conversation's stream only. */
  issueForStream(claims: TokenClaims): string {
    return this.#sign(claims, 'stream', STREAM_LIFETIME);
  }

  check(token: string): TokenCheck {
    const known = this.#known.get(token);
    if (known !== undefined) {
      if (this.#seconds() < known.expires) return { kind: 'valid', claims: known.claims };
      this.#known.delete(token);
    }
    const result = this.#verify(token, 'directline');
    if (result.kind === 'valid') this.#remember(token, result.claims, result.expires);
    return result;
  }

  checkForStream(token: string): TokenCheck {
    return this.#verify(token, 'stream');
  }

  #sign(claims: TokenClaims, audience: Audience, lifetime: number): string {
    const now = this.#seconds();
    const payload = {
      user: claims.user,
      conv: claims.conversation,
      ...(claims.flavour === undefined ? {} : { flavour: claims.flavour }),
      iat: now,
      exp: now + lifetime,
    };
    return jwt.sign(payload, this.#key, { algorithm: 'HS256', audience });
  }

  /** The time is looked at here, not by the library, which would tell of an expired token before it looks whom it is for. */
  #verify(token: string, audience: Audience): TokenCheck & { expires: number } {
    const payload = this.#payloadOf(token, audience);
    const claims = payload && claimsOf(payload);
    const expires = payload?.exp;
    if (claims === undefined || expires === undefined) return { kind: 'bad', expires: 0 };
    if (this.#seconds() < expires) return { kind: 'valid', claims, expires };
    return { kind: 'expired', claims, expiredAt: expires * 1000, expires };
  }

  /** What a token signed by us says; undefined for any other. */
  #payloadOf(token: string, audience: Audience): JwtPayload | undefined {
    try {
      const options = {
        algorithms: ['HS256' as const],
        audience,
        ignoreExpiration: true,
        complete: false as const,
      };
      const payload = jwt.verify(token, this.#key, options);
      return typeof payload === 'string' ? undefined : payload;
    } catch {
      return undefined;
    }
  }

  #remember(token: string, claims: TokenClaims, expires: number): void {
    if (this.#known.size >= REMEMBERED) {
      const oldest = this.#known.keys().next();
      if (oldest.done !== true) this.#known.delete(oldest.value);
    }
    this.#known.set(token, { claims, expires });
  }

  #seconds(): number {
    return Math.floor(this.#clock.now() / 1000);
  }
}

function claimsOf(payload: JwtPayload): TokenClaims | undefined {
  const user = payload['user'];
  const conv = payload['conv'];
  if (typeof user !== 'string' || typeof conv !== 'string') return undefined;
  const claims = { user, conversation: conv };
  const flavour: unknown = payload['flavour'];
  return flavour === 'page' || flavour === 'webchat' ? { ...claims, flavour } : claims;
}
