import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { ADMINISTRATOR, STAFF_PASSWORD, startHelpline } from '../console/client.ts';
import { Person } from '../console/person.ts';
import type { TestServer } from '../server.ts';
import { FOCUS_MARKS, violations } from './axe.ts';
import { ANA, askForChat, atConsole, available, taken } from './console-visit.ts';
import { answer, newWindow, write } from './visit.ts';

describe('staff at the console', () => {
  let server: TestServer;
  before(async function setUp() {
    this.timeout(60_000);
    server = (await startHelpline([{ name: 'Ana' }, { name: 'Sam' }])).server;
  });
  after(() => server?.close());

  it('talk with a person, pass on, get help, and give back to the bot', async function talk() {
    this.timeout(90_000);
    const ana = await atConsole(server, ANA);
    const sam = await atConsole(server, { username: 'sam', password: STAFF_PASSWORD });
    const ruth = await atConsole(server, ADMINISTRATOR);
    await available(ana);
    await available(sam);
    const person = await (await newWindow()).newPage();
    await person.goto(server.url);
    await person.locator('.turn .choice').first().waitFor();
    await write(person, 'Hello');
    await person.locator('[role=log] .line.mine').first().waitFor();
    await askForChat(person);

    await ana.getByText('Someone is waiting').waitFor();
    await ana.getByRole('button', { name: 'Take the next one' }).click();
    await person.getByText('Ana from the helpline is here').waitFor();
    await ana.getByRole('heading', { name: 'What the person approved' }).waitFor();

    for (let n = 1; n <= 20; n += 1) {
      await ana.getByLabel('Your message').fill(`From staff ${n}.`);
      await ana.getByLabel('Your message').press('Enter');
      await person.getByText(`From staff ${n}.`, { exact: true }).waitFor();
      await person.locator('#field').fill(`From the person ${n}.`);
      await person.locator('.send').click();
      await ana.getByText(`From the person ${n}.`, { exact: true }).waitFor();
    }
    const order = (page: Page, selector: string) =>
      page
        .locator(selector)
        .evaluateAll((lines) =>
          lines
            .map((line) => line.textContent ?? '')
            .filter((text) => /^From (staff|the person) \d+\.$/.test(text)),
        );
    const expected = Array.from({ length: 20 }, (_, n) => [
      `From staff ${n + 1}.`,
      `From the person ${n + 1}.`,
    ]).flat();
    expect(await order(ana, '.said .words')).to.deep.equal(expected);
    expect(await order(person, '.line p')).to.deep.equal(expected);
    await ana.getByText('Read', { exact: false }).first().waitFor();

    await ana.getByRole('button', { name: 'Pass on' }).click();
    await ana.getByRole('button', { name: /^Sam/ }).click();
    await person.getByText('passed to Sam').waitFor();
    await sam.getByRole('button', { name: 'Open' }).first().click();
    await sam.getByLabel('Your message').fill('Sam here.');
    await sam.getByLabel('Your message').press('Enter');
    await person.getByText('Sam here.').waitFor();

    await sam.getByRole('button', { name: 'Help me' }).click();
    await ruth.getByText('A colleague asks for a supervisor').waitFor();
    await ruth.getByRole('button', { name: 'Open' }).first().click();
    await ruth.getByRole('button', { name: 'Join to help' }).click();
    await person.getByText('Ruth from the helpline has joined').waitFor();

    await sam.getByRole('button', { name: 'Back to the bot' }).click();
    await person.getByText('Did you get what you came for?').waitFor();
    await sam.getByRole('button', { name: 'Support was found' }).click();
    await sam.getByText('Chats you take are listed here.').waitFor();
    expect(await violations(sam, FOCUS_MARKS)).to.deep.equal([]);
    await answer(person, 'Partly');
    expect(await violations(person)).to.deep.equal([]);
  });

  it('are two answers away after a cry for help; and when it is all deleted, they see that it is gone', async function erase() {
    this.timeout(60_000);
    const ana = await atConsole(server, ANA);
    await available(ana);
    const person = await (await newWindow()).newPage();
    await person.goto(server.url);
    await person.locator('.turn .choice').first().waitFor();
    await write(person, 'I want to kill myself');
    await answer(person, 'Talk to a person here');
    await person.getByText('This is what they would see').waitFor();
    await answer(person, 'Yes, send it');
    await person.getByText('You are in line').waitFor();
    await ana.getByRole('button', { name: 'Take the next one' }).click();
    await person.getByText('Ana from the helpline is here').waitFor();
    // Nothing of the bot is open until it is asked for.
    expect(await person.locator('.turn .choice').count()).to.equal(0);
    await person.locator('#field').fill('delete my chat');
    await person.locator('.send').click();
    await person.locator('.turn').getByRole('button', { name: 'Delete it all' }).click();
    await person.getByText('It is deleted').first().waitFor();
    await ana.getByText('The person deleted their chat').first().waitFor();
  });

  it('can do it with the keyboard alone', async function keys() {
    this.timeout(60_000);
    const ana = await atConsole(server, ANA);
    await available(ana);
    const person = new Person(server.url);
    await person.arrive();
    await person.askForChat();
    await ana.getByText('Someone is waiting').waitFor();
    await ana.keyboard.press('Alt+n');
    await ana.locator('#message').waitFor();
    await ana.keyboard.press('Alt+m');
    await ana.keyboard.type('Good evening.');
    await ana.keyboard.press('Enter');
    await person.until(() => person.lines.some((line) => line.text === 'Ana: Good evening.'));
    await ana.keyboard.press('Alt+p');
    await ana.getByText('If someone may be in danger now').waitFor();
    expect(await violations(ana, FOCUS_MARKS)).to.deep.equal([]);
    await ana.keyboard.press('Escape');
    await ana.keyboard.press('Alt+r');
    await ana.getByRole('button', { name: /^No rush/ }).focus();
    await ana.keyboard.press('Enter');
    await ana.waitForFunction(() => document.activeElement?.id === 'message');
    await ana.keyboard.press('Enter');
    await person.until(() => person.lines.some((line) => line.text?.includes('There is no rush') === true));
    // Closing, from the keyboard.
    await ana.getByRole('button', { name: 'Close', exact: true }).focus();
    await ana.keyboard.press('Enter');
    await ana.getByRole('button', { name: 'Information was given' }).focus();
    await ana.keyboard.press('Enter');
    await person.until(() => person.mode === 'bot');
    person.leaveThePage();
  });

  it('are told when the line is lost, and what they wrote is sent when it is back', async function lostLine() {
    this.timeout(60_000);
    const ana = await atConsole(server, ANA);
    await available(ana);
    const person = await taken(ana, server);
    await ana.context().setOffline(true);
    await ana.locator('#message').fill('Written without a line.');
    await ana.locator('#message').press('Enter');
    await ana.getByText('Waits for the connection', { exact: false }).waitFor();
    await ana.getByRole('button', { name: 'Safety protocol' }).click();
    await ana.getByText('The server cannot be reached just now').waitFor();
    await ana.context().setOffline(false);
    await ana.getByRole('button', { name: 'Try again' }).click();
    await person.until(() => person.lines.some((line) => line.text === 'Ana: Written without a line.'));
    await ana.locator('.said.pending').waitFor({ state: 'detached' });
    person.leaveThePage();
  });
});

describe('every screen of the console', () => {
  let server: TestServer;
  before(async function setUp() {
    this.timeout(60_000);
    server = (await startHelpline([])).server;
  });
  after(() => server?.close());

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`breaks no rule of axe, and fits 320 pixels, in ${colorScheme}`, async function screens() {
      this.timeout(60_000);
      const page = await atConsole(server, ADMINISTRATOR, { colorScheme });
      for (const place of ['', '/callbacks', '/reports', '/team', '/insights', '/settings']) {
        await page.setViewportSize({ width: 1280, height: 860 });
        await page.goto(`${server.url}/console${place}`);
        await page.getByRole('heading', { level: 2 }).first().waitFor();
        expect(await violations(page, FOCUS_MARKS), place).to.deep.equal([]);
        await page.setViewportSize({ width: 320, height: 700 });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(wide, `${place} at 320 pixels`).to.be.at.most(320);
      }
    });
  }

  it('never begins a helpline anew over one that it could not read', async () => {
    const page = await atConsole(server, ADMINISTRATOR);
    await page.context().setOffline(true);
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByText('The server cannot be reached just now').waitFor();
    expect(await page.getByLabel('Name of the helpline').count()).to.equal(0);
    await page.context().setOffline(false);
    await page.getByRole('link', { name: 'Chats' }).click();
    await page.getByRole('link', { name: 'Settings' }).click();
    expect(await page.getByLabel('Name of the helpline').inputValue()).to.equal('Riverside Helpline');
  });

  it('is in Spanish for those who choose it', async () => {
    const page = await atConsole(server, ADMINISTRATOR);
    await page.locator('.extras summary').click();
    await page.getByLabel('Language').selectOption('es');
    await page.getByRole('heading', { name: 'Esperando' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).to.equal('es');
    expect(await page.locator('main').innerText()).not.to.match(/\b(Waiting|Nobody|chats you)\b/i);
  });
});
