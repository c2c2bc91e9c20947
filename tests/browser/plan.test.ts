import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { violations } from './axe.ts';
import { answer, newLine, visitChat } from './visit.ts';

describe('someone who keeps things', function () {
  this.timeout(60_000);

  it('finds an empty plan that says how to fill it', async () => {
    const page = await visitChat();
    await page.getByRole('button', { name: 'My plan' }).click();
    expect(await page.locator('.screen').innerText()).to.contain('Press Keep');
    expect(await page.getByRole('button', { name: 'Print' }).count()).to.equal(0);
  });

  it('sees it counted, and reads it all in one place, also after a reload', async () => {
    const page = await withOneKept();
    const title = await page.locator('.card .card-title').first().innerText();
    await page.reload();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'My plan (1)' }).click();
    expect(await page.locator('.plan').innerText()).to.contain(title);
  });

  it('keeping a thing does not disturb the open question', async () => {
    const page = await withOneKept();
    expect(await page.locator('.turn .choice').count()).to.be.greaterThan(0);
    await page.locator('.card .keep.kept').first().click();
    await page.getByRole('button', { name: 'My plan', exact: true }).waitFor();
  });

  it('takes a thing out, and the focus goes to the heading instead of nowhere', async () => {
    const page = await withOneKept();
    await page.getByRole('button', { name: 'My plan (1)' }).click();
    await page.locator('.plan').getByRole('button', { name: 'Take out' }).click();
    await page.getByText('Nothing is here yet.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).to.equal('screen-title');
  });

  it('saves it as a file that needs nothing else', async () => {
    const page = await withOneKept();
    const title = await page.locator('.card .card-title').first().innerText();
    await page.getByRole('button', { name: 'My plan (1)' }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as a file' }).click(),
    ]);
    expect(file.suggestedFilename()).to.equal('plan.html');
    const html = readFileSync(await file.path(), 'utf8');
    expect(html)
      .to.contain(title)
      .and.to.not.match(/<script|src=/);
  });

  it('prints the plan and nothing around it', async () => {
    const page = await withOneKept();
    await page.getByRole('button', { name: 'My plan (1)' }).click();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.plan .card').first().isVisible()).to.equal(true);
    for (const hidden of ['.header', '.pinned', '.plan-does', '.card-does']) {
      expect(await page.locator(hidden).first().isVisible(), hidden).to.equal(false);
    }
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('.plan details:not([open])').count()).to.equal(0);
  });
});

describe('someone who kept a service with a number', function () {
  this.timeout(60_000);

  it('is asked on coming back, and only then, whether they reached someone, and only once', async () => {
    const page = await visitChat();
    await answer(page, /^Money/);
    await answer(page, /^Rent/);
    const card = page.locator('.card', { has: page.locator('a[href^="tel:"]') }).first();
    const name = await card.locator('.card-title').innerText();
    await card.locator('.keep').click();
    const plan = page.getByRole('button', { name: 'My plan (1)' });
    const asked = page.getByRole('group', { name: `${name}: If you have tried` });
    await plan.click();
    await page.locator('.plan .card').first().waitFor();
    expect(await asked.count(), 'right after keeping it').to.equal(0);

    await comeBack(page);
    await plan.click();
    await asked.waitFor();
    expect(await violations(page)).to.deep.equal([]);
    await asked.getByRole('button', { name: 'No', exact: true }).click();
    await page.getByText('a person can help you look for another way').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).to.contain('Thank you');

    await comeBack(page);
    await plan.click();
    await page.locator('.plan .card').first().waitFor();
    expect(await asked.count(), 'after an answer').to.equal(0);
  });

  it('can say that a number is wrong, and the focus stays in its place', async () => {
    const page = await visitChat();
    await answer(page, /^Money/);
    await answer(page, /^Rent/);
    const more = page.locator('.card details.fold', { has: page.getByText('is wrong') }).first();
    await more.locator('summary').click();
    await more.getByRole('button', { name: /^This number or address is wrong/ }).click();
    await page.waitForFunction(() => document.activeElement?.textContent === 'Thank you. We will check it.');
    expect(await violations(page)).to.deep.equal([]);
  });
});

async function comeBack(page: Page): Promise<void> {
  await page.reload();
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** Someone has looked at kinds of support and kept the first. */
async function withOneKept(): Promise<Page> {
  const page = await visitChat();
  await page.getByRole('button', { name: 'Just show me' }).click();
  await newLine(page, 2);
  await page.getByRole('button', { name: 'People like me' }).click();
  await newLine(page, 4);
  await page.locator('.card .keep').first().click();
  await page.getByRole('button', { name: 'My plan (1)' }).waitFor();
  return page;
}
