/** @jsxImportSource react */
import { Button, Field, Input } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { firstHelpline, HelplineForm } from '../parts/helpline-form.tsx';
import { Language } from '../parts/language.tsx';
import type { ConsoleStore } from '../state/console-store.ts';

/** The first run: a helpline and its first administrator, on one page, with no file to edit. */
export function SetupScreen({ store }: { store: ConsoleStore }) {
  const { words } = store;
  const token = location.hash.slice(1);
  const [helpline, setHelpline] = useState(firstHelpline);
  const [administrator, setAdministrator] = useState({ name: '', username: '', password: '' });
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  if (token === '') {
    return (
      <main className="card-page">
        <div className="card">
          <h1>{words.setupTitle}</h1>
          <p>{words.setupNoToken}</p>
          {!store.needsSetup && <a href="/console">{words.signInTitle}</a>}
        </div>
      </main>
    );
  }
  const set = (what: Partial<typeof administrator>) => setAdministrator({ ...administrator, ...what });
  const go = (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem('');
    store.setUp({ token, helpline, administrator }).catch((error: unknown) => {
      setProblem(store.wordsFor(error));
      setBusy(false);
      window.scrollTo(0, 0);
    });
  };
  return (
    <main className="card-page">
      <form className="card wide" onSubmit={go}>
        <h1>{words.setupTitle}</h1>
        <p>{words.setupIntro}</p>
        <Language store={store} />
        <p className="error" role="alert">
          {problem}
        </p>
        <fieldset className="fields">
          <legend>{words.yourAccount}</legend>
          <p className="small">{words.yourAccountHint}</p>
          <Field label={words.displayName} required>
            <Input
              value={administrator.name}
              autoComplete="name"
              onChange={(_, data) => set({ name: data.value })}
            />
          </Field>
          <Field label={words.username} required>
            <Input
              value={administrator.username}
              autoComplete="username"
              autoCapitalize="none"
              onChange={(_, data) => set({ username: data.value })}
            />
          </Field>
          <Field label={words.password} hint={words.passwordHint} required>
            <Input
              type="password"
              autoComplete="new-password"
              value={administrator.password}
              onChange={(_, data) => set({ password: data.value })}
            />
          </Field>
        </fieldset>
        <HelplineForm store={store} value={helpline} change={setHelpline} />
        <Button appearance="primary" type="submit" disabled={busy || helpline.hours.length === 0}>
          {words.finishSetup}
        </Button>
      </form>
    </main>
  );
}
