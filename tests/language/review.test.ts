import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { escape } from '../../bot/cli/review/document.ts';
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
