import type { BrowserContextOptions, Page } from 'playwright-core';
import { STAFF_PASSWORD } from '../console/client.ts';
import { Person } from '../console/person.ts';
import type { TestServer } from '../server.ts';
import { answer, newWindow } from './visit.ts';

/** Ana, as `startHelpline` adds her. */
export const ANA = { username: 'ana', password: STAFF_PASSWORD };

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

/** Someone is in line, and the chat is taken at this console. */
export async function taken(page: Page, server: TestServer): Promise<Person> {
  const person = new Person(server.url);
  await person.arrive();
  await person.askForChat();
  await page.getByRole('button', { name: 'Take the next one' }).click();
  await page.locator('#message').waitFor();
  return person;
}

/** A person at the chat page, where something was written before, asks for a chat and is in line. */
export async function askForChat(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'A person' }).first().click();
  await page.getByRole('button', { name: 'Chat here' }).click();
  await answer(page, 'Yes, send it');
  await page.getByText('You are in line').waitFor();
}
