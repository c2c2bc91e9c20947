import { expect } from 'chai';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { escape } from '../../bot/cli/review/document.ts';
import { LANGUAGES } from '../../bot/domain/locale.ts';
import { CHANNEL_WORDS } from '../../bot/channel/words.ts';
import { PUBLISHED_WORDS } from '../../bot/web/published-page.ts';
import { runNav } from '../../bot/cli/run-nav.ts';
import { compileAll } from '../../bot/language/compile.ts';
import { readSources } from '../../bot/language/load.ts';
import { type SmallRoot, smallRoot } from './small-root.ts';

const ROOT = join(import.meta.dirname, '..', '..');

describe('someone who reviews', function () {
  this.timeout(30_000);
  let at: SmallRoot;
  beforeEach(() => (at = smallRoot()));
  afterEach(() => at.remove());

  let html = '';
  before(async () => {
    const own = smallRoot();
    expect(await runNav(['review', '--out', 'review.html'], { ...own.io, root: ROOT })).to.equal(0);
    html = readFileSync(join(own.root, 'review.html'), 'utf8');
    own.remove();
  });

  it('finds each sentence of dialogs, options and words, in both languages', () => {
    const { texts, material } = compileAll(readSources(ROOT));
    expect(texts.size).to.be.greaterThan(1000);
    const spanish = material.translations.get('es')?.all;
    for (const { key, source } of texts.values()) {
      expect(html.includes(`>${escape(source)}<`), key).to.equal(true);
      const es = spanish?.get(key)?.text;
      if (es) expect(html.includes(`>${escape(es)}<`), `${key}, Spanish`).to.equal(true);
    }
  });

  it('finds what is said with every number for urgent help', () => {
    const file = readFileSync(join(ROOT, 'resources/safety/lines.yaml'), 'utf8');
    const { lines } = parse(file, { merge: true }) as {
      lines: { id: string; about?: { en: string; es: string } }[];
    };
    expect(lines.length).to.be.greaterThan(10);
    for (const { id, about } of lines) {
      for (const text of about ? [about.en, about.es] : []) {
        expect(html.includes(`>${escape(text)}<`), id).to.equal(true);
      }
    }
  });

  it('finds what the page and the services say, with the document a statement leads to', () => {
    expect(html).to.include('bot/web/chat/words/en.ts').and.to.include('resources/directory/au.yaml');
    expect(html).to.match(/<td><a href="https:/);
  });

  it('finds what the helpline publishes, and what a channel says by itself', () => {
    const file = readFileSync(join(ROOT, 'resources/helplines/pages.yaml'), 'utf8');
    const pages = Object.values(
      parse(file) as Record<string, { sections: { points: { en: string; es: string }[] }[] }>,
    );
    const points = pages.flatMap(({ sections }) => sections.flatMap((section) => section.points));
    expect(points.length).to.be.greaterThan(5);
    for (const { en, es } of points) {
      for (const text of [en, es]) expect(html.includes(`>${escape(text)}<`), text).to.equal(true);
    }
    for (const language of LANGUAGES) {
      for (const text of [CHANNEL_WORDS, PUBLISHED_WORDS].flatMap((words) =>
        Object.values(words[language]),
      )) {
        expect(html.includes(`>${escape(text)}<`), text).to.equal(true);
      }
    }
  });

  it('sees what has changed since a revision: sentences as they were, new ones, and those that are gone', async () => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], {
        cwd: at.root,
        stdio: 'ignore',
      });
    const pages = (...points: string[]) =>
      JSON.stringify({
        crisis: { points: points.map((en, id) => ({ id: `p${id}`, en, es: `${en} (es)` })) },
      });
    at.write('resources/helplines/pages.yaml', pages('We call no one.', 'We keep nothing.', 'You may ask.'));
    git('init');
    git('add', '.');
    git('commit', '-m', 'before');
    at.write('resources/helplines/pages.yaml', pages('We call no one.', 'We keep little.'));
    at.write('resources/helplines/own.yaml', 'people_read: { who_reads: { en: Nurses read it. } }\n');
    expect(await runNav(['review', '--out', 'r.html', '--since', 'HEAD'], at.io), at.err.join('')).to.equal(
      0,
    );
    const since = readFileSync(join(at.root, 'r.html'), 'utf8');
    const rowOf = (text: string) => since.split('\n').find((line) => line.includes(`<td>${text}</td>`)) ?? '';
    expect(rowOf('We call no one.')).to.include('<td></td><td></td><td></td></tr>');
    expect(rowOf('We keep little.')).to.include('English was: <span class="before">We keep nothing.</span>');
    expect(rowOf('Nurses read it.')).to.include('<td>new</td>').and.to.include('not translated');
    expect(since.slice(since.indexOf('No longer there since HEAD'))).to.include('You may ask.');
  });

  it('gets room to sign that nobody has filled, and no script', () => {
    expect(html).to.include('<span class="draft">draft</span>').and.not.to.include('<script');
    const rows = html.match(/<tr><th scope="row"/g) ?? [];
    expect(html.match(/<td><\/td><td><\/td><\/tr>/g)).to.have.length(rows.length);
  });

  it('is told when git knows no such revision, or no file is named', async () => {
    expect(await runNav(['review', '--out', 'x.html', '--since', 'no-such'], at.io)).to.equal(2);
    expect(at.err.join('')).to.include('git knows no revision no-such');
    expect(await runNav(['review'], at.io)).to.equal(2);
  });
});
