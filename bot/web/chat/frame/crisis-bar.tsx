import type { Chat } from '../chat.ts';

/** Stays in view after a message that may mean danger, until the person puts it away. */
export function CrisisBar({ chat }: { chat: Chat }) {
  const { words, state } = chat;
  if (!state.crisisBar) return null;
  const contactsOf = (purpose: 'crisis' | 'emergency') =>
    chat.lines.find((group) => group.purpose === purpose)?.items[0]?.contacts ?? [];
  const contacts = [
    ...contactsOf('crisis').filter((contact) => contact.kind === 'phone' || contact.kind === 'text'),
    ...contactsOf('emergency').filter((contact) => contact.kind === 'phone'),
  ].slice(0, 4);
  return (
    <aside class="crisis-bar" aria-label={words.crisisBar}>
      <div class="crisis-top">
        <p class="crisis-title">{words.crisisBar}</p>
        <button type="button" class="button small quiet" onClick={() => chat.dismissCrisisBar()}>
          {words.crisisBarHide}
        </button>
      </div>
      <div class="calls">
        {contacts.map((contact) => (
          <a class="button call" href={contact.href} key={contact.label}>
            {contact.label}
          </a>
        ))}
      </div>
    </aside>
  );
}
