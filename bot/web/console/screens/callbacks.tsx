/** @jsxImportSource react */
import { Button } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { ATTEMPT_RESULTS } from '../../../domain/case.ts';
import type { CaseLine } from '../../../domain/console.ts';
import { BothClocks } from '../parts/both-clocks.tsx';
import { Outcomes } from '../parts/outcomes.tsx';
import { Summary } from '../parts/summary.tsx';
import { timeIn } from '../state/clock.ts';
import type { ConsoleStore } from '../state/console-store.ts';
import { titleOf } from '../state/title-of.ts';

/** Calls to make, with both clocks, what may be said to whoever picks up, and each attempt. */
export function CallbacksScreen({ store }: { store: ConsoleStore }) {
  const { board, words } = store;
  const [open, setOpen] = useState<string | null>(null);
  const lines = board?.callbacks ?? [];
  return (
    <section className="page">
      <h2>{words.callbacks}</h2>
      {lines.length === 0 && <p className="empty">{words.emptyCallbacks}</p>}
      <ul className="plain-list">
        {lines.map((line) => (
          <li key={line.id} className="call-card">
            <CallHead store={store} line={line} />
            <Button
              aria-expanded={open === line.id}
              onClick={() => {
                store.alarms.seen(line.id);
                setOpen(open === line.id ? null : line.id);
              }}
            >
              {open === line.id ? words.fold : words.open}
              <span className="unseen">: {titleOf(line, words)}</span>
            </Button>
            {open === line.id && <Call store={store} line={line} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function CallHead({ store, line }: { store: ConsoleStore; line: CaseLine }) {
  const { words, me, language } = store;
  const last = line.callback?.lastAttempt;
  return (
    <div>
      <strong>{titleOf(line, words)}</strong>
      <p className="small">
        {words.asked(timeIn(line.waitingSince, me?.helpline.zone, language))} ·{' '}
        {words.languages[line.language]} · <BothClocks store={store} zone={line.timeZone} />
      </p>
      <p className="small">
        {words.safeTimes}: {line.callback?.times.join(', ') || words.anyTime} · {words.attempts}:{' '}
        {line.callback?.attempts ?? 0}
        {last !== undefined &&
          ` (${words.attemptResults[last.result]}, ${timeIn(last.at, me?.helpline.zone, language)})`}
        {line.owner !== null && ` · ${words.withStaff(line.owner.name)}`}
      </p>
    </div>
  );
}

function Call({ store, line }: { store: ConsoleStore; line: CaseLine }) {
  const { words, me, language } = store;
  const view = store.views.get(line.id);
  useEffect(() => void store.load(line.id), [store, line.id]);
  if (view === undefined) return <p>{words.loading}</p>;
  const wish = view.callbackWish;
  const mine = line.owner?.id === me?.id;
  return (
    <div className="call">
      {wish !== undefined && (
        <p className="call-number">
          <a href={`tel:${wish.phone.replace(/[^\d+]/g, '')}`}>
            {words.callThem} {wish.phone}
          </a>
          <span>
            {words.askFor}: {wish.name || words.noName}
          </span>
          <span>{words.messageMay[wish.message]}</span>
        </p>
      )}
      {!mine && line.owner === null && (
        <Button appearance="primary" onClick={() => void store.act(line.id, 'claim', {})}>
          {words.takeCall}
        </Button>
      )}
      {mine && (
        <section aria-label={words.recordAttempt}>
          <h3>{words.recordAttempt}</h3>
          <p className="small">{words.personSeesAttempt}</p>
          <div className="row wrap">
            {ATTEMPT_RESULTS.map((result) => (
              <Button key={result} onClick={() => void store.act(line.id, 'attempts', { result })}>
                {words.attemptResults[result]}
              </Button>
            ))}
          </div>
        </section>
      )}
      <h3>{words.attempts}</h3>
      {view.attempts.length === 0 && <p>{words.noAttempts}</p>}
      <ul>
        {view.attempts.map((attempt) => (
          <li key={attempt.at}>
            {timeIn(attempt.at, me?.helpline.zone, language)} · {attempt.by} ·{' '}
            {words.attemptResults[attempt.result]}
          </li>
        ))}
      </ul>
      <Summary store={store} view={view} />
      {(mine || me?.role !== 'staff') && (
        <Outcomes
          title={words.closeTitle}
          store={store}
          choose={(outcome) => void store.act(line.id, 'close', { outcome })}
        />
      )}
    </div>
  );
}
