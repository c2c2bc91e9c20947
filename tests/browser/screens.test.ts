import { expect } from 'chai';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { violations } from './axe.ts';
import { answer, newLine, newWindow, sharedServer, visitChat, write } from './visit.ts';

/** Every screen, and how one gets there. */
const SCREENS: [name: string, come: (options: BrowserContextOptions) => Promise<Page>][] = [
  ['the page before its script', beforeTheScript],
  ['the opening', (options) => visitChat(options)],
  ['urgent help', (options) => opened(options, 'Urgent help')],
  ['the empty plan', (options) => opened(options, 'My plan')],
  ['the menu', (options) => opened(options, 'Menu')],
  [
    'about and privacy',
    async (options) => {
      const page = await opened(options, 'Menu');
      await page.getByRole('button', { name: 'About and privacy' }).click();
      return page;
    },
  ],
  [
    'the code',
    async (options) => {
      const page = await opened(options, 'Menu');
      await page.getByRole('button', { name: 'I have a code' }).click();
      await page.getByRole('button', { name: 'Open my chat' }).click();
      return page;
    },
  ],
  [
    'the notice before writing',
    async (options) => {
      const page = await visitChat(options);
      await page.locator('.composer .opener').click();
      return page;
    },
  ],
  [
    'lines to call',
    async (options) => {
      const page = await visitChat(options);
      await answer(page, /^Frightened/);
      return page;
    },
  ],
  [
    'the crisis bar',
    async (options) => {
      const page = await visitChat(options);
      await write(page, 'I want to kill myself');
      await page.locator('.crisis-bar').waitFor();
      return page;
    },
  ],
  ['kinds of support, unfolded and kept', kindsOfSupport],
  [
    'the plan',
    async (options) => {
      const page = await kindsOfSupport(options);
      await page.getByRole('button', { name: 'My plan (1)' }).click();
      return page;
    },
  ],
  [
    'services',
    async (options) => {
      const page = await visitChat(options);
      await answer(page, /^Money/);
      await answer(page, /^Rent/);
      await page.locator('.card').first().waitFor();
      return page;
    },
  ],
  [
    'several answers, with an error',
    async (options) => {
      const page = await visitChat(options);
      await answer(page, /^I care/);
      await answer(page, /^For me/);
      await page.locator('.turn .box').first().waitFor();
      await page.getByRole('button', { name: 'Continue' }).click();
      return page;
    },
  ],
  [
    'continue or start fresh',
    async (options) => {
      const page = await visitChat(options);
      await page.reload();
      await page.locator('.return').waitFor();
      return page;
    },
  ],
  [
    'offline, with something unsent',
    async (options) => {
      const page = await visitChat(options);
      await page.context().setOffline(true);
      await page.getByText('You are offline.').first().waitFor();
      await page.locator('.turn .choice').first().click();
      await page.getByText('Kept here.').waitFor();
      return page;
    },
  ],
];

describe('every screen', function () {
  this.timeout(60_000);

  for (const [name, come] of SCREENS) {
    it(`can be used by everyone, by day and by night: ${name}`, async () => {
      const page = await come({ colorScheme: 'light' });
      expect(await violations(page), 'light').to.deep.equal([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await violations(page), 'dark').to.deep.equal([]);
    });

    it(`fits a small phone and the largest zoom: ${name}`, async () => {
      const page = await come({ viewport: { width: 320, height: 568 } });
      const { scroll, client } = await page.evaluate(() => ({
        scroll: document.documentElement.scrollWidth,
        client: document.documentElement.clientWidth,
      }));
      expect(scroll).to.equal(client);
      expect(await tooSmall(page)).to.deep.equal([]);
    });
  }

  it('fits when the text is twice as large', async () => {
    const page = await visitChat({ viewport: { width: 640, height: 800 } });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wide).to.equal(0);
  });

  it('keeps every way out on a small phone when the text is twice as large', async () => {
    const page = await visitChat({ viewport: { width: 320, height: 640 } });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    for (const way of ['Urgent help', 'A person', 'My plan', 'Leave now']) {
      const box = await page.locator('.ways').getByRole('button', { name: way }).boundingBox();
      expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 999) <= 320, way).to.equal(true);
    }
  });

  it('lies the right way round where a language is written from the right', async () => {
    const page = await visitChat();
    await page.evaluate(() => (document.documentElement.dir = 'rtl'));
    const name = await page.locator('.name').boundingBox();
    const menu = await page.getByRole('button', { name: 'Menu' }).boundingBox();
    expect(name?.x ?? 0).to.be.greaterThan(menu?.x ?? 0);
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wide).to.equal(0);
  });
});

/** What is there while the script is on its way, or when it never comes. */
async function beforeTheScript(options: BrowserContextOptions): Promise<Page> {
  const window = await newWindow(options);
  await window.route('**/assets/*.js', (route) => route.abort());
  const page = await window.newPage();
  await page.goto((await sharedServer()).url);
  await page.locator('summary').first().click();
  return page;
}

async function opened(options: BrowserContextOptions, button: string): Promise<Page> {
  const page = await visitChat(options);
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.locator('.screen').waitFor();
  return page;
}

async function kindsOfSupport(options: BrowserContextOptions): Promise<Page> {
  const page = await visitChat(options);
  await answer(page, /^Just show me/);
  await page.getByRole('button', { name: 'People like me' }).click();
  await newLine(page, 4);
  await page.locator('.card summary').first().click();
  await page.locator('.card .keep').first().click();
  await page.getByRole('button', { name: 'My plan (1)' }).waitFor();
  return page;
}

/** Buttons, links that look like them, and fields that are smaller than a finger: 44 by 44 pixels. */
async function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'button, .button, summary, select, textarea, input:not([type=checkbox]), .box',
      ),
    ]
      .filter((element) => element.offsetParent !== null)
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.height < 43.5 || box.width < 43.5)
      .map(({ element, box }) => `${element.innerText.slice(0, 20)} ${box.width}x${box.height}`),
  );
}
