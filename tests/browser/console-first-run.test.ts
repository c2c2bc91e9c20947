import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { ADMINISTRATOR, setupToken, STAFF_PASSWORD } from '../console/client.ts';
import { startServer, type TestServer } from '../server.ts';
import { FOCUS_MARKS, violations } from './axe.ts';
import { newWindow } from './visit.ts';

const MUST_TELL = 'If we believe that someone is in danger, we may have to call for help.';

describe('the first run', function () {
  this.timeout(60_000);
  let server: TestServer;
  let page: Page;
  /** Whoever follows the link that the server printed says who they are and what their helpline is called. */
  beforeEach(async () => {
    server = await startServer();
    page = await (await newWindow()).newPage();
    await page.goto(`${server.url}/console/setup#${setupToken(server)}`);
    await page.getByLabel('Your name, as people').fill(ADMINISTRATOR.name);
    await page.getByLabel('Sign-in name').fill(ADMINISTRATOR.username);
    await page.getByLabel('Password').fill(ADMINISTRATOR.password);
    await page.getByLabel('Name of the helpline').fill('Riverside Helpline');
    await page.getByLabel('When your staff must tell others, in English').fill(MUST_TELL);
    await page.getByLabel('I have read these sentences').check();
  });
  afterEach(() => server?.close());

  it('takes one page from the printed link to the queue, and says what is missing on the way', async () => {
    await page.getByLabel('Password').fill('short');
    expect(await violations(page, FOCUS_MARKS)).to.deep.equal([]);
    await page.getByRole('button', { name: 'Finish' }).click();
    await page.getByRole('alert').getByText('12 letters or more').waitFor();
    await page.getByLabel('Password').fill(ADMINISTRATOR.password);
    await page.getByRole('button', { name: 'Finish' }).click();
    await page.getByText('You are off duty').waitFor();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).to.equal('Riverside Helpline');
  });

  it('does not end before someone has confirmed what is said in the name of the helpline', async () => {
    const confirmed = page.getByLabel('I have read these sentences');
    expect(await page.getByLabel('Who reads it, in Spanish').inputValue()).to.include('línea de ayuda');
    // A sentence that is changed is read once more.
    await page.getByLabel('Who reads it, in English').fill('Nurses of our helpline read it.');
    expect(await confirmed.isChecked()).to.equal(false);
    await page.getByRole('button', { name: 'Finish' }).click();
    expect(await page.locator('form :invalid').count()).to.be.greaterThan(0);
    expect(await page.getByText('You are off duty').count()).to.equal(0);
    await confirmed.check();
    await page.getByRole('button', { name: 'Finish' }).click();
    await page.getByText('You are off duty').waitFor();
    await page.getByRole('link', { name: 'Settings' }).click();
    await confirmed.waitFor();
    expect(await confirmed.isChecked()).to.equal(true);
    expect(await page.getByLabel('When your staff must tell others, in English').inputValue()).to.equal(
      MUST_TELL,
    );
    expect(await violations(page, FOCUS_MARKS)).to.deep.equal([]);
  });

  it('ends with what comes next, and leads there', async () => {
    expect(await page.getByLabel('Time zone').inputValue()).to.equal('America/Denver');
    // Clocks would say "12:00 AM to 12:00 AM"; the way back to hours keeps the focus.
    await page.getByRole('button', { name: 'Day and night, all week' }).click();
    await page.getByText('day and night', { exact: true }).nth(6).waitFor();
    expect(await page.getByLabel('Monday, From').count()).to.equal(0);
    await page.getByRole('button', { name: /^Set hours.*Monday/ }).press('Enter');
    await page.waitForFunction(() => document.activeElement?.ariaLabel === 'Monday, From');
    // A break at noon.
    await page.getByLabel('Monday, To').fill('12:00');
    await page.getByRole('button', { name: /^Again later that day.*Monday/ }).click();
    await page.getByLabel('Monday, From').last().fill('13:00');
    await page.getByLabel('Monday, To').last().fill('17:00');
    await page.getByRole('button', { name: 'Finish' }).click();
    await page.getByText('You are set up').waitFor();
    expect(await violations(page, FOCUS_MARKS)).to.deep.equal([]);
    await page.getByRole('button', { name: 'Add a colleague' }).click();
    await page.getByLabel('Their name, as people').fill('Ana');
    await page.getByLabel('Sign-in name').fill('ana');
    await page.getByLabel('First password').fill(STAFF_PASSWORD);
    await page.getByRole('button', { name: 'Add a colleague' }).click();
    await page.getByText('Ana can sign in now').waitFor();
    expect(await page.getByText('You are set up').count()).to.equal(0);
    // The account can be closed, and says so.
    await page.getByRole('button', { name: /^Close account.*Ana/ }).click();
    await page
      .getByRole('row', { name: /^Ana/ })
      .getByRole('cell', { name: 'Closed', exact: true })
      .waitFor();
    // The afternoon is still there.
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByLabel('Monday, From').last().waitFor();
    expect(await page.getByLabel('Monday, From').last().inputValue()).to.equal('13:00');
  });
});
