/** @jsxImportSource react */
import { Spinner } from '@fluentui/react-components';
import { useEffect, useSyncExternalStore } from 'react';
import { Alarms } from './parts/alarms.tsx';
import { Header } from './parts/header.tsx';
import { NextStep } from './parts/next-step.tsx';
import { Shortcuts } from './parts/shortcuts.tsx';
import { Trouble } from './parts/trouble.tsx';
import { CallbacksScreen } from './screens/callbacks.tsx';
import { ChatsScreen } from './screens/chats.tsx';
import { InsightsScreen } from './screens/insights.tsx';
import { ReportsScreen } from './screens/reports.tsx';
import { SettingsScreen } from './screens/settings.tsx';
import { SetupScreen } from './screens/setup.tsx';
import { SignInScreen } from './screens/sign-in.tsx';
import { TeamScreen } from './screens/team.tsx';
import type { ConsoleStore } from './state/console-store.ts';

interface AppProps {
  store: ConsoleStore;
  dark: boolean;
  setDark: (dark: boolean) => void;
}

/** The whole console: who is signed in decides what there is, the address decides what is shown. */
export function App({ store, dark, setDark }: AppProps) {
  useSyncExternalStore(store.subscribe, store.version);
  const { me, words, path } = store;
  useEffect(() => {
    document.title = words.title;
    document.documentElement.lang = store.language;
    store.alarms.bell.named(words.title);
  }, [words, store]);

  if (me === undefined) return <Spinner className="whole" label={words.loading} />;
  if (path === '/console/setup' || (me === null && store.needsSetup)) return <SetupScreen store={store} />;
  if (me === null || store.board === undefined) return <SignInScreen store={store} />;
  return (
    <div className="frame">
      <Header store={store} dark={dark} setDark={setDark} />
      <Alarms store={store} />
      <Trouble store={store} />
      <NextStep store={store} />
      <main className="main" id="main">
        <Screen store={store} />
      </main>
      <Shortcuts store={store} />
    </div>
  );
}

function Screen({ store }: { store: ConsoleStore }) {
  switch (store.path) {
    case '/console/callbacks':
      return <CallbacksScreen store={store} />;
    case '/console/insights':
      return <InsightsScreen store={store} />;
    case '/console/team':
      return <TeamScreen store={store} />;
    case '/console/settings':
      return <SettingsScreen store={store} />;
    case '/console/reports':
      return <ReportsScreen store={store} />;
    default:
      return <ChatsScreen store={store} />;
  }
}
