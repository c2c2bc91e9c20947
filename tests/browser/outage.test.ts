import { expect } from 'chai';
import { startServer, type TestServer } from '../server.ts';
import { answer, newWindow, sharedServer, visit, visitChat, write } from './visit.ts';

describe('when the line is down', function () {
  this.timeout(90_000);

  it('urgent help is there before the chat is connected, and without it', async () => {
    const window = await newWindow();
    await window.route('**/v3/directline/**', (route) => route.abort());
    const page = await window.newPage();
    const { url } = await sharedServer();
    await page.goto(url);
    await page.getByRole('button', { name: 'Urgent help' }).click();
    await page.locator('.screen a[href="tel:988"]').first().waitFor();
    await page.locator('.pinned').getByRole('button', { name: 'A person' }).click();
    expect(await page.locator('.screen h2').innerText()).to.equal('Cancer helplines');
    expect(await page.locator('.screen a[href^="tel:"]').count()).to.be.greaterThan(2);
  });

  it('what is written offline is kept, and sent once when the line is back', async () => {
    const page = await visitChat();
    await page.context().setOffline(true);
    await page.getByText('You are offline.').first().waitFor();
    await write(page, 'hello from the train');
    await page.getByText('Kept here.').waitFor();
    await page.context().setOffline(false);
    await page.locator('[role=log] .mine').waitFor();
    await page.locator('.pending').waitFor({ state: 'detached' });
    expect(await page.locator('.mine', { hasText: 'hello from the train' }).count()).to.equal(1);
  });

  it('what was written offline can be taken back', async () => {
    const page = await visitChat();
    await page.context().setOffline(true);
    await page.getByText('You are offline.').first().waitFor();
    await page.locator('.turn .choice').first().click();
    await page.getByRole('button', { name: 'Take back' }).click();
    await page.locator('.turn .choice').first().waitFor();
    expect(await page.locator('.mine').count()).to.equal(0);
  });

  it('what was not sent survives a reload, and is still said only once', async () => {
    const page = await visitChat();
    await write(page, 'first words');
    await page.locator('[role=log] .mine').waitFor();
    await page.context().route('**/activities', (route) => route.abort());
    await page.locator('#field').fill('second words');
    await page.locator('.send').click();
    await page.locator('.pending').waitFor();
    await page.context().unroute('**/activities');
    await page.reload();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.locator('.said .mine', { hasText: 'second words' }).waitFor();
    await page.locator('.pending').waitFor({ state: 'detached' });
    expect(await page.locator('.mine', { hasText: 'second words' }).count()).to.equal(1);
  });

  it('the chat works where WebSockets are blocked', async () => {
    const window = await newWindow();
    await window.addInitScript(() => {
      globalThis.WebSocket = function blocked() {
        throw new Error('blocked');
      } as unknown as typeof WebSocket;
    });
    const page = await window.newPage();
    const { url } = await sharedServer();
    await page.goto(url);
    await page.locator('.turn .choice').first().waitFor();
    await answer(page, /^Frightened/);
    await page.locator('.line-card').first().waitFor();
  });

  describe('and the server is killed', () => {
    let server: TestServer;
    before(async () => {
      server = await startServer();
    });
    after(() => server?.close());

    it('the page shows numbers meanwhile, and goes on where it was when the server is back', async () => {
      const page = await (await newWindow()).newPage();
      await page.goto(server.url);
      await page.locator('.turn .choice').first().waitFor();
      await answer(page, /^Money/);
      await server.halt();
      await page.getByText('Connecting again').waitFor();
      await page.getByText('can’t be reached').waitFor({ timeout: 20_000 });
      await page.locator('.conversation a[href="tel:988"]').first().waitFor();
      await server.again();
      await page.getByText('can’t be reached').waitFor({ state: 'detached', timeout: 40_000 });
      await answer(page, /^Rent/);
      expect(await page.locator('.mine').allInnerTexts()).to.have.length(2);
    });
  });

  it('someone without JavaScript reads what this is and has the numbers', async () => {
    const page = await visit({ javaScriptEnabled: false });
    const text = await page.locator('body').innerText();
    expect(text).to.contain('metastatic breast cancer').and.to.contain('JavaScript');
    expect(await page.locator('#urgent a[href="tel:911"]').count()).to.be.greaterThan(0);
    expect(await page.locator('#urgent a[href="tel:988"]').count()).to.be.greaterThan(0);
    expect(await page.locator('#people a[href^="tel:"]').count()).to.be.greaterThan(1);
    await page.getByText('Australia', { exact: true }).click();
    expect(await page.locator('a[href="tel:000"]').first().isVisible()).to.equal(true);
  });
});
