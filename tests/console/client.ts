import type { FileSystem } from '../../bot/store/lowdb/file-system.ts';
import { startServer, type TestServer } from '../server.ts';
import { DeskServer } from './desk-server.ts';

/** Someone of the staff at a console, over HTTP as the console's page does it. */
export class StaffClient {
  readonly #url: string;
  /** As a browser keeps them: by name, the latest of each. */
  readonly #cookies = new Map<string, string>();
  #csrf = '';
  #credentials = {};
  me: { id: string; name: string; role: string } = { id: '', name: '', role: '' };

  constructor(url: string) {
    this.#url = url;
  }

  async get<T>(path: string): Promise<T> {
    const answer = await this.call('GET', path);
    if (!answer.ok) throw new Error(`GET ${path}: ${answer.status}`);
    return (await answer.json()) as T;
  }

  async post<T>(path: string, body: object = {}): Promise<T> {
    const answer = await this.call('POST', path, body);
    if (!answer.ok) throw new Error(`POST ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  /** As it is, for what is refused. */
  async call(method: 'GET' | 'POST', path: string, body?: object, headers: Record<string, string> = {}) {
    const answer = await fetch(`${this.#url}/console/api/${path}`, {
      method,
      headers: {
        ...(this.#cookies.size > 0 ? { cookie: this.#cookie } : {}),
        ...(method === 'POST' ? { 'content-type': 'application/json', 'x-csrf': this.#csrf } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const set of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = set.split(/[=;]/);
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return answer;
  }

  get #cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async setUp(token: string, changes: object = {}): Promise<void> {
    this.#signedIn(
      await this.post('setup', { token, helpline: HELPLINE, administrator: ADMINISTRATOR, ...changes }),
    );
  }

  async signIn(username: string, password: string): Promise<void> {
    this.#credentials = { username, password };
    await this.signInAgain();
  }

  /** A new session, as at the beginning of a shift. */
  async signInAgain(): Promise<void> {
    this.#signedIn(await this.post('sign-in', this.#credentials));
  }

  /** Opens the stream of events; each is passed on until `close` is called. */
  listen(heard: (event: { kind: string } & Record<string, unknown>, id: string) => void, last?: string) {
    const stop = new AbortController();
    const begin = async () => {
      const answer = await fetch(`${this.#url}/console/api/events`, {
        headers: { cookie: this.#cookie, ...(last === undefined ? {} : { 'last-event-id': last }) },
        signal: stop.signal,
      });
      if (!answer.ok || answer.body === null) throw new Error(`events: ${answer.status}`);
      void read(answer.body, heard).catch(() => undefined);
    };
    return { open: begin(), close: () => stop.abort() };
  }

  #signedIn(me: { id: string; name: string; role: string; csrf: string }): void {
    this.me = me;
    this.#csrf = me.csrf;
  }
}

async function read(
  body: ReadableStream<Uint8Array>,
  heard: (event: { kind: string } & Record<string, unknown>, id: string) => void,
): Promise<void> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const event = text.slice(0, end);
      text = text.slice(end + 2);
      const data = /^data: (.*)$/m.exec(event)?.[1];
      if (data !== undefined) heard(JSON.parse(data), /^id: (.*)$/m.exec(event)?.[1] ?? '');
    }
  }
}

/** A helpline that is open at every hour, so that no test depends on the time of day. */
export const HELPLINE = {
  name: 'Riverside Helpline',
  country: 'US',
  zone: 'America/Denver',
  phone: '1-800-555-0142',
  hours: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '00:00', to: '24:00' }],
  channels: { chat: true, callback: true },
  onDuty: { minimum: 1, supervisor: false },
  says: {
    who_reads: { en: 'A nurse of the Riverside Helpline reads it.' },
    what_is_kept: { en: 'We keep your request for 30 days after it is closed.' },
    must_tell_others: { en: 'If we believe that someone is in danger, we may have to call for help.' },
  },
};

export const ADMINISTRATOR = { name: 'Ruth', username: 'ruth', password: 'four random words here' };

/** The same in this process, at once: for what needs no process of its own. */
export async function startDesk(
  staff: readonly { name: string; role?: string }[] = [],
  fs?: FileSystem,
): Promise<{ server: DeskServer; administrator: StaffClient; staff: StaffClient[] }> {
  const server = await DeskServer.start({}, fs);
  try {
    const administrator = new StaffClient(server.url);
    await administrator.setUp(server.setupToken);
    return { server, administrator, staff: await colleagues(server.url, administrator, staff) };
  } catch (error) {
    await server.close();
    throw error;
  }
}

async function colleagues(
  url: string,
  administrator: StaffClient,
  staff: readonly { name: string; role?: string }[],
): Promise<StaffClient[]> {
  const clients: StaffClient[] = [];
  for (const { name, role = 'staff' } of staff) {
    const username = name.toLowerCase();
    await administrator.post('staff', { name, username, role, language: 'en', password: STAFF_PASSWORD });
    const client = new StaffClient(url);
    await client.signIn(username, STAFF_PASSWORD);
    clients.push(client);
  }
  return clients;
}

/** A server whose helpline is set up, with one administrator and as many staff as asked for. */
export async function startHelpline(
  staff: readonly { name: string; role?: string }[] = [],
): Promise<{ server: TestServer; administrator: StaffClient; staff: StaffClient[] }> {
  const server = await startServer();
  try {
    const administrator = new StaffClient(server.url);
    await administrator.setUp(setupToken(server));
    return { server, administrator, staff: await colleagues(server.url, administrator, staff) };
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** Of all colleagues that are added here. */
export const STAFF_PASSWORD = 'some other quiet words';

/** The token in the link that the server prints at its first start. */
export function setupToken(server: TestServer): string {
  const token = /console\/setup#([\w-]+)/.exec(server.output())?.[1];
  if (token === undefined) throw new Error('The server printed no setup link.');
  return token;
}
