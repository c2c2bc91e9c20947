import { useState } from 'preact/hooks';
import type { ResourceView } from '../../../domain/view.ts';
import type { Chat } from '../chat.ts';
import { Thanks } from './thanks.tsx';

/** Whoever comes back to a number in their plan may say whether they reached someone. Nobody has to, or is asked twice. */
export function Reached({ chat, item }: { chat: Chat; item: ResourceView }) {
  const { words } = chat;
  const [said, setSaid] = useState<'yes' | 'no' | null>(null);
  if (said !== null) return <Thanks text={said === 'yes' ? words.reachedThanks : words.notReachedThanks} />;
  const numbers = item.contacts.some(({ kind }) => kind === 'phone' || kind === 'text');
  if (!numbers || !chat.asksReached(item.id)) return null;
  const tell = (yes: boolean) => {
    setSaid(yes ? 'yes' : 'no');
    chat.tellReached(item.id, yes);
  };
  return (
    <div class="reached" role="group" aria-label={`${item.name}: ${words.reachedAsk}`}>
      <p class="small">
        {words.reachedAsk} {words.reachedHint}
      </p>
      <div class="card-does">
        <button type="button" class="button small" onClick={() => tell(true)}>
          {words.reachedYes}
        </button>
        <button type="button" class="button small" onClick={() => tell(false)}>
          {words.reachedNo}
        </button>
      </div>
    </div>
  );
}
