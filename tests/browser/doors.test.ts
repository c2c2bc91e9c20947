import { expect } from 'chai';
import { answer, visitChat } from './visit.ts';

describe('someone who opens the page', function () {
  this.timeout(60_000);

  for (const door of [
    /^Frightened/,
    /^A person/,
    /^Something to read/,
    /^Money/,
    /^I care/,
    /^Just show me/,
  ]) {
    it(`and presses ${door.source.slice(1)} is given something to hold on to within two turns`, async () => {
      const page = await visitChat();
      await answer(page, door);
      const given = page.locator('.card, .line-card');
      if ((await given.count()) === 0) {
        await page.locator('.turn .choice').first().click();
        await given.first().waitFor();
      }
      expect(await given.count()).to.be.greaterThan(0);
      for (const way of ['Urgent help', 'A person', 'Leave now']) {
        const button = page.locator('.pinned').getByRole('button', { name: way });
        expect(await button.isVisible(), way).to.equal(true);
      }
    });
  }

  it('sees what was asked and answered as plain text, with no old button left to press', async () => {
    const page = await visitChat();
    await answer(page, /^Just show me/);
    expect(await page.locator('.mine .words').innerText()).to.equal('Just show me');
    expect(await page.locator('.said .choice').count()).to.equal(0);
    expect(await page.getByRole('button', { name: /^Frightened/ }).count()).to.equal(0);
  });

  it('can ask why, skip, and go back, and never loses the question', async () => {
    const page = await visitChat();
    await answer(page, /^Money/);
    const question = await page.locator('.question').last().innerText();
    await answer(page, 'Why do you ask?');
    expect(await page.locator('.question').last().innerText()).to.equal(question);
    await answer(page, 'Back');
    expect(await page.locator('.question').last().innerText()).to.equal('What would help most now?');
  });

  it('reads the page in Spanish, and the bot answers in it', async () => {
    const page = await visitChat({ locale: 'es-US' });
    expect(await page.locator('html').getAttribute('lang')).to.equal('es');
    await page.getByRole('button', { name: 'Ayuda urgente' }).waitFor();
    const said = await page.locator('.line').first().getAttribute('lang');
    expect(said).to.equal('es');
  });

  it('changes the language in the middle, and the open question is put again in it', async () => {
    const page = await visitChat();
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('button', { name: 'Español' }).click();
    await page.getByRole('button', { name: 'Volver al chat' }).click();
    await page.getByRole('button', { name: 'Ayuda urgente' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).to.equal('es');
    await page.locator('.line[lang=es] .question').waitFor();
  });

  it('is shown the numbers of the country where the clock is set', async () => {
    const page = await visitChat({ timezoneId: 'Australia/Sydney' });
    await page.getByRole('button', { name: 'Urgent help' }).click();
    await page.locator('a[href="tel:000"]').first().waitFor();
    await page.getByRole('button', { name: 'New Zealand' }).click();
    await page.locator('a[href="tel:111"]').first().waitFor();
    expect(await page.locator('.screen a[href="tel:000"]').count()).to.equal(0);
  });
});
