import { expect } from 'chai';
import { answer, newLine, visitChat, write } from './visit.ts';

describe('someone who wants to write', function () {
  this.timeout(60_000);

  it('reads first what this is, what is kept and how long, and what it cannot do', async () => {
    const page = await visitChat();
    expect(await page.locator('textarea').count()).to.equal(0);
    await page.locator('.composer .opener').click();
    const notice = await page.locator('.consent').innerText();
    expect(notice).to.contain('24 hours').and.to.contain('bot').and.to.contain('medical advice');
    await page.getByRole('button', { name: 'OK, let me type' }).click();
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
  });

  it('is asked only once, also after a reload', async () => {
    const page = await visitChat();
    await write(page, 'hello');
    await newLine(page, 2);
    expect(await page.locator('.composer textarea').count()).to.equal(1);
    await page.reload();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.locator('.composer textarea').waitFor();
    expect(await page.locator('.consent').count()).to.equal(0);
  });

  it('can change their mind', async () => {
    const page = await visitChat();
    await page.locator('.composer .opener').click();
    await page.getByRole('button', { name: 'Not now' }).click();
    await page.locator('.composer .opener').waitFor();
  });

  it('finds urgent help and a person without agreeing to anything', async () => {
    const page = await visitChat();
    await page.getByRole('button', { name: 'Urgent help' }).click();
    expect(await page.locator('.screen a[href^="tel:"]').count()).to.be.greaterThan(2);
    await page.locator('.pinned').getByRole('button', { name: 'A person' }).click();
    await page.locator('[role=log] .line-card').first().waitFor();
    expect(await page.locator('.consent').count()).to.equal(0);
  });

  it('is told at the field when nothing was written, and stays in it', async () => {
    const page = await visitChat();
    await write(page, '   ');
    expect(await page.locator('#field-error').innerText()).to.equal('Write something first.');
    expect(await page.locator('#field').getAttribute('aria-invalid')).to.equal('true');
    expect(await page.evaluate(() => document.activeElement?.id)).to.equal('field');
  });

  it('keeps a number in view after words that may mean danger, until they put it away', async () => {
    const page = await visitChat();
    await write(page, 'I want to kill myself');
    const bar = page.locator('.crisis-bar');
    await bar.locator('a[href="tel:988"]').waitFor();
    await answer(page, /./);
    await bar.waitFor();
    await bar.getByRole('button', { name: 'Hide' }).click();
    await bar.waitFor({ state: 'detached' });
  });
});
