import type { Chat } from '../chat.ts';

interface KeepProps {
  chat: Chat;
  what: 'option' | 'resource' | 'question';
  id: string;
  title: string;
}

/** Puts something into the plan, or takes it out again. */
export function KeepButton({ chat, what, id, title }: KeepProps) {
  const { words } = chat;
  const kept = chat.isKept(what, id);
  return (
    <button
      type="button"
      class={kept ? 'button small keep kept' : 'button small keep'}
      onClick={() => chat.keep(what, id, !kept, title)}
    >
      {kept ? words.kept : words.keep}
      <span class="unseen">
        : {title}
        {kept ? `. ${words.takeOut}` : ''}
      </span>
    </button>
  );
}
