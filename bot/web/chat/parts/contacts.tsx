import type { ContactView } from '../../../domain/view.ts';
import type { Words } from '../words/words.ts';
import { WebLink } from './web-link.tsx';

/** Ways to reach someone, each one press away. */
export function Contacts({ contacts, words }: { contacts: readonly ContactView[]; words: Words }) {
  if (contacts.length === 0) return null;
  return (
    <div class="calls">
      {contacts.map((contact) =>
        contact.kind === 'web' || contact.kind === 'chat' ? (
          <WebLink href={contact.href} words={words} class="button link-out" key={contact.label}>
            {contact.label}
          </WebLink>
        ) : (
          <a
            class={contact.kind === 'email' ? 'button link-out' : 'button call'}
            href={contact.href}
            key={contact.label}
          >
            {contact.label}
          </a>
        ),
      )}
    </div>
  );
}
