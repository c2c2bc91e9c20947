/** @jsxImportSource react */
import { Accounts } from '../parts/accounts.tsx';
import { ChatSwitch } from '../parts/chat-switch.tsx';
import { DebriefsOfOthers } from '../parts/debriefs-of-others.tsx';
import { OnDuty } from '../parts/on-duty.tsx';
import type { ConsoleStore } from '../state/console-store.ts';

/** Who is on, how hard cases are shared, who may need someone, and who has an account. Nobody is ranked. */
export function TeamScreen({ store }: { store: ConsoleStore }) {
  return (
    <section className="page">
      <h2>{store.words.team}</h2>
      <ChatSwitch store={store} />
      <OnDuty store={store} />
      <DebriefsOfOthers store={store} />
      <Accounts store={store} mayChange={store.me?.role === 'administrator'} />
    </section>
  );
}
