/** @jsxImportSource react */
import { timeIn } from '../state/clock.ts';
import type { ConsoleStore } from '../state/console-store.ts';

/** Colleagues whom someone should look after. What happened is not told here. */
export function DebriefsOfOthers({ store }: { store: ConsoleStore }) {
  const { words, board, me, language } = store;
  const open = board?.debriefsOfOthers ?? [];
  if (open.length === 0) return null;
  return (
    <section className="debrief" aria-labelledby="debriefs-title">
      <h3 id="debriefs-title">{words.debriefsOfOthers}</h3>
      <p>{words.debriefsOfOthersHint}</p>
      <ul>
        {open.map(({ name, since }) => (
          <li key={`${name} ${since}`}>
            <strong>{name}</strong>, {words.openSince(timeIn(since, me?.helpline.zone, language))}
          </li>
        ))}
      </ul>
    </section>
  );
}
