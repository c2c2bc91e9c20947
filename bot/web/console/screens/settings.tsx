/** @jsxImportSource react */
import { Button, Spinner } from '@fluentui/react-components';
import { type FormEvent, useEffect, useState } from 'react';
import type { HelplineSettings } from '../../../domain/console.ts';
import { firstHelpline, HelplineForm } from '../parts/helpline-form.tsx';
import { ApiError } from '../state/api.ts';
import type { ConsoleStore } from '../state/console-store.ts';

/** The helpline's settings, for administrators. What a person is offered changes with the next question. */
export function SettingsScreen({ store }: { store: ConsoleStore }) {
  const { words } = store;
  const [settings, setSettings] = useState<HelplineSettings | null>(null);
  const [saved, setSaved] = useState(false);
  const [theirs, setTheirs] = useState(false);
  useEffect(() => {
    const begin = (known: HelplineSettings) => {
      setTheirs(known.says !== undefined);
      setSettings({ ...known, says: known.says ?? store.draftWords });
    };
    store.api.get<HelplineSettings>('settings').then(begin, (error: unknown) => {
      // Only where there is none yet is a new one begun: what could not be fetched must not be written over.
      if (error instanceof ApiError && error.status === 404) begin(firstHelpline());
      else store.failed(error);
    });
  }, [store]);
  if (settings === null) return <Spinner label={words.loading} />;
  const go = (event: FormEvent) => {
    event.preventDefault();
    setSaved(false);
    void store.saveSettings(settings).then(setSaved);
  };
  return (
    <form className="page" onSubmit={go}>
      <h2>{words.settings}</h2>
      <HelplineForm
        store={store}
        value={settings}
        theirs={theirs}
        change={(value) => {
          setSaved(false);
          setSettings(value);
        }}
      />
      <Button appearance="primary" type="submit">
        {words.save}
      </Button>
      <p role="status">{saved ? words.saved : ''}</p>
    </form>
  );
}
