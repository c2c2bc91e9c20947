/** @jsxImportSource react */
import { Button } from '@fluentui/react-components';
import type { ConsoleStore } from '../state/console-store.ts';

/** After a hard case: a debrief, offered and never forced. */
export function Debriefs({ store }: { store: ConsoleStore }) {
  const { board, words } = store;
  return board?.debriefs.map((debrief) => (
    <aside className="debrief" key={debrief.id} aria-label={words.debriefTitle}>
      <strong>{words.debriefTitle}</strong>
      <p>{words.debriefBody}</p>
      <Button size="small" onClick={() => void store.act(debrief.id, 'debriefed', {})}>
        {words.debriefDone}
      </Button>
    </aside>
  ));
}
