/** @jsxImportSource react */
import { Button, Field, Input } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { StaffLine } from '../../../domain/console.ts';
import type { ConsoleStore } from '../state/console-store.ts';
import { Opener } from './opener.tsx';
import { Window } from './window.tsx';

/** A new password for a colleague who forgot theirs, given by an administrator. */
export function NewPassword({ store, line }: { store: ConsoleStore; line: StaffLine }) {
  const { words } = store;
  const [open, setOpen] = useState(false);
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState('');
  const close = () => {
    setOpen(false);
    setPassword('');
    setProblem('');
  };
  const save = async () => {
    try {
      await store.api.post(`staff/${line.id}`, { password });
    } catch (error) {
      setProblem(store.wordsFor(error));
      return;
    }
    close();
  };
  const go = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  return (
    <>
      <Opener size="small" onClick={() => setOpen(true)}>
        {words.newPassword}
        <span className="unseen">: {line.name}</span>
      </Opener>
      <Window
        title={`${words.newPassword}: ${line.name}`}
        actions={
          <Button appearance="primary" type="submit" form="new-password">
            {words.save}
          </Button>
        }
        closeLabel={words.cancel}
        open={open}
        close={close}
      >
        <form id="new-password" className="plain-form" onSubmit={go}>
          <p className="error" role="alert">
            {problem}
          </p>
          <Field label={words.newPassword} hint={`${words.passwordHint} ${words.newPasswordHint}`} required>
            <Input
              type="password"
              autoComplete="new-password"
              value={password}
              onChange={(_, data) => setPassword(data.value)}
            />
          </Field>
        </form>
      </Window>
    </>
  );
}
