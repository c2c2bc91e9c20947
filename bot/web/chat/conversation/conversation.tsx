import { useRef } from 'preact/hooks';
import type { Chat } from '../chat.ts';
import { lastRead } from './chat-state.ts';
import { Notices } from './notices.tsx';
import { LineItem } from './line-item.tsx';
import { Pending } from './pending.tsx';
import { Turn } from './turn.tsx';
import { useScrollToNews } from './use-scroll-to-news.ts';

/**
 * What was said, and below it whose turn it is. What was said earlier stands outside the live region: it is read by
 * going there, and never announced. The live region is there from the start and only ever grows.
 */
export function Conversation({ chat }: { chat: Chat }) {
  const { state, words } = chat;
  const end = useRef<HTMLDivElement>(null);
  const read = lastRead(state);
  useScrollToNews(state.lines.length, state.earlier.length, end);
  return (
    <div class="conversation" ref={end}>
      {state.earlier.length > 0 && (
        <section class="said" aria-label={words.earlier}>
          {state.earlier.map((line) => (
            <LineItem chat={chat} line={line} read={false} key={line.id} />
          ))}
        </section>
      )}
      <div
        class="said"
        role="log"
        aria-live="polite"
        aria-relevant="additions"
        aria-label={words.conversation}
      >
        {state.lines.map((line) => (
          <LineItem
            chat={chat}
            line={line}
            read={line.seq !== undefined && line.seq === read}
            key={line.id}
          />
        ))}
      </div>
      <Pending chat={chat} />
      <Notices chat={chat} />
      <Turn chat={chat} />
    </div>
  );
}
