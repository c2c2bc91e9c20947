import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { localeHint } from '../channel/locale-hint.ts';
import { type Country, type Language, LANGUAGES } from '../domain/locale.ts';
import type { Clock } from '../turn/ports.ts';
import type { Headers } from './security-headers.ts';

/** Renders the page as HTML for someone's language and country. */
export type RenderPage = (language: Language, country: Country) => string;

/** What a browser said of itself. */
export interface PageRequest {
  /** `?lang=` of the address. */
  wanted: string | null;
  acceptLanguage: string | undefined;
  acceptEncoding: string | undefined;
}

/** The language to show: the one that was asked for, or else the browser's. */
export function languageFor(wanted: string | null, hint: { language?: Language }): Language {
  return LANGUAGES.find((one) => one === wanted) ?? hint.language ?? 'en';
}

interface Rendered {
  at: number;
  plain: Buffer;
  br?: Buffer;
  gzip?: Buffer;
}

/** The page says which lines are open now: after this long it is rendered again. */
const FRESH_FOR = 60_000;

/** The HTML of the page, rendered and packed once a minute for each language and country that is asked for. */
export class Page {
  readonly #render: RenderPage;
  readonly #country: Country;
  readonly #clock: Clock;
  readonly #kept = new Map<string, Rendered>();

  /** `country`: shown when the browser does not give one away. */
  constructor(render: RenderPage, country: Country, clock: Clock) {
    this.#render = render;
    this.#country = country;
    this.#clock = clock;
  }

  /** What is shown has changed: the next visitor gets it new. */
  forget(): void {
    this.#kept.clear();
  }

  answer(request: PageRequest): { headers: Headers; body: Buffer } {
    const hint = localeHint(request.acceptLanguage);
    const language = languageFor(request.wanted, hint);
    const rendered = this.#rendered(language, hint.country ?? this.#country);
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'content-language': language,
      vary: 'Accept-Language, Accept-Encoding',
    };
    const accepts = request.acceptEncoding ?? '';
    if (/\bbr\b/.test(accepts)) {
      const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
      rendered.br ??= brotliCompressSync(rendered.plain, { params });
      return { headers: { ...headers, 'content-encoding': 'br' }, body: rendered.br };
    }
    if (/\bgzip\b/.test(accepts)) {
      rendered.gzip ??= gzipSync(rendered.plain);
      return { headers: { ...headers, 'content-encoding': 'gzip' }, body: rendered.gzip };
    }
    return { headers, body: rendered.plain };
  }

  #rendered(language: Language, country: Country): Rendered {
    const now = this.#clock.now();
    const key = `${language} ${country}`;
    const kept = this.#kept.get(key);
    if (kept !== undefined && now - kept.at < FRESH_FOR) return kept;
    const rendered: Rendered = { at: now, plain: Buffer.from(this.#render(language, country), 'utf8') };
    this.#kept.set(key, rendered);
    return rendered;
  }
}
