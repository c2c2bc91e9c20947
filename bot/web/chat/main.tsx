import { render } from 'preact';
import type { PageSettings } from '../page-settings.ts';
import { App } from './app.tsx';
import { Chat } from './chat.ts';
import { guessCountry } from './conversation/guess-country.ts';
import { leaveNow, twice } from './leave.ts';
import './styles/base.css';
import './styles/frame.css';
import './styles/conversation.css';
import './styles/cards.css';
import './styles/print.css';
import { browserSurroundings } from './surroundings.ts';

/** Longer than this out of sight, and the line is not trusted any more. In milliseconds. */
const LONG_AWAY = 30_000;

function begin(): void {
  const data = document.getElementById('settings')?.textContent;
  const page = document.getElementById('app');
  if (!data || !page) return;
  const settings = JSON.parse(data) as PageSettings;
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone as string | undefined;
  const around = browserSurroundings();
  const chat = new Chat({
    settings,
    around,
    timeZone,
    country: guessCountry(timeZone, navigator.languages ?? [navigator.language]) ?? settings.country,
    language: settings.language,
  });

  // The page that came as HTML stays until the chat is drawn, so that the numbers are never gone for a moment.
  const root = document.createElement('div');
  root.className = 'app';
  render(<App chat={chat} />, root);
  page.replaceWith(root);

  listen(chat, around.now);
  if (location.hash === '#urgent') chat.show('urgent');
  if (location.hash === '#people') chat.show('people');
  chat.begin();
}

function listen(chat: Chat, now: () => number): void {
  const escape = twice(() => leaveNow(chat));
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.repeat) return;
    if (!escape(now())) chat.show(null);
  });
  window.addEventListener('online', () => chat.wake());
  window.addEventListener('offline', () => chat.lostNetwork());
  let hiddenAt = Number.POSITIVE_INFINITY;
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) hiddenAt = now();
    else if (now() - hiddenAt > LONG_AWAY) chat.wake();
  });
}

begin();
