import type { Chat } from '../chat.ts';

/** The name, and the menu. */
export function Header({ chat }: { chat: Chat }) {
  const { words, screen } = chat;
  return (
    <header class="header">
      <h1 class="name">{words.name}</h1>
      <button
        type="button"
        class="button quiet"
        aria-expanded={screen === 'menu'}
        onClick={() => chat.show(screen === 'menu' ? null : 'menu')}
      >
        {words.menu}
      </button>
    </header>
  );
}
