import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterEveryTest, atTheEnd, keptForMoreFiles } from '../left-open.ts';
import { openServer, type TestServer } from '../server.ts';
import { startBrowser } from './browser.ts';

let browser: Promise<Browser> | undefined;
let server: Promise<TestServer> | undefined;
const contexts: BrowserContext[] = [];

/** The server that tests share, each with chats of its own; one that a test halts must be a server of its own. */
export function sharedServer(): Promise<TestServer> {
  if (server === undefined) {
    let running: TestServer | undefined;
    server = openServer().then((opened) => (running = opened));
    // One that did not start is not kept: the next test tries anew.
    server.catch(() => (server = undefined));
    keptForMoreFiles(server, () => running?.kill());
  }
  return server;
}

function sharedBrowser(): Promise<Browser> {
  if (browser === undefined) {
    browser = startBrowser();
    atTheEnd(async () => {
      const closing = browser;
      browser = undefined;
      await (await closing)?.close();
    });
  }
  return browser;
}

/** A browser window of its own: no one else's cookies, storage or chats. Reduced motion, so that nothing is in flight. */
export async function newWindow(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await (await sharedBrowser()).newContext({
    viewport: { width: 1024, height: 768 },
    timezoneId: 'America/Denver',
    locale: 'en-US',
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(10_000);
  contexts.push(context);
  return context;
}

/** Someone opens the page, in a window of their own. */
export async function visit(options: BrowserContextOptions = {}, path = '/'): Promise<Page> {
  const { url } = await sharedServer();
  const page = await (await newWindow(options)).newPage();
  await page.goto(url + path);
  return page;
}

/** The same, and the opening question is there. */
export async function visitChat(options: BrowserContextOptions = {}, path = '/'): Promise<Page> {
  const page = await visit(options, path);
  await page.locator('.turn .choice').first().waitFor();
  return page;
}

/** Presses one of the open question's answers by its id's label, or by its place. */
export async function answer(page: Page, label: string | RegExp): Promise<void> {
  const before = await page.locator('.line').count();
  await page.locator('.turn').getByRole('button', { name: label }).first().click();
  await newLine(page, before + 1);
}

/** Waits until the bot has answered: there are more than so many lines, and nothing is on its way. */
export async function newLine(page: Page, more: number): Promise<void> {
  await page.waitForFunction(
    (count) =>
      document.querySelectorAll('.line').length > count && document.querySelector('.writing') === null,
    more,
  );
}

/** Agrees to the notice and writes. */
export async function write(page: Page, text: string): Promise<void> {
  const opener = page.locator('.composer .opener');
  if ((await opener.count()) > 0) await opener.click();
  const consent = page.locator('.consent .primary');
  if ((await consent.count()) > 0) await consent.click();
  const field = page.locator('#field');
  await field.fill(text);
  await page.locator('.send').click();
}

afterEveryTest(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()));
});
