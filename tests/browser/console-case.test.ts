import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { ADMINISTRATOR, startHelpline } from '../console/client.ts';
import type { Person } from '../console/person.ts';
import type { TestServer } from '../server.ts';
import { FOCUS_MARKS, violations } from './axe.ts';
import { ANA, atConsole, available, taken } from './console-visit.ts';

describe('a case on the console', function () {
  this.timeout(90_000);
  let server: TestServer;
  const people: Person[] = [];
  before(async () => {
    server = (await startHelpline([{ name: 'Ana' }])).server;
  });
  afterEach(() => {
    for (const person of people.splice(0)) person.leaveThePage();
  });
  after(() => server?.close());

  /** Someone is in line; Ana takes the chat. */
  async function chatOf(ana: Page): Promise<Person> {
    const person = await taken(ana, server);
    people.push(person);
    return person;
  }

  async function closed(ana: Page): Promise<void> {
    await ana.getByRole('button', { name: 'Close', exact: true }).click();
    await ana.getByRole('dialog').getByRole('button', { name: 'Information was given' }).click();
    await ana.locator('#message').waitFor({ state: 'detached' });
  }

  it('gives the focus back from every window that opens over it', async () => {
    const ana = await atConsole(server, ANA);
    await available(ana);
    await chatOf(ana);
    for (const name of [
      'Pass on',
      'Arrange a call',
      'Close',
      'Replies',
      'Find a service',
      'Safety protocol',
    ]) {
      await ana.getByRole('button', { name, exact: true }).focus();
      await ana.keyboard.press('Enter');
      await ana.getByRole('dialog').waitFor();
      expect(await violations(ana, FOCUS_MARKS), name).to.deep.equal([]);
      await ana.keyboard.press('Escape');
      await ana.waitForFunction((text) => document.activeElement?.textContent === text, name);
    }
    await closed(ana);
  });

  it('breaks no rule of axe in dark, and fits 320 pixels', async () => {
    const ana = await atConsole(server, ANA, { colorScheme: 'dark' });
    await available(ana);
    const person = await chatOf(ana);
    await person.say('Averylongwordthatnobodywouldeverwrite'.repeat(4));
    await ana.getByText('Averylongword').waitFor();
    await ana.locator('.notes summary').click();
    expect(await violations(ana, FOCUS_MARKS)).to.deep.equal([]);
    await ana.setViewportSize({ width: 320, height: 700 });
    expect(await ana.evaluate(() => document.documentElement.scrollWidth)).to.be.at.most(320);
    await ana.setViewportSize({ width: 1280, height: 860 });
    await closed(ana);
  });

  it('keeps what is half written while another place is looked at', async () => {
    const ana = await atConsole(server, ANA);
    await available(ana);
    await chatOf(ana);
    await ana.locator('#message').fill('I was going to say');
    await ana.getByRole('link', { name: /^Calls to make/ }).click();
    await ana.getByRole('heading', { name: 'Calls to make' }).waitFor();
    await ana.goBack();
    expect(await ana.locator('#message').inputValue()).to.equal('I was going to say');
    await closed(ana);
  });

  it('becomes a call at a safe time, in the list of calls to make', async () => {
    const ana = await atConsole(server, ANA);
    await available(ana);
    const person = await chatOf(ana);
    await ana.locator('#message').fill('Shall we call you?');
    await ana.keyboard.press('Enter');
    await person.until(() => person.lines.some((line) => line.text?.includes('Shall we call you?') === true));
    await ana.getByRole('button', { name: 'Arrange a call' }).click();
    const form = ana.getByRole('dialog');
    await form.getByLabel('Phone number').fill('406-555-0100');
    await form.getByLabel('Safe times').fill('Tuesday 9 to 11');
    await form.getByLabel('If someone else').selectOption('name_only');
    await form.getByRole('button', { name: 'Arrange a call' }).click();
    await form.waitFor({ state: 'detached' });
    await person.until(() => person.mode === 'bot');
    await ana.getByRole('link', { name: /^Calls to make/ }).click();
    await ana.getByText('Tuesday 9 to 11').waitFor();
    await ana.getByRole('button', { name: /^Open/ }).click();
    await ana.getByText('406-555-0100').waitFor();
    await ana.getByText('A message with a first name only').waitFor();
    await ana.getByRole('button', { name: 'I will make this call' }).click();
    await ana.getByRole('button', { name: 'No answer' }).click();
    await ana.getByText(/Ana · No answer/).waitFor();
    expect(await violations(ana, FOCUS_MARKS)).to.deep.equal([]);
  });
});

describe('keys at the console', function () {
  this.timeout(60_000);
  let server: TestServer;
  before(async () => {
    server = (await startHelpline([])).server;
  });
  after(() => server?.close());

  it('are listed on a question mark, never take one from a field, and stay off once they are off', async () => {
    const page = await atConsole(server, ADMINISTRATOR);
    await page.locator('body').press('?');
    await page.getByRole('dialog').getByText('Take the next one waiting').waitFor();
    await page.getByRole('switch', { name: 'Use keyboard shortcuts' }).press('Space');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('heading', { name: 'Waiting' }).waitFor();
    await page.locator('body').press('?');
    await page.locator('body').press('Alt+p');
    expect(await page.getByRole('dialog').count()).to.equal(0);
    // The list itself can always be opened, to turn them on again.
    await page.locator('body').press('Alt+k');
    await page.getByRole('switch', { name: 'Use keyboard shortcuts' }).press('Space');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByLabel('Name of the helpline').press('?');
    expect(await page.getByRole('dialog').count()).to.equal(0);
    expect(await page.getByLabel('Name of the helpline').inputValue()).to.contain('?');
  });
});
