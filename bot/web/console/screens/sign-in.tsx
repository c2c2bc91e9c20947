/** @jsxImportSource react */
import { Button, Field, Input } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { Language } from '../parts/language.tsx';
import type { ConsoleStore } from '../state/console-store.ts';

/** Signing in. What is wrong is said above the fields, and the name stays. */
export function SignInScreen({ store }: { store: ConsoleStore }) {
  const { words } = store;
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState(store.trouble);
  const [busy, setBusy] = useState(false);
  const go = (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem('');
    store.signIn(username, password).catch((error: unknown) => {
      setProblem(store.wordsFor(error));
      setPassword('');
      setBusy(false);
    });
  };
  return (
    <main className="card-page">
      <form className="card" onSubmit={go}>
        <h1>{words.signInTitle}</h1>
        <p className="error" role="alert">
          {problem}
        </p>
        <Field label={words.username} required>
          <Input
            value={username}
            autoComplete="username"
            autoCapitalize="none"
            onChange={(_, data) => setUsername(data.value)}
          />
        </Field>
        <Field label={words.password} required>
          <Input
            type="password"
            value={password}
            autoComplete="current-password"
            onChange={(_, data) => setPassword(data.value)}
          />
        </Field>
        <Button appearance="primary" type="submit" disabled={busy || username === '' || password === ''}>
          {words.signIn}
        </Button>
        <p className="small">{words.noAccount}</p>
        <Language store={store} />
      </form>
    </main>
  );
}
