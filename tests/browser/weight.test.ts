import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { expect } from 'chai';
import { newWindow, sharedServer } from './visit.ts';

const ASSETS = join('bot', 'web', 'dist', 'assets');
/** Bytes of script and style on the first load, packed. The promise is 80 kB; this is what it weighs, and some air. */
const MOST = 32_000;

describe('the page on a slow line', function () {
  this.timeout(60_000);

  it('is light: all script and style of the first load, packed', async () => {
    const window = await newWindow();
    const page = await window.newPage();
    const loaded: string[] = [];
    page.on('response', (response) => loaded.push(new URL(response.url()).pathname));
    const { url } = await sharedServer();
    await page.goto(url);
    await page.locator('.turn .choice').first().waitFor();
    const files = loaded.filter((path) => /\.(js|css)$/.test(path));
    expect(files).to.have.length(2);
    const bytes = files.map((path) => readFileSync(join(ASSETS, `${path.split('/').at(-1)}.br`)).length);
    expect(bytes.reduce((sum, one) => sum + one, 0)).to.be.lessThan(MOST);
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
      const packed = join(ASSETS, `${name}.br`);
      expect(existsSync(packed), packed).to.equal(true);
      expect(
        brotliDecompressSync(readFileSync(packed)).equals(readFileSync(join(ASSETS, name))),
        name,
      ).to.equal(true);
    }
  });
});
