import type { Chat } from '../chat.ts';

interface KeepProps {
  chat: Chat;
  what: 'option' | 'resource' | 'question';
  id: string;
  title: string;
  /** In the plan itself, where it can only be taken out. */
  inPlan?: boolean;
}

/** Puts something into the plan, or takes it out again. */
export function KeepButton({ chat, what, id, title, inPlan = false }: KeepProps) {
  const { words } = chat;
  const kept = chat.isKept(what, id);
  if (inPlan) {
    const takeOut = () => {
      chat.keep(what, id, false, title);
      // The card goes, and the button with it.
      document.getElementById('screen-title')?.focus({ preventScroll: true });
    };
    return (
      <button type="button" class="button small" onClick={takeOut}>
        {words.takeOut}
        <span class="unseen">: {title}</span>
      </button>
    );
  }
  return (
    <button
      type="button"
      class={kept ? 'button small keep kept' : 'button small keep'}
      onClick={() => chat.keep(what, id, !kept, title)}
    >
      {kept ? words.kept : words.keep}
      <span class="unseen">
        : {title}
        {kept && `. ${words.takeOut}`}
      </span>
    </button>
  );
}
