import { expect } from 'chai';
import { ADMINISTRATOR, startHelpline } from '../console/client.ts';
import type { TestServer } from '../server.ts';
import { FOCUS_MARKS, violations } from './axe.ts';
import { ANA, atConsole, available, taken } from './console-visit.ts';

describe('a debrief', function () {
  this.timeout(90_000);
  let server: TestServer;
  before(async () => {
    server = (await startHelpline([{ name: 'Ana' }])).server;
  });
  after(() => server?.close());

  it('is offered as soon as a hard chat is closed, and a supervisor sees that a colleague has one open', async () => {
    const ana = await atConsole(server, ANA);
    const ruth = await atConsole(server, ADMINISTRATOR);
    await available(ana);
    const person = await taken(ana, server);
    await ana.locator('#message').fill('Good evening.');
    await ana.keyboard.press('Enter');
    await person.until(() => person.lines.some((line) => line.text === 'Ana: Good evening.'));
    await person.say('I want to kill myself tonight');
    await ana.locator('.said.person').getByText('I want to kill myself tonight').waitFor();
    await ana.getByRole('button', { name: 'Close', exact: true }).click();
    await ana.getByRole('dialog').getByRole('button', { name: 'Emergency help was involved' }).click();
    await person.until(() => person.mode === 'bot');
    person.leaveThePage();
    await ana.getByRole('button', { name: 'Not needed' }).waitFor();

    await ruth.getByRole('link', { name: 'Team 1' }).click();
    const open = ruth.getByRole('region', { name: 'Debriefs' });
    const line = await open.getByRole('listitem').innerText();
    expect(line).to.match(/^Ana, has not answered yet, chat closed \S+ \d+:\d\d [AP]M$/);
    // With the keyboard: what was pressed goes, and the focus stays where the answer is.
    await ana.getByRole('button', { name: 'I’d like one' }).focus();
    await ana.keyboard.press('Enter');
    await ana.getByText('You asked for a debrief').first().waitFor();
    await ana.waitForFunction(() => document.activeElement?.className === 'debrief');
    await open.getByText('Ana, would like a debrief').waitFor();
    expect(await violations(ana, FOCUS_MARKS)).to.deep.equal([]);
    // On a narrow screen it stands above the chat that has ended.
    await ana.setViewportSize({ width: 320, height: 700 });
    await ana.getByText('You asked for a debrief').last().waitFor();
    expect(await ana.evaluate(() => document.documentElement.scrollWidth)).to.be.at.most(320);
    expect(await violations(ana, FOCUS_MARKS)).to.deep.equal([]);
    await ana.setViewportSize({ width: 1280, height: 860 });
    expect(await open.getByRole('link').count(), 'ways to what was said').to.equal(0);
    expect(await violations(ruth, FOCUS_MARKS)).to.deep.equal([]);
    await ruth.locator('.extras summary').click();
    await ruth.getByLabel('Language').selectOption('es');
    const pending = ruth.getByRole('region', { name: 'Conversaciones de apoyo' });
    expect(await pending.getByRole('listitem').innerText()).to.match(/^Ana, pidió una conversación de apoyo/);

    await ana.getByRole('button', { name: 'I had it' }).click();
    await pending.getByText('No hay conversaciones de apoyo pendientes').waitFor();
    await ruth.getByRole('link', { name: 'Equipo', exact: true }).waitFor();
    expect(await ana.getByRole('button', { name: 'I had it' }).count()).to.equal(0);
  });
});
