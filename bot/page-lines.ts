import type { Content } from './content.ts';
import { COUNTRIES, LANGUAGES, type Country, type Language } from './domain/locale.ts';
import { LINE_PURPOSES } from './domain/reply.ts';
import type { LineGroup, PageLines } from './web/page-settings.ts';

/** Every line the page can show before the chat is connected and without it, as of `now` (ms since 1970). */
export function pageLines(content: Content, now: number): PageLines {
  return Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      Object.fromEntries(COUNTRIES.map((country) => [country, groups(content, language, country, now)])),
    ]),
  ) as Record<Language, Record<Country, LineGroup[]>>;
}

function groups(content: Content, language: Language, country: Country, now: number): LineGroup[] {
  const { directory } = content;
  return LINE_PURPOSES.map((purpose) => ({
    purpose,
    items: directory.directory
      .lines(purpose, country, now)
      .flatMap((line) => directory.views.line(line, { language, now }) ?? []),
  })).filter((group) => group.items.length > 0);
}
