import type { Language } from '../domain/locale.ts';
import { htmlHead, text } from './html.ts';
import type { PageManifest } from './page.ts';

/**
 * The staff console as HTML. Fluent UI writes styles into the page, so each rendering has a mark (`nonce`) that its
 * Content-Security-Policy lets through, and nothing else.
 *
 * @throws when the manifest names no entry: the console was not built
 */
export function consoleHtml(manifest: PageManifest, language: Language, nonce: string): string {
  const entry = Object.values(manifest).find((file) => file.isEntry);
  if (entry === undefined) throw new Error('the console is not built: its manifest names no entry');
  const noScript =
    language === 'es'
      ? 'La consola necesita JavaScript.'
      : 'The console needs JavaScript, which is off in this browser.';
  const more = [
    '<meta name="robots" content="noindex">',
    `<meta name="style-nonce" content="${text(nonce)}">`,
    '<link rel="icon" href="/assets/favicon.svg" type="image/svg+xml">',
    ...(entry.css ?? []).map((file) => `<link rel="stylesheet" href="/console/${text(file)}">`),
    `<script type="module" src="/console/${text(entry.file)}"></script>`,
  ].join('\n');
  return `${htmlHead(language, 'Helpline console', more)}
<body>
<div id="console"></div>
<noscript><p>${noScript}</p></noscript>
</body>
</html>
`;
}
