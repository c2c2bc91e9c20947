import { expect } from 'chai';
import { COUNTRIES, LANGUAGES } from '../../bot/domain/locale.ts';
import type { LineView } from '../../bot/domain/view.ts';
import { pageHtml, type PageArguments } from '../../bot/web/page.ts';
import type { LineGroup, PageLines } from '../../bot/web/page-settings.ts';

const CRISIS: LineView = {
  id: 'crisis',
  name: 'A crisis line </script><b>',
  about: 'People who listen.',
  contacts: [{ kind: 'phone', label: 'Call 988', href: 'tel:988' }],
  hours: 'Day and night',
  open: true,
};
const GROUPS: LineGroup[] = [{ purpose: 'crisis', items: [CRISIS] }];
const LINES = Object.fromEntries(
  LANGUAGES.map((language) => [language, Object.fromEntries(COUNTRIES.map((country) => [country, GROUPS]))]),
) as unknown as PageLines;
const ARGUMENTS: PageArguments = {
  country: 'US',
  language: 'en',
  lines: LINES,
  manifest: { 'chat/main.tsx': { file: 'assets/chat-1.js', css: ['assets/chat-1.css'], isEntry: true } },
  settings: { retentionHours: 24 },
};

describe('the page before its script', () => {
  const html = pageHtml(ARGUMENTS);

  it('says what it is and has a number to press', () => {
    expect(html).to.contain('metastatic breast cancer');
    expect(html).to.contain('<a class="button call" href="tel:988">Call 988</a>');
  });

  it('has a title that says nothing to whoever looks over the shoulder', () => {
    expect(html).to.contain('<title>Navigator</title>');
  });

  it('holds no script and no style of its own, so that none can be slipped in', () => {
    const scripts = [...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
    expect(scripts).to.deep.equal([
      '<script type="module" src="/assets/chat-1.js">',
      '<script type="application/json" id="settings">',
    ]);
    expect(html).to.not.match(/<style|\sstyle=|\son\w+=/);
  });

  it('cannot be broken by a name in the directory', () => {
    expect(html.match(/<\/script>/g)).to.have.length(2);
    expect(html).to.contain('A crisis line &#60;/script&#62;&#60;b&#62;');
    const data = /id="settings">(.*)<\/script>/.exec(html)?.[1] ?? '';
    expect(JSON.parse(data).lines.en.US[0].items[0].name).to.equal(CRISIS.name);
  });

  it('speaks Spanish, and leads to the other language without a script', () => {
    const spanish = pageHtml({ ...ARGUMENTS, language: 'es' });
    expect(spanish)
      .to.contain('<html lang="es"')
      .and.to.contain('Ayuda urgente')
      .and.to.contain('href="?lang=en"');
  });

  it('is not served unbuilt', () => {
    expect(() => pageHtml({ ...ARGUMENTS, manifest: {} })).to.throw('not built');
  });
});
