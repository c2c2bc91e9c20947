import type { Country, Language } from '../domain/locale.ts';
import type { LinePurpose } from '../domain/reply.ts';
import type { LineView } from '../domain/view.ts';

/** Lines of one purpose, in the order they should be read. */
export interface LineGroup {
  purpose: LinePurpose;
  items: LineView[];
}

/** Every line the page can show without asking the server again: by language, then by country. */
export type PageLines = Readonly<Record<Language, Readonly<Record<Country, readonly LineGroup[]>>>>;

/** What a deployment may set on the page. */
export interface ServerSettings {
  /** Hours after the last message at which a chat is deleted. */
  retentionHours: number;
  /** Where *Leave now* goes, by country: an everyday page that says nothing about health. */
  leaveTo?: Partial<Record<Country, string>>;
  /** Path of the Direct Line endpoint. Without it: `/v3/directline`. */
  directLine?: string;
  /** Path that turns a resume code into a conversation. Without it: `/api/resume`. */
  resume?: string;
  /** Path that renews a token that was good once. Without it: `/api/renew`. */
  renew?: string;
}

/** What the page reads from its `<script type="application/json" id="settings">`. */
export interface PageSettings {
  country: Country;
  language: Language;
  retentionHours: number;
  leaveTo: Readonly<Record<Country, string>>;
  directLine: string;
  resume: string;
  renew: string;
  lines: PageLines;
}

/** Weather: what anyone may look at, at any hour. */
const EVERYDAY_PAGES: Readonly<Record<Country, string>> = {
  US: 'https://www.weather.gov/',
  AU: 'https://www.bom.gov.au/',
  UK: 'https://www.metoffice.gov.uk/',
  CA: 'https://weather.gc.ca/',
  NZ: 'https://www.metservice.com/',
};

/** Fills in what a deployment left out. */
export function completeSettings(
  country: Country,
  language: Language,
  lines: PageLines,
  settings: ServerSettings,
): PageSettings {
  return {
    country,
    language,
    retentionHours: settings.retentionHours,
    leaveTo: { ...EVERYDAY_PAGES, ...settings.leaveTo },
    directLine: settings.directLine ?? '/v3/directline',
    resume: settings.resume ?? '/api/resume',
    renew: settings.renew ?? '/api/renew',
    lines,
  };
}
