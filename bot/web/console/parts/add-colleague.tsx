/** @jsxImportSource react */
import { Button, Field } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { Role } from '../../../domain/console.ts';
import type { ConsoleStore } from '../state/console-store.ts';
import { AccountFields } from './account-fields.tsx';
import { RoleSelect } from './role-select.tsx';

const NOBODY = { name: '', username: '', role: 'staff' as Role, password: '' };

/** A colleague gets an account and a first password. */
export function AddColleague({ store, added }: { store: ConsoleStore; added: () => void }) {
  const { words, language } = store;
  const [given, setGiven] = useState(NOBODY);
  const [told, setTold] = useState('');
  const [problem, setProblem] = useState('');
  const set = (what: Partial<typeof given>) => setGiven({ ...given, ...what });
  const add = async () => {
    setTold('');
    setProblem('');
    try {
      await store.api.post('staff', { ...given, language });
    } catch (error) {
      setProblem(store.wordsFor(error));
      return;
    }
    setTold(words.added(given.name));
    setGiven(NOBODY);
    added();
  };
  const go = (event: FormEvent) => {
    event.preventDefault();
    void add();
  };
  return (
    <form className="fields" onSubmit={go}>
      <h3>{words.addColleague}</h3>
      <p className="error" role="alert">
        {problem}
      </p>
      <p role="status">{told}</p>
      <AccountFields
        store={store}
        value={given}
        change={set}
        labels={{
          name: words.colleagueName,
          password: words.firstPassword,
          passwordHint: `${words.passwordHint} ${words.firstPasswordHint}`,
        }}
      >
        <Field label={words.role}>
          <RoleSelect store={store} value={given.role} change={(role) => set({ role })} />
        </Field>
      </AccountFields>
      <Button appearance="primary" type="submit">
        {words.addColleague}
      </Button>
    </form>
  );
}
