import type { BrowserContextOptions, Page } from 'playwright-core';
import type { TestServer } from '../server.ts';
import { newWindow } from './visit.ts';

/** Of all staff that `startHelpline` adds. */
export const PASSWORD = 'some other quiet words';

/** Someone of the staff signs in at a browser of their own. */
export async function atConsole(
  server: TestServer,
  who: { username: string; password: string },
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await (await newWindow({ viewport: { width: 1280, height: 860 }, ...options })).newPage();
  await page.goto(`${server.url}/console`);
  await page.getByLabel('Sign-in name').fill(who.username);
  await page.getByLabel('Password').fill(who.password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Waiting' }).waitFor();
  await page.getByText('Connected').waitFor();
  return page;
}

/** They may take chats from now on. */
export async function available(page: Page): Promise<void> {
  await page.getByLabel('I am').selectOption('available');
  await page.getByText('Chat is offered to people now').waitFor();
}
