import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { newWindow, sharedServer } from './visit.ts';

const ASSETS = join('bot', 'web', 'dist', 'assets');
const CONSOLE_ASSETS = join('bot', 'web', 'dist', 'console', 'assets');
/** Bytes of script and style on the first load, packed. The promise is 80 kB; this is what it weighs, and some air. */
const MOST = 32_000;
/** The same for the console, nearly all of it React and Fluent UI: it weighs about 142 kB. */
const MOST_OF_CONSOLE = 148_000;

describe('the page on a slow line', function () {
  this.timeout(60_000);

  it('is light: all script and style of the first load, packed', async () => {
    const window = await newWindow();
    const page = await window.newPage();
    const files = scriptsAndStyles(page);
    const { url } = await sharedServer();
    await page.goto(url);
    await page.locator('.turn .choice').first().waitFor();
    expect(files).to.have.length(2);
    expect(packed(ASSETS, files)).to.be.lessThan(MOST);
  });

  it("is bounded for staff as well: all script and style of the console's first load, packed", async () => {
    const page = await (await newWindow()).newPage();
    const files = scriptsAndStyles(page);
    const { url } = await sharedServer();
    await page.goto(`${url}/console`);
    await page.getByRole('heading').first().waitFor();
    expect(files).to.have.length(2);
    expect(packed(CONSOLE_ASSETS, files)).to.be.within(MOST_OF_CONSOLE / 2, MOST_OF_CONSOLE);
  });

  it('asks nobody else for anything', async () => {
    const page = await (await newWindow()).newPage();
    const hosts = new Set<string>();
    page.on('request', (request) => hosts.add(new URL(request.url()).host));
    const { url } = await sharedServer();
    await page.goto(url);
    await page.locator('.turn .choice').first().waitFor();
    expect([...hosts]).to.deep.equal([new URL(url).host]);
  });

  it('breaks no rule of its own security policy', async () => {
    const page = await (await newWindow()).newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto((await sharedServer()).url);
    await page.locator('.turn .choice').first().click();
    await page.locator('.line-card').first().waitFor();
    expect(complaints).to.deep.equal([]);
  });

  it('has a packed twin of every script and style that says the same', () => {
    const files = readdirSync(ASSETS).filter((name) => /\.(js|css)$/.test(name));
    expect(files.length).to.be.greaterThan(1);
    for (const name of files) {
      const twin = join(ASSETS, `${name}.br`);
      expect(existsSync(twin), twin).to.equal(true);
      expect(
        brotliDecompressSync(readFileSync(twin)).equals(readFileSync(join(ASSETS, name))),
        name,
      ).to.equal(true);
    }
  });
});

/** The paths of scripts and styles, filled as the page loads them. */
function scriptsAndStyles(page: Page): string[] {
  const files: string[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (/\.(js|css)$/.test(pathname)) files.push(pathname);
  });
  return files;
}

/** How many bytes the packed twins of these files have together. */
function packed(folder: string, files: readonly string[]): number {
  const bytes = files.map((path) => readFileSync(join(folder, `${path.split('/').at(-1)}.br`)).length);
  return bytes.reduce((sum, one) => sum + one, 0);
}
