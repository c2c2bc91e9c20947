/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Every setting there is; `.env.example` explains each. */
export const SETTINGS = [
  'PORT',
  'HOST',
  'PUBLIC_URL',
  'DATA_DIR',
  'DATABASE_URL',
  'RETENTION_HOURS',
  'COUNTRY',
  'DIRECT_LINE_SECRET',
  'TOKEN_KEY',
  'MicrosoftAppType',
  'MicrosoftAppId',
  'MicrosoftAppPassword',
  'MicrosoftAppTenantId',
  'NODE_ENV',
  'ALLOW_DRAFT_CONTENT',
  'TRUST_PROXY',
  'FRAME_ANCESTORS',
  'ALLOWED_ORIGINS',
  'WEBHOOK_URL',
  'WEBHOOK_SECRET',
  'HANDOFF_CHANNELS',
  'SMTP_URL',
  'NOTICE_FROM',
  'NOTICE_TO',
] as const;
export type Setting = (typeof SETTINGS)[number];

/** Reads one setting after the other, and collects what is wrong. An empty value counts as none. */
export class SettingsReader {
  readonly #environment: Environment;
  readonly #problems: string[];

  constructor(environment: Environment, problems: string[]) {
    this.#environment = environment;
    this.#problems = problems;
  }

  text(name: Setting): string | undefined {
    const value = this.#environment[name]?.trim();
    return value === '' ? undefined : value;
  }

  integer(name: Setting, least: number, most: number, usual: number): number {
    const value = this.text(name);
    if (value === undefined) return usual;
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= least && number <= most) return number;
    this.#wrong(name, value, `a whole number from ${least} to ${most}`);
    return usual;
  }

  oneOf<const T extends string>(name: Setting, allowed: readonly T[], usual: T): T {
    const value = this.text(name);
    if (value === undefined) return usual;
    const found = allowed.find((one) => one === value);
    if (found === undefined) this.#wrong(name, value, `one of ${allowed.join(', ')}`);
    return found ?? usual;
  }

  /** As the SDK does, without regard to upper and lower case. */
  appType<const T extends string>(name: Setting, allowed: readonly T[]): T | undefined {
    const value = this.text(name) ?? '';
    const found = allowed.find((one) => one.toLowerCase() === value.toLowerCase());
    if (found === undefined) this.#wrong(name, value, `one of ${allowed.join(', ')}`);
    return found;
  }

  host(name: Setting, usual: string): string {
    const value = this.text(name);
    if (value === undefined) return usual;
    if (/^[\w.:-]+$/.test(value) && !value.includes('//')) return value;
    this.#wrong(name, value, 'a host name or address, such as localhost or 0.0.0.0');
    return usual;
  }

  origin(name: Setting, secure: boolean): string | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const origin = originOf(value);
    const wanted = 'an address without a path, such as https://chat.example.org';
    if (origin === undefined) this.#wrong(name, value, wanted);
    else if (secure && !origin.startsWith('https:') && !isLocal(origin)) {
      this.#wrong(name, value, 'an address that begins with https:// in production');
    }
    return origin;
  }

  origins(name: Setting): string[] {
    const values = (this.text(name) ?? '').split(/[\s,]+/).filter((value) => value !== '');
    return values.flatMap((value) => {
      const wild = value.replace('://*.', '://any.');
      const origin = originOf(name === 'FRAME_ANCESTORS' ? wild : value);
      if (origin !== undefined) return [origin.replace('://any.', '://*.')];
      this.#wrong(name, value, 'origins such as https://www.example.org, with spaces between');
      return [];
    });
  }

  secret(name: Setting, least: number): string | undefined {
    const value = this.text(name);
    if (value === undefined || value.length >= least) return value;
    this.#problems.push(`${name} is too short: ${value.length} characters. At least ${least} are needed.`);
    return undefined;
  }

  key(name: Setting): Uint8Array | undefined {
    const value = this.secret(name, 43);
    return value === undefined ? undefined : new TextEncoder().encode(value);
  }

  #wrong(name: Setting, given: string, allowed: string): void {
    this.#problems.push(`${name} is ${JSON.stringify(given.slice(0, 100))}. Allowed: ${allowed}.`);
  }
}

function originOf(value: string): string | undefined {
  if (!URL.canParse(value)) return undefined;
  const url = new URL(value);
  const plain = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  if (url.hostname.includes('*')) return undefined;
  return plain && /^https?:$/.test(url.protocol) ? url.origin : undefined;
}

/** Whether an origin is this machine itself. */
export function isLocal(origin: string): boolean {
  return /^https?:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/.test(origin);
}
