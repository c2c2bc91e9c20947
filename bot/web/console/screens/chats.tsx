/** @jsxImportSource react */
import { Button } from '@fluentui/react-components';
import { useEffect } from 'react';
import { CaseList } from '../parts/case-list.tsx';
import { ChatSwitch } from '../parts/chat-switch.tsx';
import { Debriefs } from '../parts/debriefs.tsx';
import { CaseScreen } from './case.tsx';
import { chatsAtOnce, mayTake } from '../state/chats-at-once.ts';
import type { ConsoleStore } from '../state/console-store.ts';

/** The line on the left, the open chat on the right; on a narrow screen one after the other. */
export function ChatsScreen({ store }: { store: ConsoleStore }) {
  const { board, words, me, openCase } = store;
  useEffect(() => {
    if (openCase !== undefined) void store.load(openCase);
  }, [store, openCase]);
  if (board === undefined || !me) return null;
  const view = openCase === undefined ? undefined : store.views.get(openCase);
  const next = board.queue[0];
  return (
    <div className={openCase === undefined ? 'chats' : 'chats with-case'}>
      <div className="lists">
        <ChatSwitch store={store} />
        {next !== undefined && !mayTake(chatsAtOnce(board.mine, me), next) && (
          <p className="small">{words.errors.TooManyChats}</p>
        )}
        {next !== undefined && mayTake(chatsAtOnce(board.mine, me), next) && (
          <Button
            id="take-next"
            appearance="primary"
            onClick={() =>
              void store
                .act(next.id, 'claim', {})
                .then((done) => done && store.go(`/console/case/${next.id}`))
            }
          >
            {words.takeNext}
          </Button>
        )}
        <Debriefs store={store} />
        <CaseList
          store={store}
          title={words.waiting}
          lines={board.queue}
          waiting
          empty={
            me.duty === 'off' ? (
              <>
                <strong>{words.emptyOffTitle}</strong>
                <p>{words.emptyOff}</p>
              </>
            ) : (
              <>
                <strong>{words.emptyQueueTitle}</strong>
                <p>{words.emptyQueue}</p>
              </>
            )
          }
        />
        <CaseList store={store} title={words.mine} lines={board.mine} empty={<p>{words.emptyMine}</p>} />
        {me.role !== 'staff' && board.others.length > 0 && (
          <CaseList store={store} title={words.others} lines={board.others} empty={null} />
        )}
      </div>
      {view === undefined ? (
        <p className="empty pick">{openCase === undefined ? words.pickOne : words.loading}</p>
      ) : (
        <CaseScreen store={store} view={view} key={view.id} />
      )}
    </div>
  );
}
