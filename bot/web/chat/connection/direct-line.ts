import type { Surroundings } from '../surroundings.ts';
import type { ActivitySet } from './activity.ts';

/**
 * How a call went. `unreachable`: no answer, or the server's own trouble; try again. `busy`: wait so many milliseconds.
 * `denied`: the token is not (or no longer) good. `gone`: there is no such conversation. `refused`: asking again is no use.
 */
export type Outcome<T> =
  | { kind: 'ok'; value: T }
  | { kind: 'unreachable'; answered: boolean }
  | { kind: 'busy'; wait: number }
  | { kind: 'denied' }
  | { kind: 'gone' }
  | { kind: 'refused'; status: number };

export interface Opened {
  conversationId: string;
  token: string;
  streamUrl?: string;
}

/** Milliseconds after which a call without an answer is given up and tried again. */
const PATIENCE = 20_000;

/** The calls of the Direct Line 3.0 protocol that a chat page makes. Never throws; holds no state. */
export class DirectLine {
  private readonly base: string;
  private readonly renewal: string;
  private readonly around: Surroundings;

  /** `base` is the path of the endpoint, without a slash at its end; `renewal` the one that takes an old token. */
  constructor(base: string, renewal: string, around: Surroundings) {
    this.base = base;
    this.renewal = renewal;
    this.around = around;
  }

  /** A token for a new conversation. */
  generate(): Promise<Outcome<Opened>> {
    return this.call('POST', '/tokens/generate', undefined, {});
  }

  /** Begins the conversation the token is for. `locale` such as `es-US` tells the bot the language and the country. */
  start(token: string, locale: string): Promise<Outcome<Opened>> {
    return this.call('POST', '/conversations', token, { locale });
  }

  /** A fresh stream address that goes on after `watermark`; without one, from the beginning. */
  reconnect(id: string, token: string, watermark: string | undefined): Promise<Outcome<Opened>> {
    return this.call('GET', `/conversations/${encodeURIComponent(id)}${after(watermark ?? '')}`, token);
  }

  /** What was said after `watermark`; without one, everything still kept. */
  activities(id: string, token: string, watermark: string | undefined): Promise<Outcome<ActivitySet>> {
    return this.call('GET', `/conversations/${encodeURIComponent(id)}/activities${after(watermark)}`, token);
  }

  post(id: string, token: string, activity: unknown): Promise<Outcome<{ id?: string }>> {
    return this.call('POST', `/conversations/${encodeURIComponent(id)}/activities`, token, activity);
  }

  /** A new token for one that is still good. */
  refresh(token: string): Promise<Outcome<Opened>> {
    return this.call('POST', '/tokens/refresh', token);
  }

  /** A new token for one that was good: a phone may sleep longer than a token lives. */
  renew(token: string): Promise<Outcome<Opened>> {
    const headers = { authorization: `Bearer ${token}` };
    return request(this.around, this.renewal, {
      method: 'POST',
      headers,
      cache: 'no-store',
      credentials: 'omit',
    });
  }

  private async call<T>(method: string, path: string, token?: string, body?: unknown): Promise<Outcome<T>> {
    const headers: Record<string, string> = {};
    if (token !== undefined) headers.authorization = `Bearer ${token}`;
    if (body !== undefined) headers['content-type'] = 'application/json';
    return request<T>(this.around, this.base + path, {
      method,
      headers,
      cache: 'no-store',
      credentials: 'omit',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }
}

/** One call with an end to its patience, its answer sorted into what the caller can do about it. */
export async function request<T>(around: Surroundings, url: string, init: RequestInit): Promise<Outcome<T>> {
  const abort = new AbortController();
  const stop = around.later(PATIENCE, () => abort.abort());
  try {
    const response = await around.fetch(url, { ...init, signal: abort.signal });
    if (response.ok) return { kind: 'ok', value: await bodyOf<T>(response) };
    return sort(response);
  } catch {
    return { kind: 'unreachable', answered: false };
  } finally {
    stop();
  }
}

async function bodyOf<T>(response: Response): Promise<T> {
  const text = await response.text();
  return (text === '' ? {} : JSON.parse(text)) as T;
}

function sort(response: Response): Outcome<never> {
  const { status } = response;
  if (status === 401 || status === 403) return { kind: 'denied' };
  if (status === 404 || status === 410) return { kind: 'gone' };
  if (status === 429) {
    const seconds = Number(response.headers.get('retry-after'));
    return { kind: 'busy', wait: seconds > 0 ? Math.min(seconds, 120) * 1000 : 5000 };
  }
  if (status >= 500 || status === 408) return { kind: 'unreachable', answered: true };
  return { kind: 'refused', status };
}

function after(watermark: string | undefined): string {
  return watermark === undefined ? '' : `?watermark=${encodeURIComponent(watermark)}`;
}
