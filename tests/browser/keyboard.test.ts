import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { newLine, visitChat, write } from './visit.ts';

describe('someone who uses the keyboard or a screen reader', function () {
  this.timeout(60_000);

  it('walks through a door and back with nothing but Tab and Enter', async () => {
    const page = await visitChat();
    await tabTo(page, 'Money, work, travel');
    await press(page, 'Enter');
    // The focus waits on the group: one Tab is the first of the new answers.
    expect(await focused(page)).to.contain('What is it about?');
    await page.keyboard.press('Tab');
    expect(await focused(page)).to.equal('Rent and daily bills');
    await press(page, 'Enter');
    await page.locator('.line-card, .card').first().waitFor();
    await tabTo(page, 'Back');
    await press(page, 'Enter');
    expect(await page.locator('.question').last().innerText()).to.equal('What is it about?');
  });

  it('never loses the focus: closing a screen brings it back to what opened it', async () => {
    const page = await visitChat();
    await tabTo(page, 'Urgent help');
    await page.keyboard.press('Enter');
    expect(await focused(page)).to.equal('Urgent help');
    expect(await page.evaluate(() => document.activeElement?.tagName)).to.equal('H2');
    await tabTo(page, 'Back to the chat');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.tagName)).to.equal('BUTTON');
    expect(await focused(page)).to.equal('Urgent help');
  });

  it('never loses the focus: what had it may go away with the question, or with a reload', async () => {
    const page = await visitChat();
    const where = () => page.evaluate(() => document.activeElement?.className);
    await tabTo(page, 'Or say it in your own words');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Not now');
    await page.keyboard.press('Enter');
    expect(await where(), 'after “Not now”').to.equal('turn');
    await write(page, 'hello');
    await newLine(page, 2);
    await page.locator('#field').fill('what is near me');
    await press(page, 'Enter');
    expect(await where(), 'after its field went away').to.equal('turn');
    await page.reload();
    await tabTo(page, 'Continue');
    await page.keyboard.press('Enter');
    await page.locator('#field').waitFor();
    expect(await where(), 'after coming back').to.equal('turn');
  });

  it('hears each message once: the live region is there from the start and only grows', async () => {
    const page = await visitChat();
    await page.evaluate(() => {
      const log = document.querySelector('[role=log]');
      const heard: string[] = [];
      Object.assign(window, { heard, log });
      new MutationObserver((changes) => {
        for (const change of changes) {
          for (const node of change.addedNodes) {
            if (change.target === log)
              heard.push(`added ${(node as Element).querySelector('.words, .question')?.textContent}`);
          }
          if (change.removedNodes.length > 0) heard.push('something was taken away');
          if (change.type === 'characterData')
            heard.push(`something was changed ${change.oldValue} → ${change.target.textContent}`);
        }
      }).observe(log!, { childList: true, subtree: true, characterData: true, characterDataOldValue: true });
    });
    await page.getByRole('button', { name: 'Just show me' }).click();
    await newLine(page, 2);
    await page.getByRole('button', { name: 'People like me' }).click();
    await newLine(page, 4);
    const { heard, same } = await page.evaluate(() => {
      const world = window as unknown as { heard: string[]; log: Element };
      return { heard: world.heard, same: world.log === document.querySelector('[role=log]') };
    });
    expect(same).to.equal(true);
    expect(heard.filter((one) => one.startsWith('something'))).to.deep.equal([]);
    expect(heard).to.have.length(4);
    expect(heard[0]).to.equal('added Just show me');
    expect(heard.join()).to.not.contain('something');
  });

  it('ticks several answers with Space, and one that stands alone clears the others', async () => {
    const page = await visitChat();
    for (const label of ['Just show me', 'People like me', 'Leave something out']) {
      await tabTo(page, label);
      await press(page, 'Enter');
    }
    const boxes = page.locator('.turn .box input');
    await page.getByRole('button', { name: 'Continue' }).focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('#many-error').innerText()).to.contain('Choose one or more');
    for (const box of [boxes.nth(0), boxes.nth(1)]) {
      await box.focus();
      await page.keyboard.press('Space');
    }
    expect(await page.locator('.turn .box input:checked').count()).to.equal(2);
    // Asking why puts the question again; what was ticked is still ticked.
    await page.getByRole('button', { name: 'Why do you ask?' }).focus();
    await press(page, 'Enter');
    expect(await page.locator('.turn .box input:checked').count()).to.equal(2);
    await page.getByLabel('Nothing', { exact: true }).focus();
    await page.keyboard.press('Space');
    expect(await page.locator('.turn .box input:checked').count()).to.equal(1);
    await boxes.nth(0).focus();
    await page.keyboard.press('Space');
    expect(await page.getByLabel('Nothing', { exact: true }).isChecked()).to.equal(false);
  });
});

/** Presses Tab until the element with this text has the focus; backwards once the end was reached. */
async function tabTo(page: Page, text: string): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press('Tab');
    if ((await focused(page)) === text) return;
  }
  throw new Error(`Tab never came to "${text}"`);
}

/** Presses a key that leads to an answer, and waits for it. */
async function press(page: Page, key: string): Promise<void> {
  const before = await page.locator('.line').count();
  await page.keyboard.press(key);
  await newLine(page, before + 1);
}

/** What a screen reader would call the element that has the focus. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    const named = element?.getAttribute('aria-labelledby');
    const text = named ? document.getElementById(named)?.textContent : element?.innerText;
    return (text ?? '').trim();
  });
}
