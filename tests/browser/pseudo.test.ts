import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { answer, visitChat } from './visit.ts';

const NARROW = { viewport: { width: 320, height: 640 } };

/** Screens with much text on them, and how one gets there from the opening. */
const SCREENS: [name: string, go: (page: Page) => Promise<void>][] = [
  ['the opening', () => Promise.resolve()],
  ['urgent help', (page) => page.getByRole('button', { name: 'Urgent help' }).click()],
  ['the empty plan', (page) => page.getByRole('button', { name: 'My plan' }).click()],
  ['lines to call', (page) => answer(page, /^Frightened/)],
];

describe('a language with longer words, or one written from the right', function () {
  this.timeout(60_000);

  for (const [name, go] of SCREENS) {
    it(`fits a window of 320 px: ${name}`, async () => {
      const page = await visitChat(NARROW);
      await go(page);
      const changed = await lengthen(page);
      expect(changed).to.be.greaterThan(5);
      expect(await overflowing(page)).to.deep.equal([]);
    });

    it(`fits when read from the right: ${name}`, async () => {
      const page = await visitChat(NARROW);
      await go(page);
      await page.evaluate(() => (document.documentElement.dir = 'rtl'));
      expect(await page.evaluate(() => getComputedStyle(document.body).direction)).to.equal('rtl');
      expect(await overflowing(page)).to.deep.equal([]);
    });
  }
});

/** Writes every text a third longer and with accents, as German or Finnish would be. Returns how many there were. */
function lengthen(page: Page): Promise<number> {
  return page.evaluate(() => {
    const accents: Record<string, string> = {
      a: 'å',
      e: 'é',
      i: 'î',
      o: 'ö',
      u: 'û',
      n: 'ñ',
      A: 'Å',
      E: 'É',
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let changed = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.nodeValue ?? '';
      if (!/\p{L}/u.test(text) || node.parentElement?.closest('script, style, noscript')) continue;
      const words = text.split(' ').map((word) => word + word.slice(0, Math.ceil(word.length / 3)));
      node.nodeValue = words.join(' ').replace(/[aeiounAE]/g, (letter) => accents[letter] ?? letter);
      changed += 1;
    }
    return changed;
  });
}

/** What sticks out of the window at either side, or makes it scroll sideways. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const out = scrollWidth > clientWidth ? [`page: ${scrollWidth} of ${clientWidth}`] : [];
    for (const element of document.querySelectorAll('button, h1, h2, p, a')) {
      const { left, right, width, height } = element.getBoundingClientRect();
      const hidden = width <= 1 || height <= 1 || getComputedStyle(element).position === 'absolute';
      if (!hidden && (left < -1 || right > clientWidth + 1)) {
        out.push(`${element.className || element.tagName}: ${Math.round(left)} to ${Math.round(right)}`);
      }
    }
    return out;
  });
}
