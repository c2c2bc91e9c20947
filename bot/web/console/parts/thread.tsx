/** @jsxImportSource react */
import { Button } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { CaseView, ThreadLine } from '../../../domain/console.ts';
import { hourIn } from '../state/clock.ts';
import type { ConsoleStore } from '../state/console-store.ts';
import { type Outgoing, waitingIn } from '../state/thread-state.ts';

/** What was said, oldest first; new lines are announced once, and come into view while one is at the end. */
export function Thread({ store, view }: { store: ConsoleStore; view: CaseView }) {
  const { words } = store;
  const box = useRef<HTMLDivElement>(null);
  const opened = useRef(false);
  const outgoing = waitingIn(store.outbox.messages, view.id);
  const count = view.thread.length + outgoing.length;
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    // A chat opens at its end; whoever has scrolled back is left there.
    const first = !opened.current;
    opened.current = true;
    const distance = element.scrollHeight - element.scrollTop - element.clientHeight;
    if (first || distance < 240) element.scrollTop = element.scrollHeight;
  }, [count]);
  return (
    <section className="thread-area" aria-label={words.conversation}>
      {/* Its own scrolling has to be reachable by keyboard. */}
      <div
        className="thread"
        ref={box}
        role="log"
        aria-live="polite"
        aria-relevant="additions"
        tabIndex={0}
        aria-label={words.conversation}
      >
        {view.threadGone && <p className="empty">{words.threadGone}</p>}
        {!view.threadGone && count === 0 && <p className="empty">{words.threadEmpty}</p>}
        {view.thread.map((line) => (
          <Said store={store} line={line} zone={view.timeZone} key={line.seq} />
        ))}
      </div>
      {outgoing.map((message) => (
        <Waiting store={store} message={message} key={message.clientId} />
      ))}
      <p className="typing" aria-live="polite">
        {view.typing ? words.personTyping : ''}
      </p>
    </section>
  );
}

function Said({ store, line, zone }: { store: ConsoleStore; line: ThreadLine; zone: string | undefined }) {
  const { words, me, language } = store;
  const who =
    line.from === 'person'
      ? words.person
      : line.from === 'bot'
        ? words.bot
        : line.name === me?.name
          ? words.you
          : line.name;
  return (
    <div className={`said ${line.from}`}>
      <p className="small who">
        {who} · {hourIn(line.at, zone, language)}
        {line.state !== undefined && ` · ${words.marks[line.state]}`}
      </p>
      {line.text !== '' && <p className="words">{line.text}</p>}
      {line.services !== undefined && <p className="words">{line.services.join(', ')}</p>}
    </div>
  );
}

function Waiting({ store, message }: { store: ConsoleStore; message: Outgoing }) {
  const { words } = store;
  const failed = message.state === 'failed';
  return (
    <div className="said staff pending">
      <p className="words">{message.text}</p>
      <p className={failed ? 'small error' : 'small'} role={failed ? 'alert' : undefined}>
        {failed ? `${words.notSent} ${message.why ?? words.waitsForLine}` : words.sending}
      </p>
      {failed && (
        <p className="row">
          <Button size="small" onClick={() => store.outbox.retry(message)}>
            {words.retry}
          </Button>
          <Button size="small" onClick={() => store.outbox.discard(message)}>
            {words.discard}
          </Button>
        </p>
      )}
    </div>
  );
}
