/** Everything the page needs of the browser that a test would want to hold in its hand: network, clock, chance. */
export interface Surroundings {
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  openSocket: (url: string) => WebSocket;
  /** Milliseconds since 1970. */
  now: () => number;
  /** From 0 up to, but not including, 1. */
  chance: () => number;
  /** An id nobody can guess. */
  id: () => string;
  /** Calls `act` after so many milliseconds, unless the returned function is called first. */
  later: (milliseconds: number, act: () => void) => () => void;
  /** False when the device says that it has no network. */
  online: () => boolean;
  /** Whether someone can see the page right now. */
  looking: () => boolean;
}

/** The real ones. */
export function browserSurroundings(): Surroundings {
  return {
    fetch: (url, init) => window.fetch(url, init),
    // A server behind a proxy may not know that the page came by https, where a plain socket is forbidden.
    openSocket: (url) => new WebSocket(location.protocol === 'https:' ? url.replace(/^ws:/, 'wss:') : url),
    now: () => Date.now(),
    chance: () => Math.random(),
    id: randomId,
    later: (milliseconds, act) => {
      const timer = window.setTimeout(act, milliseconds);
      return () => window.clearTimeout(timer);
    },
    online: () => navigator.onLine,
    looking: () => document.visibilityState === 'visible',
  };
}

/** `crypto.randomUUID` is younger than the oldest browsers we serve, and absent on plain http. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
