import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { localeHint } from '../channel/locale-hint.ts';
import type { Language } from '../domain/locale.ts';
import { languageFor, type Page } from './page.ts';
import {
  assetHeaders,
  consoleHeaders,
  type Headers,
  pageHeaders,
  type SecuritySettings,
} from './security-headers.ts';
import { oneLine } from './send.ts';
import type { StaticFiles } from './static-files.ts';

export interface PagesParts {
  page: Page;
  assets: StaticFiles;
  /** The staff console: its HTML for a language and a mark of its own, and its files. */
  console: { html: (language: Language, nonce: string) => string; assets: StaticFiles };
  /** Pages of the helpline by name, or undefined: there is no such page. */
  published: (name: string, language: Language) => string | undefined;
  security: SecuritySettings;
}

/** What a browser is shown at an address: a page or a file of one. */
export interface Shown {
  status: number;
  headers: Headers;
  body?: Buffer;
}

/** Answers one request for a page; `named` is the piece of the path that a route leaves open. Undefined: there is none. */
export type Show = (request: IncomingMessage, named: string) => Shown | undefined;

/** Addresses within the console: all show the same page, which reads its own address. */
const CONSOLE_PLACES = [
  'setup',
  'sign-in',
  'callbacks',
  'insights',
  'team',
  'settings',
  'reports',
  'case/:named',
] as const;

/** Everything that is shown rather than called, by path: the page, the staff console, what the helpline publishes. */
export function pages({
  page,
  assets,
  console,
  published,
  security,
}: PagesParts): [path: string, show: Show][] {
  const shown = (headers: Headers, language: Language, html: string): Shown => ({
    status: 200,
    headers: { ...headers, 'content-type': 'text/html; charset=utf-8', 'content-language': language },
    body: Buffer.from(html, 'utf8'),
  });
  const asset = assetHeaders(security);
  const fileOf =
    (files: StaticFiles): Show =>
    ({ headers }, name) => {
      const answer = files.answer(name, oneLine(headers['accept-encoding']), headers['if-none-match']);
      return answer && { ...answer, headers: { ...asset, ...answer.headers } };
    };
  const showPage: Show = ({ url, headers }) => {
    const answer = page.answer({
      wanted: wantedIn(url),
      acceptLanguage: headers['accept-language'],
      acceptEncoding: oneLine(headers['accept-encoding']),
    });
    return {
      status: 200,
      headers: { ...pageHeaders(security, headers.host), ...answer.headers },
      body: answer.body,
    };
  };
  const showPublished: Show = ({ url, headers }, name) => {
    const language = languageFor(wantedIn(url), localeHint(headers['accept-language']));
    const html = published(name, language);
    if (html === undefined) return undefined;
    return shown({ ...pageHeaders(security, headers.host), vary: 'Accept-Language' }, language, html);
  };
  const showConsole: Show = ({ headers }) => {
    const nonce = randomBytes(16).toString('base64');
    const language = languageFor(null, localeHint(headers['accept-language']));
    return shown(consoleHeaders(security, nonce), language, console.html(language, nonce));
  };
  return [
    ['/', showPage],
    ['/assets/:named', fileOf(assets)],
    ['/pages/:named', showPublished],
    ['/console', showConsole],
    ...CONSOLE_PLACES.map((place): [string, Show] => [`/console/${place}`, showConsole]),
    ['/console/assets/:named', fileOf(console.assets)],
  ];
}

/** `?lang=` of an address. */
function wantedIn(url: string | undefined): string | null {
  return new URL(url ?? '/', 'http://localhost').searchParams.get('lang');
}
