import type { Allowance } from '../channel/route.ts';
import { isLoopbackAddress } from '../channel/loopback.ts';
import type { Clock } from '../turn/ports.ts';

/** How many requests an address may make at once, and how many more each minute. */
export interface Limit {
  burst: number;
  perMinute: number;
}

/** Generous, as a whole hospital may share one address; a resume code must not be guessed, so that one is small. */
export const LIMITS: Readonly<Record<Allowance, Limit>> = {
  token: { burst: 60, perMinute: 60 },
  start: { burst: 30, perMinute: 30 },
  post: { burst: 120, perMinute: 240 },
  resume: { burst: 8, perMinute: 4 },
  // A team behind one address signs in at the start of a shift; guessing passwords is slower than that.
  'sign-in': { burst: 30, perMinute: 10 },
  console: { burst: 600, perMinute: 1200 },
};

/** More addresses than this are not remembered; the ones longest unseen are forgotten. */
const MOST_ADDRESSES = 50_000;

/** A token bucket for each address and allowance. */
export class RateLimiter {
  readonly #clock: Clock;
  readonly #limits: Readonly<Record<Allowance, Limit>>;
  readonly #buckets = new Map<string, { left: number; at: number }>();

  constructor(clock: Clock, limits: Readonly<Record<Allowance, Limit>> = LIMITS) {
    this.#clock = clock;
    this.#limits = limits;
  }

  /** Takes one request; returns 0, or the seconds to wait. This machine itself is not limited. */
  take(allowance: Allowance, address: string): number {
    if (isLoopbackAddress(address)) return 0;
    const { burst, perMinute } = this.#limits[allowance];
    const now = this.#clock.now();
    const key = `${allowance} ${address}`;
    const bucket = this.#buckets.get(key) ?? { left: burst, at: now };
    const left = Math.min(burst, bucket.left + ((now - bucket.at) * perMinute) / 60_000);
    this.#buckets.delete(key);
    if (this.#buckets.size >= MOST_ADDRESSES) {
      const oldest = this.#buckets.keys().next();
      if (oldest.done !== true) this.#buckets.delete(oldest.value);
    }
    const allowed = left >= 1;
    this.#buckets.set(key, { left: allowed ? left - 1 : left, at: now });
    return allowed ? 0 : Math.ceil(((1 - left) * 60) / perMinute);
  }
}
