import type { Sentence, Signatures } from './sentence.ts';

/** What the document compares with: the sentences as they were, by file and key. */
export interface Earlier {
  revision: string;
  sentences: readonly Sentence[];
}

const STYLE = `
body { font: 1rem/1.5 system-ui, sans-serif; margin: 1.5rem; color: #1b1b1b; background: #fff }
table { border-collapse: collapse; width: 100%; table-layout: fixed; margin: 0 0 2rem }
th, td { border: 1px solid #767676; padding: .4rem; text-align: left; vertical-align: top; overflow-wrap: anywhere }
caption { text-align: left; font-weight: 600; padding: .4rem 0 }
.draft { border: 2px solid #8a4b00; padding: 0 .4rem; color: #6b3a00 }
.place { font: .8rem/1.4 ui-monospace, monospace } .before { color: #555 }
@media print { body { margin: 0; font-size: 9pt } tr { break-inside: avoid } thead { display: table-header-group } }`;

/** One page that needs nothing else: every sentence by file, both languages side by side, and room to sign. */
export function reviewDocument(
  sentences: readonly Sentence[],
  signed: Signatures,
  earlier: Earlier | null,
): string {
  const files = [...new Set(sentences.map((one) => one.file))];
  const before = earlier && new Map(earlier.sentences.map((one) => [nameOf(one), one]));
  const contents = files.map((file, at) => `<li><a href="#file-${at}">${escape(file)}</a></li>`).join('\n');
  const tables = files.map((file, at) => {
    const names = signed.get(file) ?? [];
    const state =
      names.length > 0 ? `Signed: ${escape(names.join(', '))}` : '<span class="draft">draft</span>';
    const rows = sentences.filter((one) => one.file === file).map((one) => row(one, before));
    return `<h2 id="file-${at}">${escape(file)}</h2>\n<p>${state}</p>\n<table>
<caption>Sentences in ${escape(file)}</caption>
<thead><tr><th scope="col">Place</th><th scope="col">English</th><th scope="col">Spanish</th><th scope="col">Source</th>${
      before ? '<th scope="col">Change</th>' : ''
    }<th scope="col">Reviewer</th><th scope="col">Date</th></tr></thead>
<tbody>\n${rows.join('\n')}\n</tbody></table>`;
  });
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sentences for review</title><style>${STYLE}</style></head><body>
<header><h1>Sentences for review</h1>
<p>${sentences.length} sentences in ${files.length} files. Each can be shown to a person. Reviewer and date are for the people who read them.</p>${
    earlier ? `\n<p>Compared with ${escape(earlier.revision)}.</p>` : ''
  }</header>
<nav aria-label="Files"><ul>\n${contents}\n</ul></nav>
<main>\n${tables.join('\n')}\n${earlier ? gone(sentences, earlier) : ''}</main></body></html>\n`;
}

function row(one: Sentence, before: ReadonlyMap<string, Sentence> | null): string {
  const spanish = one.es === null ? '<em>not translated</em>' : `<span lang="es">${escape(one.es)}</span>`;
  const sources = one.sources.map(({ label, url }) =>
    url === null ? escape(label) : `<a href="${escape(url)}">${escape(label)}</a>`,
  );
  const change = before ? `<td>${changeOf(one, before.get(nameOf(one)))}</td>` : '';
  return `<tr><th scope="row" class="place">${escape(one.key)}</th><td>${escape(one.en)}</td><td>${spanish}</td><td>${sources.join('<br>')}</td>${change}<td></td><td></td></tr>`;
}

function changeOf(now: Sentence, was: Sentence | undefined): string {
  if (!was) return 'new';
  const parts: string[] = [];
  if (was.en !== now.en) parts.push(`English was: <span class="before">${escape(was.en)}</span>`);
  if (was.es !== now.es)
    parts.push(`Spanish was: <span class="before" lang="es">${escape(was.es ?? '–')}</span>`);
  if (JSON.stringify(was.sources) !== JSON.stringify(now.sources)) parts.push('Source changed');
  return parts.join('<br>');
}

function gone(sentences: readonly Sentence[], { revision, sentences: were }: Earlier): string {
  const here = new Set(sentences.map(nameOf));
  const items = were.filter((one) => !here.has(nameOf(one)));
  const list = items.map((one) => `<li>${escape(nameOf(one))}: ${escape(one.en)}</li>`).join('\n');
  return `<h2>No longer there since ${escape(revision)}</h2>\n${list ? `<ul>\n${list}\n</ul>` : '<p>Nothing.</p>'}\n`;
}

function nameOf(one: Sentence): string {
  return `${one.file} ${one.key}`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text that is safe between tags and in attributes. */
export function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
