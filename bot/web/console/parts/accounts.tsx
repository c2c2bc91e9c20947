/** @jsxImportSource react */
import { Button } from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import type { StaffLine } from '../../../domain/console.ts';
import { timeIn } from '../state/clock.ts';
import type { ConsoleStore } from '../state/console-store.ts';
import { AddColleague } from './add-colleague.tsx';
import { NewPassword } from './new-password.tsx';
import { RoleSelect } from './role-select.tsx';
import { Table } from './table.tsx';

/** Who has an account. Administrators change roles, give new passwords, close accounts and add colleagues. */
export function Accounts({ store, mayChange }: { store: ConsoleStore; mayChange: boolean }) {
  const { words, language, me } = store;
  const [staff, setStaff] = useState<StaffLine[]>([]);
  const [problem, setProblem] = useState('');
  const load = useCallback(() => {
    store.api.get<{ staff: StaffLine[] }>('staff').then(
      (answer) => setStaff(answer.staff),
      (error: unknown) => setProblem(store.wordsFor(error)),
    );
  }, [store]);
  useEffect(load, [load]);
  const change = async (id: string, what: object) => {
    try {
      await store.api.post(`staff/${id}`, what);
      setProblem('');
    } catch (error) {
      setProblem(store.wordsFor(error));
    }
    load();
  };
  return (
    <>
      <h3>{words.accounts}</h3>
      <p className="error" role="alert">
        {problem}
      </p>
      <Table heads={[words.name, words.username, words.role, words.lastSeen]} does={mayChange}>
        {staff.map((line) => (
          <tr key={line.id}>
            <th scope="row">{line.name}</th>
            <td>{line.username}</td>
            <td>
              {!line.active ? (
                words.closedAccount
              ) : mayChange ? (
                <RoleSelect
                  store={store}
                  aria-label={`${words.role}: ${line.name}`}
                  value={line.role}
                  change={(role) => void change(line.id, { role })}
                />
              ) : (
                words.roles[line.role]
              )}
            </td>
            <td>
              {line.lastSeen === undefined ? words.never : timeIn(line.lastSeen, me?.helpline.zone, language)}
            </td>
            {mayChange && (
              <td>
                <div className="row wrap">
                  {line.active && <NewPassword store={store} line={line} />}
                  <Button size="small" onClick={() => void change(line.id, { active: !line.active })}>
                    {line.active ? words.deactivate : words.activate}
                    <span className="unseen">: {line.name}</span>
                  </Button>
                </div>
              </td>
            )}
          </tr>
        ))}
      </Table>
      {mayChange && <AddColleague store={store} added={load} />}
    </>
  );
}
