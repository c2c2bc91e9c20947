import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { answer, newWindow, sharedServer, write } from './visit.ts';

describe('someone who has to leave at once', function () {
  this.timeout(60_000);

  for (const [way, leave] of [
    ['by the button', (page: Page) => page.getByRole('button', { name: 'Leave now' }).click()],
    [
      'by pressing Escape twice',
      async (page: Page) => {
        await page.keyboard.press('Escape');
        await page.keyboard.press('Escape');
      },
    ],
  ] as const) {
    it(`${way} is on an everyday page, and nothing is left in the tab`, async () => {
      const page = await chatting();
      await leave(page);
      await page.waitForURL('https://www.weather.gov/');
      expect(await page.locator('body').innerText()).to.equal('Sunny');
      await page.goBack();
      expect(page.url()).to.equal('about:blank');

      const { url } = await sharedServer();
      await page.goto(url);
      await page.locator('.turn .choice').first().waitFor();
      expect(await page.locator('.return, .mine').count()).to.equal(0);
    });
  }

  it('sees the screen go blank before the other page has come', async () => {
    const page = await chatting({ never: true });
    await page.getByRole('button', { name: 'Leave now' }).click();
    await page.waitForFunction(() => document.body.textContent === '');
    expect(await page.title()).to.equal('Weather');
    expect(await page.evaluate(() => sessionStorage.length + localStorage.length)).to.equal(0);
  });

  it('does not leave by one press of Escape, which closes what is open', async () => {
    const page = await chatting();
    await page.getByRole('button', { name: 'Urgent help' }).click();
    await page.locator('.screen').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.screen').waitFor({ state: 'detached' });
    expect(page.url()).to.contain('127.0.0.1');
  });

  it('has the button far away from Send', async () => {
    const page = await chatting();
    const leave = await page.getByRole('button', { name: 'Leave now' }).boundingBox();
    const send = await page.locator('.send').boundingBox();
    expect(Math.abs((leave?.y ?? 0) - (send?.y ?? 0))).to.be.greaterThan(200);
  });
});

/** In the middle of a chat, with something half written. The everyday page is played, not fetched. */
async function chatting({ never = false } = {}): Promise<Page> {
  const window = await newWindow();
  await window.route('https://www.weather.gov/**', async (route) => {
    // No content: the other page never comes, and this one is what is still seen.
    if (never) return route.fulfill({ status: 204 });
    await route.fulfill({ contentType: 'text/html', body: '<body>Sunny</body>' });
  });
  const page = await window.newPage();
  const { url } = await sharedServer();
  await page.goto(url);
  await page.locator('.turn .choice').first().waitFor();
  await answer(page, /^Frightened/);
  await write(page, 'hello');
  await page.locator('[role=log] .mine').nth(1).waitFor();
  await page.locator('#field').fill('half a sen');
  return page;
}
