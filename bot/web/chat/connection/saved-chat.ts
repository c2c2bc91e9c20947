import type { Country, Language } from '../../../domain/locale.ts';
import type { Outbox } from './outbox.ts';

/** All that stays on the device, and only while the tab is open: the chat's key, what is unsent or half written, the settings. */
export interface SavedChat {
  conversation: string;
  token: string;
  outbox: Outbox;
  /** What was being written. */
  unfinished?: string;
  consented: boolean;
  country: Country;
  language: Language;
}

const KEY = 'navigator';

/**
 * `sessionStorage`, not `localStorage`: a closed tab leaves nothing behind for whoever holds the device next. Where the
 * browser forbids storage the chat works all the same, until the page is reloaded.
 */
export const savedChat = {
  read(): SavedChat | null {
    try {
      const text = sessionStorage.getItem(KEY);
      if (text === null) return null;
      const saved = JSON.parse(text) as Partial<SavedChat>;
      const whole =
        typeof saved.conversation === 'string' &&
        typeof saved.token === 'string' &&
        Array.isArray(saved.outbox);
      return whole ? (saved as SavedChat) : null;
    } catch {
      return null;
    }
  },
  write(saved: SavedChat): void {
    try {
      sessionStorage.setItem(KEY, JSON.stringify(saved));
    } catch {
      // Full or forbidden: the chat goes on without it.
    }
  },
  clear(): void {
    try {
      sessionStorage.clear();
      localStorage.removeItem(KEY);
    } catch {
      // Forbidden: then nothing was written either.
    }
  },
};
