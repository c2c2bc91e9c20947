/** @jsxImportSource react */
import { Button, Select, Switch } from '@fluentui/react-components';
import { useState } from 'react';
import { DUTIES, type Duty } from '../../../domain/console.ts';
import type { ConsoleStore } from '../state/console-store.ts';
import { chatsAtOnce } from '../state/chats-at-once.ts';
import { keep } from '../state/kept.ts';
import { CheckOut } from './check-out.tsx';
import { Language } from './language.tsx';
import { LinkState } from './link-state.tsx';
import { ProtocolButton } from './protocol.tsx';

interface HeaderProps {
  store: ConsoleStore;
  dark: boolean;
  setDark: (dark: boolean) => void;
}

/** What never goes away: where to, what I am doing, whether the line is good. */
export function Header({ store, dark, setDark }: HeaderProps) {
  const { words, me, board } = store;
  const [quiet, setQuiet] = useState(store.alarms.bell.silent);
  if (!me || board === undefined) return null;
  const waiting = board.queue.length;
  const calls = board.callbacks.length;
  const { has, limit, hard } = chatsAtOnce(board.mine, me);
  return (
    <header className="header">
      <div className="header-row">
        <h1 className="name">{me.helpline.name || words.title}</h1>
        <LinkState store={store} />
        <ProtocolButton store={store} />
        <details className="extras">
          <summary>{me.name}</summary>
          <div className="extras-row">
            <Language store={store} />
            <Switch checked={dark} onChange={(_, data) => setDark(data.checked)} label={words.theme} />
            <Switch
              checked={!quiet}
              onChange={(_, data) => {
                store.alarms.bell.silent = !data.checked;
                keep('sound', data.checked);
                setQuiet(!data.checked);
              }}
              label={words.sound}
            />
            <Button onClick={() => void store.signOut()}>{words.signOut}</Button>
          </div>
        </details>
      </div>
      <div className="header-row">
        <nav aria-label={words.nav} className="places">
          <Place store={store} to="/console" label={words.queue} count={waiting} />
          <Place store={store} to="/console/callbacks" label={words.callbacks} count={calls} />
          <Place store={store} to="/console/reports" label={words.reports} />
          {me.role !== 'staff' && (
            <Place
              store={store}
              to="/console/team"
              label={words.team}
              count={board.debriefsOfOthers.length}
            />
          )}
          {me.role !== 'staff' && <Place store={store} to="/console/insights" label={words.insights} />}
          {me.role === 'administrator' && (
            <Place store={store} to="/console/settings" label={words.settings} />
          )}
        </nav>
        <div className="mine-now">
          <label>
            {words.myDuty}{' '}
            <Select
              value={me.duty}
              onChange={(_, { value }) => void store.setDuty(value as Duty)}
              title={words.pauseHint}
            >
              {DUTIES.map((duty) => (
                <option value={duty} key={duty}>
                  {words.duty[duty]}
                </option>
              ))}
            </Select>
          </label>
          <span className="small limit">
            {words.limit(has, limit)}
            {hard && <span className="limit-why">{words.limitHard}</span>}
          </span>
          <CheckOut store={store} />
        </div>
      </div>
    </header>
  );
}

function Place({
  store,
  to,
  label,
  count = 0,
}: {
  store: ConsoleStore;
  to: string;
  label: string;
  count?: number;
}) {
  const here = store.path === to || (to === '/console' && store.path.startsWith('/console/case/'));
  return (
    <a
      href={to}
      className={here ? 'place here' : 'place'}
      {...(here ? { 'aria-current': 'page' as const } : {})}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        store.go(to);
      }}
    >
      {label}
      {count > 0 && <span className="count">{count}</span>}
    </a>
  );
}
