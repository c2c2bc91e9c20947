/** @jsxImportSource react */
import { elapsed } from '../state/clock.ts';
import type { ConsoleStore } from '../state/console-store.ts';

/** How the line to the server is. A change is read out once; the clock beside it runs for the eyes alone. */
export function LinkState({ store, now }: { store: ConsoleStore; now: number }) {
  const { words, link } = store;
  const told = { lost: words.lost, online: words.online, connecting: words.connecting }[link.state];
  return (
    <div className={`link ${link.state}`}>
      <span role="status">{told}</span>
      {link.state === 'lost' && (
        <span aria-hidden="true" className="clock">
          {' '}
          {elapsed(new Date(link.since).toISOString(), now)}
        </span>
      )}
    </div>
  );
}
