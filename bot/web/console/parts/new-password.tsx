/** @jsxImportSource react */
import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { StaffLine } from '../../../domain/console.ts';
import type { ConsoleStore } from '../state/console-store.ts';
import { Opener } from './opener.tsx';
import { FormWindow } from './window.tsx';

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
  return (
    <>
      <Opener size="small" onClick={() => setOpen(true)}>
        {words.newPassword}
        <span className="unseen">: {line.name}</span>
      </Opener>
      <FormWindow
        id="new-password"
        title={`${words.newPassword}: ${line.name}`}
        submitLabel={words.save}
        submit={() => void save()}
        closeLabel={words.cancel}
        open={open}
        close={close}
      >
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
      </FormWindow>
    </>
  );
}
