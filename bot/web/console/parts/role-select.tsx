/** @jsxImportSource react */
import { Select } from '@fluentui/react-components';
import { ROLES, type Role } from '../../../domain/console.ts';
import type { ConsoleStore } from '../state/console-store.ts';

interface RoleSelectProps {
  store: ConsoleStore;
  value: Role;
  change: (role: Role) => void;
  /** For where no label stands beside it. */
  'aria-label'?: string;
}

/** What someone may do at the console. */
export function RoleSelect({ store, value, change, ...given }: RoleSelectProps) {
  return (
    <Select {...given} value={value} onChange={(_, data) => change(data.value as Role)}>
      {ROLES.map((role) => (
        <option value={role} key={role}>
          {store.words.roles[role]}
        </option>
      ))}
    </Select>
  );
}
