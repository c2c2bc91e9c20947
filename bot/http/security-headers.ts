/** Headers of a response, by lower-case name. */
export type Headers = Readonly<Record<string, string>>;

export interface SecuritySettings {
  /** Origins that may show the page in a frame; nobody when empty. */
  frameAncestors: readonly string[];
  /** Where clients reach us; `https:` turns on Strict-Transport-Security. */
  publicUrl: string | undefined;
}

const EVERYWHERE: Headers = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
};

/** For JSON: never kept by a cache, never shown as a page. */
export function apiHeaders(settings: SecuritySettings): Headers {
  return {
    ...EVERYWHERE,
    ...transport(settings),
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  };
}

/** For scripts, styles and pictures of the page. */
export function assetHeaders(settings: SecuritySettings): Headers {
  return { ...EVERYWHERE, ...transport(settings) };
}

/**
 * For the page. It may load its own script and style and talk to its own server, and nothing else; it cannot be framed
 * unless the deployment says by whom. `host` is what the browser called us: older Safari wants WebSockets named.
 * Never kept: someone else may hold the device next.
 */
export function pageHeaders(settings: SecuritySettings, host: string | undefined): Headers {
  const { frameAncestors } = settings;
  const ancestors = frameAncestors.length === 0 ? "'none'" : frameAncestors.join(' ');
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    `connect-src ${["'self'", ...sockets(settings.publicUrl, host)].join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${ancestors}`,
  ];
  return {
    ...documentHeaders(settings, policy),
    ...(frameAncestors.length === 0 ? { 'x-frame-options': 'DENY' } : {}),
  };
}

/**
 * For the staff console: as strict as the page, but for styles that carry the mark of this rendering, and never in a frame.
 * React sets some styles on elements, which no mark can cover.
 */
export function consoleHeaders(settings: SecuritySettings, nonce: string): Headers {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  return { ...documentHeaders(settings, policy), 'x-frame-options': 'DENY' };
}

/** What both documents have: never kept, and nothing is asked of the device. */
function documentHeaders(settings: SecuritySettings, policy: readonly string[]): Headers {
  return {
    ...EVERYWHERE,
    ...transport(settings),
    'cache-control': 'no-store',
    'content-security-policy': policy.join('; '),
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'cross-origin-opener-policy': 'same-origin',
  };
}

function sockets(publicUrl: string | undefined, host: string | undefined): string[] {
  if (publicUrl !== undefined) return [new URL(publicUrl).origin.replace(/^http/, 'ws')];
  return host !== undefined && /^[\w.:[\]-]{1,255}$/.test(host) ? [`ws://${host}`, `wss://${host}`] : [];
}

function transport({ publicUrl }: SecuritySettings): Headers {
  return publicUrl?.startsWith('https:') === true
    ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }
    : {};
}
