import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { startHelpline } from '../console/client.ts';
import { askForChat } from './console-visit.ts';
import { answer, newWindow, visitChat, write } from './visit.ts';

/** The first number of a crisis line in what was said last. */
async function crisisNumbers(page: Page): Promise<void> {
  await page.locator('[role=log] .line-card a[href="tel:988"]').last().waitFor();
  await page.locator('.crisis-bar').waitFor();
  // Nothing ends, and nothing is asked about it: the open question is how to go on, or how to wait.
  await page.locator('.turn .choice').first().waitFor();
  expect(await page.locator('.question').last().innerText()).to.match(
    /What would help now\?|Or just wait|¿Qué ayudaría ahora\?/,
  );
}

/** Every kind of question that there is in the dialogs, and how one gets there. */
const QUESTIONS: [kind: string, sign: string, come: (page: Page) => Promise<void>][] = [
  ['one of several', '.turn .choice', async () => undefined],
  [
    'several at once',
    '.turn input[type=checkbox]',
    async (page) => {
      await answer(page, /^Just show me/);
      await answer(page, /^Other ways/);
      await answer(page, /^Ask me/);
      for (let n = 0; n < 6 && (await page.locator('.turn input[type=checkbox]').count()) === 0; n += 1) {
        await answer(page, 'Skip');
      }
    },
  ],
  [
    'yes or no',
    '.turn .choice',
    async (page) => {
      await page.getByRole('button', { name: 'Menu' }).click();
      await page.getByRole('button', { name: /start again/i }).click();
      await page.locator('.turn').getByRole('button', { name: 'Yes', exact: true }).waitFor();
    },
  ],
  [
    'words',
    '.turn #field',
    async (page) => {
      await answer(page, /^Just show me/);
      await answer(page, /^Other ways/);
      await answer(page, /^Search by a word/);
    },
  ],
  [
    'a place',
    '.turn #field',
    async (page) => {
      await answer(page, /^Just show me/);
      await answer(page, /^Other ways/);
      await answer(page, /^What is near me/);
    },
  ],
];

describe('someone who writes that they want to die', function () {
  this.timeout(60_000);

  for (const [kind, sign, come] of QUESTIONS) {
    it(`gets numbers at once where ${kind} was asked for`, async () => {
      const page = await visitChat();
      // Agreed to before, so that the question is open when the words come.
      await write(page, 'hello');
      await page.locator('[role=log] .line.mine').first().waitFor();
      await page.locator('.turn .choice').first().waitFor();
      await come(page);
      await page.locator(sign).first().waitFor();
      await write(page, 'I am going to kill myself tonight');
      await crisisNumbers(page);
    });
  }

  it('gets numbers before having agreed to anything', async () => {
    const page = await visitChat();
    await page.getByRole('button', { name: 'Urgent help' }).click();
    expect(await page.locator('.screen a[href="tel:988"]').count()).to.be.greaterThan(0);
    await page.keyboard.press('Escape');
    await write(page, 'I want to end my life');
    await crisisNumbers(page);
  });

  it('gets numbers in Spanish', async () => {
    const page = await visitChat({ locale: 'es-US' });
    await page.locator('.composer .opener').click();
    await page.locator('.consent .primary').click();
    await page.locator('#field').fill('me quiero matar');
    await page.locator('.send').click();
    await crisisNumbers(page);
    expect(await page.locator('[role=log] .line').last().innerText()).to.match(/línea|llamar|Llame/i);
  });

  it('gets numbers while waiting for a person, and stays in line', async () => {
    const { server, administrator } = await startHelpline();
    try {
      const stream = administrator.listen(() => undefined);
      await stream.open;
      await administrator.post('duty', { duty: 'available' });
      const page = await (await newWindow()).newPage();
      await page.goto(server.url);
      await page.locator('.turn .choice').first().waitFor();
      await write(page, 'hello');
      await page.locator('[role=log] .line.mine').first().waitFor();
      await askForChat(page);
      await page.locator('.question', { hasText: 'Or just wait' }).last().waitFor();
      await write(page, 'I want to kill myself');
      await crisisNumbers(page);
      const board = await administrator.get<{ queue: { safety: { kind: string } | null }[] }>('board');
      expect(board.queue.map((line) => line.safety?.kind)).to.deep.equal(['suicide']);
      stream.close();
    } finally {
      await server.close();
    }
  });
});
