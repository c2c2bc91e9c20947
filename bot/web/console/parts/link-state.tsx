/** @jsxImportSource react */
import type { ConsoleStore } from '../state/console-store.ts';
import { Elapsed } from './elapsed.tsx';

/** How the line to the server is. A change is read out once; the clock beside it runs for the eyes alone. */
export function LinkState({ store }: { store: ConsoleStore }) {
  const { words, link } = store;
  const told = { lost: words.lost, online: words.online, connecting: words.connecting }[link.state];
  return (
    <div className={`link ${link.state}`}>
      <span role="status">{told}</span>
      {link.state === 'lost' && (
        <span aria-hidden="true" className="clock">
          {' '}
          <Elapsed since={new Date(link.since).toISOString()} />
        </span>
      )}
    </div>
  );
}
