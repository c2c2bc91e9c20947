/** @jsxImportSource react */
import { Field, Input } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ConsoleStore } from '../state/console-store.ts';

/** Who someone is at the console: the name that people read, the name to sign in with, a password. */
export interface NewAccount {
  name: string;
  username: string;
  password: string;
}

interface AccountFieldsProps {
  store: ConsoleStore;
  value: NewAccount;
  change: (what: Partial<NewAccount>) => void;
  /** One's own account, which the browser may fill in and keep. */
  own?: boolean;
  labels: { name: string; password: string; passwordHint: string };
  /** Further fields, before the password. */
  children?: ReactNode;
}

/** The fields of a new account, one's own or a colleague's. */
export function AccountFields({ store, value, change, own = false, labels, children }: AccountFieldsProps) {
  const { words } = store;
  return (
    <>
      <Field label={labels.name} required>
        <Input
          value={value.name}
          autoComplete={own ? 'name' : 'off'}
          onChange={(_, data) => change({ name: data.value })}
        />
      </Field>
      <Field label={words.username} required>
        <Input
          value={value.username}
          autoComplete={own ? 'username' : 'off'}
          autoCapitalize="none"
          onChange={(_, data) => change({ username: data.value })}
        />
      </Field>
      {children}
      <Field label={labels.password} hint={labels.passwordHint} required>
        <Input
          type="password"
          autoComplete="new-password"
          value={value.password}
          onChange={(_, data) => change({ password: data.value })}
        />
      </Field>
    </>
  );
}
