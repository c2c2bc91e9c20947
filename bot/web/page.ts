import { COUNTRIES, type Country, type Language } from '../domain/locale.ts';
import type { LineView } from '../domain/view.ts';
import { WORDS, type Words } from './chat/words/words.ts';
import { htmlHead, text } from './html.ts';
import { people, urgent } from './line-groups.ts';
import { completeSettings, type LineGroup, type PageLines, type ServerSettings } from './page-settings.ts';

/** `dist/manifest.json` as Vite writes it; only what is read here. */
export type PageManifest = Readonly<Record<string, { file: string; css?: string[]; isEntry?: boolean }>>;

export interface PageArguments {
  /** The country shown first: a guess, or the deployment's own. */
  country: Country;
  language: Language;
  /** Every line, for every country and language: the page switches without asking again. */
  lines: PageLines;
  manifest: PageManifest;
  settings: ServerSettings;
}

/**
 * The chat page as HTML. Before its script has loaded, and without one, it says what this is and shows the numbers to
 * call. Holds no inline script or style, so a strict Content-Security-Policy suits it; the settings are a data block.
 * Throws when the manifest names no entry: the page was not built.
 */
export function pageHtml({ country, language, lines, manifest, settings }: PageArguments): string {
  const words = WORDS[language];
  const other: Language = language === 'en' ? 'es' : 'en';
  const entry = Object.values(manifest).find((file) => file.isEntry && file.file.includes('chat'));
  if (entry === undefined) throw new Error('the chat page is not built: the manifest names no entry');
  const data = completeSettings(country, language, lines, settings);
  const elsewhere = COUNTRIES.filter((one) => one !== country);

  const more = [
    '<meta name="robots" content="noarchive">',
    '<meta name="format-detection" content="telephone=no">',
    '<link rel="icon" href="/assets/favicon.svg" type="image/svg+xml">',
    ...(entry.css ?? []).map((file) => `<link rel="stylesheet" href="/${text(file)}">`),
    `<script type="module" src="/${text(entry.file)}"></script>`,
  ].join('\n');
  return `${htmlHead(language, words.pageTitle, more)}
<body>
<div id="app" class="app">
<header class="header">
<h1 class="name">${text(words.name)}</h1>
<a class="button quiet" href="?lang=${other}" lang="${other}" hreflang="${other}">${text(words.otherLanguage)}</a>
</header>
<div class="pinned">
<nav class="ways" aria-label="${text(words.waysLabel)}">
<a class="button urgent" href="#urgent">${text(words.urgent)}</a>
<a class="button" href="#people">${text(words.person)}</a>
<a class="button leave" href="${text(data.leaveTo[country])}" rel="noreferrer">${text(words.leave)}</a>
</nav>
</div>
<main class="page">
<p class="lead">${text(words.whatThisIs)}</p>
<noscript><p class="notice">${text(words.noScript)}</p></noscript>
<section id="urgent" aria-labelledby="urgent-title">
<h2 id="urgent-title">${text(words.urgentTitle)}</h2>
<p>${text(words.urgentIntro)}</p>
${numbers(urgent(lines[language][country]), words)}
</section>
<section id="people" aria-labelledby="people-title">
<h2 id="people-title">${text(words.peopleTitle)}</h2>
${numbers(people(lines[language][country]), words)}
</section>
<section aria-labelledby="elsewhere-title">
<h2 id="elsewhere-title">${text(words.notIn[country])}</h2>
${elsewhere
  .map(
    (one) => `<details class="fold"><summary>${text(words.countries[one])}</summary>
${numbers([...urgent(lines[language][one]), ...people(lines[language][one])], words)}
</details>`,
  )
  .join('\n')}
<p>${text(words.elsewhere)}</p>
</section>
</main>
</div>
<script type="application/json" id="settings">${json(data)}</script>
</body>
</html>
`;
}

/** The page's stylesheet by its built name; undefined when the page was not built. */
export function stylesheetOf(manifest: PageManifest): string | undefined {
  return Object.values(manifest).find((file) => file.isEntry)?.css?.[0];
}

function numbers(groups: readonly LineGroup[], words: Words): string {
  return groups
    .map(
      (group) => `<h3>${text(words.purposes[group.purpose])}</h3>
<ul class="lines">${group.items.map((item) => line(item, words)).join('')}</ul>`,
    )
    .join('\n');
}

function line(item: LineView, words: Words): string {
  const contacts = item.contacts
    .map(
      (contact) =>
        `<a class="button ${contact.kind === 'phone' || contact.kind === 'text' ? 'call' : 'link-out'}" href="${text(contact.href)}">${text(contact.label)}</a>`,
    )
    .join('');
  const deaf = item.deaf === undefined ? '' : `<p class="small">${text(words.deaf)}: ${text(item.deaf)}</p>`;
  return `<li class="line-card"><p class="line-name">${text(item.name)}</p><p>${text(item.about)}</p><p class="small">${text(item.hours)}</p><div class="calls">${contacts}</div>${deaf}</li>`;
}

/** JSON that cannot end the script element it stands in. */
function json(value: unknown): string {
  return JSON.stringify(value)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
}
