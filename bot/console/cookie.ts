import type { Call } from '../channel/route.ts';

/** A cookie of the console: no script reads it, no other site's page sends it, and over HTTPS no other host sets it. */
export class Cookie {
  readonly #name: string;
  readonly #flags: string;
  readonly #lasts: string;

  /** `lasts` in seconds; left out, it goes with the browser. `secure`: people reach us over HTTPS. */
  constructor(name: string, secure: boolean, lasts?: number) {
    this.#name = secure ? `__Host-${name}` : name;
    this.#flags = `Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
    this.#lasts = lasts === undefined ? '' : `Max-Age=${lasts}; `;
  }

  /** Value of a `set-cookie` header; null forgets the cookie. */
  set(value: string | null): string {
    return value === null
      ? `${this.#name}=; Max-Age=0; ${this.#flags}`
      : `${this.#name}=${value}; ${this.#lasts}${this.#flags}`;
  }

  /** What came with a call. */
  of(call: Call): string | undefined {
    for (const piece of (call.headers.cookie ?? '').split(';')) {
      const at = piece.indexOf('=');
      if (at > 0 && piece.slice(0, at).trim() === this.#name) return piece.slice(at + 1).trim();
    }
    return undefined;
  }
}
