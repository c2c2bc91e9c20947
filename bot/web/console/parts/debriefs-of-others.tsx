/** @jsxImportSource react */
import { timeIn } from '../state/clock.ts';
import type { ConsoleStore } from '../state/console-store.ts';

/** Colleagues whom someone should look after. What happened is not told here. */
export function DebriefsOfOthers({ store }: { store: ConsoleStore }) {
  const { words, board, me, language } = store;
  const open = board?.debriefsOfOthers ?? [];
  return (
    <section className={open.length > 0 ? 'debrief' : undefined} aria-labelledby="debriefs-title">
      <h3 id="debriefs-title">{words.debriefsOfOthers}</h3>
      {open.length === 0 ? (
        <div className="empty">
          <strong>{words.noDebriefs}</strong>
          <p>{words.noDebriefsHint}</p>
        </div>
      ) : (
        <>
          <p>{words.debriefsOfOthersHint}</p>
          <ul>
            {open.map(({ name, since, wanted }) => (
              <li key={`${name} ${since}`}>
                <strong>{name}</strong>,{' '}
                {(wanted ? words.debriefAskedFor : words.debriefOffered)(
                  timeIn(since, me?.helpline.zone, language),
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
