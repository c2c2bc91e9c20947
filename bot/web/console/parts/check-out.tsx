/** @jsxImportSource react */
import { useState } from 'react';
import type { Left } from '../../../domain/console.ts';
import type { ConsoleStore } from '../state/console-store.ts';
import { Opener } from './opener.tsx';
import { Window } from './window.tsx';

/** The end of a shift: off duty, and what is still open. */
export function CheckOut({ store }: { store: ConsoleStore }) {
  const { words } = store;
  const [left, setLeft] = useState<Left | null>(null);
  const none = left !== null && Object.values(left).every((count) => count === 0);
  const end = async () => {
    const answer = await store.checkOut();
    if (answer !== null) setLeft(answer);
  };
  return (
    <>
      <Opener size="small" onClick={() => void end()}>
        {words.checkOut}
      </Opener>
      <Window
        title={words.checkOutTitle}
        closeLabel={words.dismiss}
        open={left !== null}
        close={() => setLeft(null)}
      >
        {left !== null && (
          <>
            <p>
              {none
                ? words.checkOutNothing
                : `${words.checkOutOpen(left.chats, left.callbacks, left.wrapUps, left.debriefs)} ${words.checkOutHint}`}
            </p>
            <p>{words.checkOutOff}</p>
          </>
        )}
      </Window>
    </>
  );
}
