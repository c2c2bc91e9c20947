/** @jsxImportSource react */
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { CaseView } from '../../../domain/console.ts';
import type { ConsoleStore } from '../state/console-store.ts';
import { CallLater } from './call-later.tsx';
import { Opener } from './opener.tsx';
import { Outcomes } from './outcomes.tsx';
import { Window } from './window.tsx';

/** What can be done with a case, as far as one may. */
export function CaseActions({ store, view }: { store: ConsoleStore; view: CaseView }) {
  const { words, me, board } = store;
  const [asking, setAsking] = useState<'transfer' | 'close' | null>(null);
  if (!me) return null;
  const { id, state } = view;
  const mine = view.owner?.id === me.id;
  const joined = view.joined.some((one) => one.id === me.id);
  const supervisor = me.role !== 'staff';
  const chatting = state === 'claimed' || state === 'live' || state === 'quiet';
  const colleagues = board?.onDuty.filter((one) => one.id !== me.id && one.connected) ?? [];
  const putAway = () => setAsking(null);
  if (state === 'queued') {
    return (
      <div className="row wrap">
        <Button appearance="primary" onClick={() => void store.act(id, 'claim', {})}>
          {words.take}
        </Button>
      </div>
    );
  }
  if (!chatting) return null;
  return (
    <div className="row wrap">
      {mine && (
        <Button
          id="help-me"
          disabled={view.helpAsked}
          title={words.helpMeHint}
          onClick={() => void store.act(id, 'help', {})}
        >
          {words.helpMe}
        </Button>
      )}
      {supervisor && !mine && !joined && (
        <Button appearance="primary" onClick={() => void store.act(id, 'join', {})}>
          {words.joinChat}
        </Button>
      )}
      {joined && <Button onClick={() => void store.act(id, 'leave', {})}>{words.leaveChat}</Button>}
      {(mine || supervisor) && (
        <>
          <Opener onClick={() => setAsking('transfer')}>{words.transfer}</Opener>
          {mine && <CallLater store={store} view={view} />}
          <Button title={words.backToBotHint} onClick={() => void store.act(id, 'back-to-bot', {})}>
            {words.backToBot}
          </Button>
          <Opener onClick={() => setAsking('close')}>{words.close}</Opener>
        </>
      )}
      <Window
        title={words.transferTitle}
        closeLabel={words.cancel}
        open={asking === 'transfer'}
        close={putAway}
      >
        <p>{words.transferHint}</p>
        <div className="row wrap">
          <Button onClick={() => void store.act(id, 'transfer', { to: null }).then(putAway)}>
            {words.toQueue}
          </Button>
          {colleagues.map((colleague) => (
            <Button
              key={colleague.id}
              onClick={() => void store.act(id, 'transfer', { to: colleague.id }).then(putAway)}
            >
              {colleague.name} ({words.duty[colleague.duty]})
            </Button>
          ))}
        </div>
      </Window>
      <Window title={words.closeTitle} closeLabel={words.cancel} open={asking === 'close'} close={putAway}>
        <Outcomes
          store={store}
          title={words.closeTitle}
          choose={(outcome) => void store.act(id, 'close', { outcome }).then(putAway)}
        />
      </Window>
    </div>
  );
}
