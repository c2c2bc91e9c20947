import { expect } from 'chai';
import { answer, newLine, visitChat, write } from './visit.ts';

describe('someone who comes back to the page', function () {
  this.timeout(60_000);

  it('is asked before anything of the earlier chat is shown', async () => {
    const page = await visitChat();
    await answer(page, /^Frightened/);
    await page.reload();
    await page.getByRole('button', { name: 'Continue' }).waitFor();
    const shown = await page.locator('body').innerText();
    expect(shown).to.not.contain('Frightened').and.to.not.contain('What would help most');
    expect(await page.locator('.line').count()).to.equal(0);
  });

  it('goes on where they were, and what was said before is not announced again', async () => {
    const page = await visitChat();
    await answer(page, /^Money/);
    const question = await page.locator('.question').last().innerText();
    await page.reload();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.locator('.turn .choice').first().waitFor();
    expect(await page.locator('.question').last().innerText()).to.equal(question);
    expect(await page.locator('[role=log] .line').count()).to.equal(0);
    await answer(page, /^Rent/);
    expect(await page.locator('[role=log] .line').count()).to.be.greaterThan(0);
  });

  it('finds what was half written, also after a look at the numbers; nobody else finds it', async () => {
    const page = await visitChat();
    await write(page, 'gas money');
    await newLine(page, 2);
    const field = page.locator('#field');
    await field.fill('I wanted to ask');
    await page.getByRole('button', { name: 'Urgent help' }).first().click();
    await page.getByRole('button', { name: 'Back to the chat' }).click();
    expect(await field.inputValue()).to.equal('I wanted to ask');
    await page.reload();
    await page.getByRole('button', { name: 'Continue' }).waitFor();
    expect(await page.locator('body').innerText()).to.not.contain('I wanted to ask');
    await page.getByRole('button', { name: 'Continue' }).click();
    await field.waitFor();
    expect(await field.inputValue()).to.equal('I wanted to ask');
    await page.reload();
    await page.getByRole('button', { name: 'Start fresh' }).click();
    await page.locator('.turn .choice').first().waitFor();
    const kept = await page.evaluate(() => JSON.stringify(sessionStorage));
    expect(kept).to.contain('navigator').and.to.not.contain('I wanted to ask');
  });

  it('can start fresh, and nothing of before is there', async () => {
    const page = await visitChat();
    await answer(page, /^Frightened/);
    await page.reload();
    await page.getByRole('button', { name: 'Start fresh' }).click();
    await page.locator('.turn .choice').first().waitFor();
    expect(await page.locator('.mine').count()).to.equal(0);
  });

  it('finds nothing in a new tab: the key of a chat stays in its tab', async () => {
    const page = await visitChat();
    await answer(page, /^Frightened/);
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.locator('.turn .choice').first().waitFor();
    expect(await other.locator('.mine, .return').count()).to.equal(0);
  });

  it('opens the chat on another device with the code that was written down', async () => {
    const page = await visitChat();
    await page.getByRole('button', { name: 'My plan' }).click();
    await page.getByRole('button', { name: /get a code/ }).click();
    await answer(page, 'A code to come back with');
    await answer(page, 'Yes');
    const code = /[A-Z0-9]{5}-[A-Z0-9]{5}/.exec(await page.locator('[role=log]').innerText())?.[0] ?? '';
    expect(code).to.not.equal('');

    const other = await visitChat();
    await other.getByRole('button', { name: 'I have a code' }).click();
    await other.getByLabel('Your code').fill('WRONG-WRONG');
    await other.getByRole('button', { name: 'Open my chat' }).click();
    await other.getByText('No chat was found for this code.').waitFor();
    await other.getByLabel('Your code').fill(code.toLowerCase().replace('-', ' '));
    await other.getByRole('button', { name: 'Open my chat' }).click();
    await other.locator('.said .mine').first().waitFor();
    expect(await other.locator('.said').first().innerText()).to.contain('A code to come back with');
  });

  it('can have the chat deleted, and it is gone from the page and from the server', async () => {
    const page = await visitChat();
    await answer(page, /^Frightened/);
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('button', { name: 'Delete my chat' }).click();
    const yes = page.locator('.turn').getByRole('button', { name: 'Delete it all' });
    await yes.click();
    await page.getByText('This chat has been deleted.').waitFor();
    expect(await page.locator('.mine').count()).to.equal(0);
    expect(await page.evaluate(() => sessionStorage.length + localStorage.length)).to.equal(0);
    await page.getByRole('button', { name: 'Start a new chat' }).click();
    await page.locator('.turn .choice').first().waitFor();
  });
});
