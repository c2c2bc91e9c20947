import type { Language } from '../domain/locale.ts';
import { htmlHead, text } from './html.ts';

interface Both {
  en: string;
  es: string;
}

/** A page of the helpline, as its file has it. */
export interface PublishedPage {
  title: Both;
  sections: readonly { heading: Both; points: readonly Both[] }[];
}

/** What the page says by itself. */
export const PUBLISHED_WORDS = {
  en: { back: 'To the chat', other: 'Español', draft: 'Not filled in yet' },
  es: { back: 'Al chat', other: 'English', draft: 'Aún sin completar' },
} as const;

/** A page that works without any script: what a helpline says about crises, confidentiality and complaints. */
export function publishedPage(
  page: PublishedPage,
  language: Language,
  stylesheet: string | undefined,
): string {
  const words = PUBLISHED_WORDS[language];
  const other = language === 'en' ? 'es' : 'en';
  const sections = page.sections.map(
    (section) => `<section>
<h2>${text(section.heading[language])}</h2>
<ul>
${section.points.map((point) => `<li>${pointHtml(point[language], words.draft)}</li>`).join('\n')}
</ul>
</section>`,
  );
  const style = stylesheet === undefined ? '' : `<link rel="stylesheet" href="/${text(stylesheet)}">`;
  return `${htmlHead(language, page.title[language], style)}
<body>
<div class="app">
<main class="page">
<p><a class="button" href="/">${words.back}</a> <a class="button quiet" href="?lang=${other}" lang="${other}" hreflang="${other}">${words.other}</a></p>
<h1>${text(page.title[language])}</h1>
${sections.join('\n')}
</main>
</div>
</body>
</html>
`;
}

/** What stands in brackets is for the helpline to fill in, and said to be so. */
function pointHtml(point: string, draft: string): string {
  return point.startsWith('[') ? `<em>${draft}: ${text(point)}</em>` : text(point);
}
