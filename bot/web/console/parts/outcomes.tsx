/** @jsxImportSource react */
import { Button } from '@fluentui/react-components';
import { OUTCOMES, type Outcome } from '../../../domain/case.ts';
import type { ConsoleStore } from '../state/console-store.ts';

/** What came of it: one press. */
export function Outcomes({
  store,
  title,
  choose,
}: {
  store: ConsoleStore;
  title: string;
  choose: (outcome: Outcome) => void;
}) {
  return (
    <section className="outcomes" aria-label={title}>
      <h3>{title}</h3>
      <div className="row wrap">
        {OUTCOMES.map((outcome) => (
          <Button key={outcome} onClick={() => choose(outcome)}>
            {store.words.outcomes[outcome]}
          </Button>
        ))}
      </div>
    </section>
  );
}
