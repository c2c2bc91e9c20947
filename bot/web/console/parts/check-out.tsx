/** @jsxImportSource react */
import { useState } from 'react';
import type { Left } from '../../../domain/console.ts';
import type { ConsoleStore } from '../state/console-store.ts';
import { Opener } from './opener.tsx';
import { Window } from './window.tsx';

const LEFT = ['chats', 'callbacks', 'wrapUps', 'debriefs'] as const satisfies (keyof Left)[];

/** The end of a shift: off duty, and what is still open. */
export function CheckOut({ store }: { store: ConsoleStore }) {
  const { words } = store;
  const [left, setLeft] = useState<Left | null>(null);
  const open = left === null ? [] : LEFT.filter((what) => left[what] > 0);
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
            {open.length === 0 && <p>{words.checkOutNothing}</p>}
            {open.length > 0 && (
              <>
                <p>{words.checkOutOpen}</p>
                <ul>
                  {open.map((what) => (
                    <li key={what}>{words.checkOutLeft[what](left[what])}</li>
                  ))}
                </ul>
              </>
            )}
            {left.chats > 0 && <p>{words.checkOutHint}</p>}
            <p>{words.checkOutOff}</p>
          </>
        )}
      </Window>
    </>
  );
}
