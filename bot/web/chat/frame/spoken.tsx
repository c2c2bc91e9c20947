import type { Chat } from '../chat.ts';

/** What changed without a message of its own, for those who hear the page. There from the start, so that it is heard. */
export function Spoken({ chat }: { chat: Chat }) {
  return (
    <p class="unseen" role="status">
      {chat.spoken}
    </p>
  );
}
