/** @jsxImportSource react */
import { Button } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { HelplineSettings } from '../../../domain/console.ts';
import { AccountFields } from '../parts/account-fields.tsx';
import { firstHelpline, HelplineForm } from '../parts/helpline-form.tsx';
import { Language } from '../parts/language.tsx';
import type { ConsoleStore } from '../state/console-store.ts';

/** The first run: a helpline and its first administrator, on one page, with no file to edit. */
export function SetupScreen({ store }: { store: ConsoleStore }) {
  const { words } = store;
  const token = location.hash.slice(1);
  const [helpline, setHelpline] = useState<HelplineSettings>(() => ({
    ...firstHelpline(),
    says: store.draftWords,
  }));
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
          <AccountFields
            store={store}
            value={administrator}
            change={(what) => setAdministrator({ ...administrator, ...what })}
            own
            labels={{
              name: words.displayName,
              password: words.password,
              passwordHint: words.passwordHint,
            }}
          />
        </fieldset>
        <HelplineForm store={store} value={helpline} change={setHelpline} theirs={false} />
        <Button appearance="primary" type="submit" disabled={busy || helpline.hours.length === 0}>
          {words.finishSetup}
        </Button>
      </form>
    </main>
  );
}
