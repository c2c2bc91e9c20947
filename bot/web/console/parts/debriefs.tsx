/** @jsxImportSource react */
import { Button } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { DEBRIEF_ANSWERS } from '../../../domain/case.ts';
import type { Board } from '../../../domain/console.ts';
import type { ConsoleStore } from '../state/console-store.ts';

/** After a hard case: a debrief, offered and never forced. */
export function Debriefs({ store, only }: { store: ConsoleStore; only?: string }) {
  return store.board?.debriefs
    .filter(({ id }) => only === undefined || id === only)
    .map((debrief) => <Debrief store={store} debrief={debrief} key={debrief.id} />);
}

function Debrief({ store, debrief }: { store: ConsoleStore; debrief: Board['debriefs'][number] }) {
  const { words } = store;
  const { id, wanted } = debrief;
  const box = useRef<HTMLElement>(null);
  const before = useRef(wanted);
  // The button that was pressed goes when it is answered: whoever uses the keyboard stays here and hears what comes.
  useEffect(() => {
    if (wanted && !before.current && document.activeElement === document.body) box.current?.focus();
    before.current = wanted;
  }, [wanted]);
  return (
    <aside className="debrief" aria-label={words.debriefTitle} tabIndex={-1} ref={box}>
      <strong>{words.debriefTitle}</strong>
      <p role="status">{wanted ? words.debriefWanted : words.debriefBody}</p>
      <div className="row wrap">
        {DEBRIEF_ANSWERS.filter((answer) => !(wanted && answer === 'wanted')).map((answer) => (
          <Button size="small" key={answer} onClick={() => void store.act(id, 'debriefed', { answer })}>
            {words.debriefAnswers[answer]}
          </Button>
        ))}
      </div>
    </aside>
  );
}
