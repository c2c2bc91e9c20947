import type { Chat } from '../chat.ts';
import type { Outgoing } from '../connection/outbox.ts';

/** What the person said that the server may not have yet. Outside the live region: it is no message until it is sent. */
export function Pending({ chat }: { chat: Chat }) {
  const items = chat.outbox.filter((item) => item.kind === 'message');
  if (items.length === 0) return null;
  return (
    <section class="said pending" aria-label={chat.words.notSentYet}>
      {items.map((item) => (
        <PendingItem chat={chat} item={item} key={item.id} />
      ))}
    </section>
  );
}

function PendingItem({ chat, item }: { chat: Chat; item: Outgoing }) {
  const { words, link } = chat;
  const failed = item.state === 'failed';
  const held = !failed && item.state === 'waiting' && link !== 'online';
  return (
    <div class="line mine">
      <p class="words">{item.text}</p>
      <p class={failed ? 'fate error' : 'fate'} role={failed ? 'alert' : undefined}>
        {failed ? words.failed : held ? words.waitingForLine : words.sending}
      </p>
      {(failed || held) && (
        <div class="fate-does">
          {failed && (
            <button type="button" class="button small" onClick={() => chat.retry(item.id)}>
              {words.retry}
              <span class="unseen">: {item.text}</span>
            </button>
          )}
          <button type="button" class="button small quiet" onClick={() => chat.discard(item.id)}>
            {failed ? words.discard : words.takeBack}
            <span class="unseen">: {item.text}</span>
          </button>
        </div>
      )}
    </div>
  );
}
