import type { Chat } from './chat.ts';

/**
 * Leaves at once: lets go of the chat, blanks what is on the screen while the other page still loads, and takes this
 * page's place in the history, so that *back* does not return to it.
 */
export function leaveNow(chat: Chat): void {
  const to = chat.settings.leaveTo[chat.country];
  const title = chat.words.leftTitle;
  chat.leave();
  for (const field of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')) {
    field.value = '';
  }
  document.body.textContent = '';
  document.title = title;
  try {
    history.replaceState(null, '', '/');
  } catch {
    // An embedded page may be forbidden to; the next line does what matters.
  }
  location.replace(to);
}

/** Two presses of Escape within a second leave. Returns what to call on each press; `now` in milliseconds. */
export function twice(act: () => void): (now: number) => boolean {
  let last = Number.NEGATIVE_INFINITY;
  return (now) => {
    const second = now - last <= 1000;
    last = second ? Number.NEGATIVE_INFINITY : now;
    if (second) act();
    return second;
  };
}
