import type { Chat } from '../chat.ts';
import { Numbers } from '../parts/numbers.tsx';
import { useLasting } from '../use-lasting.ts';

/** What stands between the messages and the answer: who is on the other side, and what to do when nobody is. */
export function Notices({ chat }: { chat: Chat }) {
  const { state, words, stage, link } = chat;
  const away = useLasting(
    stage === 'chatting' && (link === 'trying' || link === 'offline' || link === 'connecting'),
    7000,
  );
  return (
    <>
      <div class="notices" role="status">
        {state.over && <Ending chat={chat} text={words.erased} />}
        {!state.over && stage === 'gone' && <Ending chat={chat} text={words.gone} />}
        {state.mode === 'waiting' && <p class="notice">{words.waitingForPerson}</p>}
        {state.mode === 'with-person' && (
          <div class="notice">
            <p>{words.withPerson}</p>
            <button type="button" class="button small" onClick={() => chat.endChat()}>
              {words.endChat}
            </button>
          </div>
        )}
        {away && <p class="notice">{link === 'offline' ? words.offline : words.unreachable}</p>}
      </div>
      {away && <Numbers chat={chat} first="urgent" level={2} />}
    </>
  );
}

function Ending({ chat, text }: { chat: Chat; text: string }) {
  return (
    <div class="notice">
      <p>{text}</p>
      <button type="button" class="button primary" onClick={() => chat.startFresh()}>
        {chat.words.startNew}
      </button>
    </div>
  );
}
