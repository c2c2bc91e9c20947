/** @jsxImportSource react */
import { Button } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { CaseView } from '../../../domain/console.ts';
import { BothClocks } from '../parts/both-clocks.tsx';
import { CaseActions } from '../parts/case-actions.tsx';
import { Composer } from '../parts/composer.tsx';
import { Debriefs } from '../parts/debriefs.tsx';
import { Notes } from '../parts/notes.tsx';
import { Outcomes } from '../parts/outcomes.tsx';
import { Summary } from '../parts/summary.tsx';
import { Thread } from '../parts/thread.tsx';
import type { ConsoleStore } from '../state/console-store.ts';
import { titleOf } from '../state/title-of.ts';

/** One case: the approved summary first, then what was already shown, then the chat. */
export function CaseScreen({ store, view }: { store: ConsoleStore; view: CaseView }) {
  const { words, me } = store;
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever opened it with the keyboard begins at its top.
  useEffect(() => heading.current?.focus(), []);
  const chatting = view.state === 'claimed' || view.state === 'live' || view.state === 'quiet';
  const before = useRef(chatting);
  // When a chat ends, the field that had the focus goes with it.
  useEffect(() => {
    if (before.current && !chatting && document.activeElement === document.body) heading.current?.focus();
    before.current = chatting;
  }, [chatting]);
  if (!me) return null;
  const mine = view.owner?.id === me.id;
  const inChat = mine || view.joined.some((one) => one.id === me.id);
  return (
    <article className="case" aria-labelledby="case-title">
      <div className="case-top">
        <Button className="back" onClick={() => store.go('/console')}>
          {words.back}
        </Button>
        <h2 id="case-title" tabIndex={-1} ref={heading}>
          {titleOf(view, words)}
        </h2>
        <p className="small">
          {words.states[view.state]}
          {view.owner !== null && !mine && ` · ${words.withStaff(view.owner.name)}`} ·{' '}
          {words.languages[view.language]} · <BothClocks store={store} zone={view.timeZone} />
        </p>
        {chatting && (
          <p className="small" role="status">
            {view.personHere ? words.personHere : words.personAway}
            {view.helpAsked && ` ${words.helpIsComing}`}
          </p>
        )}
        {view.audit.some(({ what }) => what === 'erased') && (
          <p className="small" role="status">
            {words.happened.erased}
          </p>
        )}
        <CaseActions store={store} view={view} />
      </div>
      {/* On a narrow screen the list, where it is offered, is not in sight. */}
      <div className="narrow-only">
        <Debriefs store={store} only={view.id} />
      </div>
      {view.needsOutcome && mine && (
        <Outcomes
          title={words.outcomeTitle}
          store={store}
          choose={(outcome) => void store.act(view.id, 'outcome', { outcome })}
        />
      )}
      <Summary store={store} view={view} />
      {(inChat || view.thread.length > 0) && <Thread store={store} view={view} />}
      {inChat && chatting && <Composer store={store} view={view} />}
      {(inChat || me.role !== 'staff') && <Notes store={store} view={view} />}
    </article>
  );
}
