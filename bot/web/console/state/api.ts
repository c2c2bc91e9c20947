/** Something the server refused or could not do; `code` is its own, `status` 0 when it was not reached. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** Calls of the console to its server. The session is a cookie; what changes something carries the page's own secret. */
export class Api {
  #csrf = '';

  signedIn(csrf: string): void {
    this.#csrf = csrf;
  }

  get<T>(path: string): Promise<T> {
    return this.#call<T>(path, { method: 'GET' });
  }

  post<T>(path: string, body: object = {}): Promise<T> {
    return this.#call<T>(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-csrf': this.#csrf },
      body: JSON.stringify(body),
    });
  }

  async #call<T>(path: string, init: RequestInit): Promise<T> {
    let answer: Response;
    try {
      answer = await fetch(`/console/api/${path}`, {
        ...init,
        cache: 'no-store',
        credentials: 'same-origin',
      });
    } catch {
      throw new ApiError(0, 'Unreachable', '');
    }
    const body: unknown = await answer.json().catch(() => undefined);
    if (answer.ok) return body as T;
    const error = (body as { error?: { code?: string; message?: string } } | undefined)?.error;
    throw new ApiError(answer.status, error?.code ?? 'Unknown', error?.message ?? '');
  }
}
