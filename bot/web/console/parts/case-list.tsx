/** @jsxImportSource react */
import { Badge } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { CaseLine } from '../../../domain/console.ts';
import { hourIn } from '../state/clock.ts';
import type { ConsoleStore } from '../state/console-store.ts';
import { Elapsed } from './elapsed.tsx';
import { titleOf } from '../state/title-of.ts';

interface CaseListProps {
  store: ConsoleStore;
  title: string;
  lines: readonly CaseLine[];
  empty: ReactNode;
  /** Waiting people have a running clock. */
  waiting?: boolean;
}

/** A list of cases. Each says what the person wants, in the words they approved, and what to know at once. */
export function CaseList({ store, title, lines, empty, waiting = false }: CaseListProps) {
  return (
    <section className="list" aria-label={title}>
      <h2 className="list-title">
        {title} {lines.length > 0 && <span className="count">{lines.length}</span>}
      </h2>
      {lines.length === 0 ? (
        <div className="empty">{empty}</div>
      ) : (
        <ul>
          {lines.map((line) => (
            <li key={line.id}>
              <Line store={store} line={line} waiting={waiting} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Line({ store, line, waiting }: { store: ConsoleStore; line: CaseLine; waiting: boolean }) {
  const { words, me, language } = store;
  const to = `/console/case/${line.id}`;
  const here = store.path === to;
  return (
    <a
      href={to}
      className={here ? 'line here' : 'line'}
      {...(here ? { 'aria-current': 'true' as const } : {})}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey) return;
        event.preventDefault();
        store.go(to);
      }}
    >
      <span className="line-top">
        <span className="line-wants">{titleOf(line, words)}</span>
        {waiting && (
          <span className="clock">
            <span className="unseen">{words.waitsSince} </span>
            <Elapsed since={line.waitingSince} />
          </span>
        )}
      </span>
      <span className="line-facts">
        {!waiting && <span>{line.needsOutcome ? words.needsOutcome : words.states[line.state]}</span>}
        <span>{words.languages[line.language]}</span>
        {line.owner !== null && line.owner.id !== me?.id && <span>{words.withStaff(line.owner.name)}</span>}
        {line.safety !== null && (
          <Badge color="danger" appearance="tint">
            {words.safetyShown(
              words.safetyKinds[line.safety.kind],
              hourIn(line.safety.at, me?.helpline.zone, language),
            )}
          </Badge>
        )}
        {line.first && (
          <Badge color="warning" appearance="tint">
            {words.letDown}
          </Badge>
        )}
        {line.helpAsked && (
          <Badge color="important" appearance="tint">
            {words.helpAsked}
          </Badge>
        )}
        {line.unread > 0 && <Badge color="brand">{words.unread(line.unread)}</Badge>}
      </span>
    </a>
  );
}
