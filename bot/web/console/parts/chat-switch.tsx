/** @jsxImportSource react */
import { Button } from '@fluentui/react-components';
import { timeIn } from '../state/clock.ts';
import type { ConsoleStore } from '../state/console-store.ts';

/** Whether people are offered a chat right now, and why not; supervisors close and open it at once. */
export function ChatSwitch({ store }: { store: ConsoleStore }) {
  const { words, board, me, language } = store;
  if (board === undefined || !me) return null;
  const { open, why, opens } = board.chat;
  const told = open || why === undefined ? words.chatOpen : words.chatClosed[why];
  return (
    <div className="row wrap chat-switch">
      <p role="status">
        {told} {opens !== undefined && words.opens(timeIn(opens, me.helpline.zone, language))}
      </p>
      {me.role !== 'staff' && why !== 'not-offered' && (
        <Button onClick={() => void store.setChat(why === 'closed-by-supervisor')}>
          {why === 'closed-by-supervisor' ? words.openChat : words.closeChatNow}
        </Button>
      )}
    </div>
  );
}
