import type { Chat } from '../chat.ts';
import { useLasting } from '../use-lasting.ts';

/** Says how the line is, when there is something to say for longer than a moment. The element is there from the start. */
export function LinkState({ chat }: { chat: Chat }) {
  const { link, words, stage, everOnline } = chat;
  const troubled = stage === 'chatting' && (link === 'connecting' || link === 'trying' || link === 'offline');
  const show = useLasting(troubled, 1200);
  let text = '';
  if (show && troubled) {
    if (link === 'offline') text = words.offline;
    else text = everOnline ? words.connectingAgain : words.connecting;
  }
  return (
    <p class="link-state" role="status">
      {text}
    </p>
  );
}
