/** @jsxImportSource react */
import { Button, Field, Input, Select } from '@fluentui/react-components';
import { type FormEvent, useCallback, useEffect, useState } from 'react';
import { ROLES, type Role, type StaffLine } from '../../../domain/console.ts';
import { timeIn } from '../state/clock.ts';
import type { ConsoleStore } from '../state/console-store.ts';
import { ChatSwitch } from '../parts/chat-switch.tsx';
import { Elapsed } from '../parts/elapsed.tsx';
import { NewPassword } from '../parts/new-password.tsx';

/** Who is on, how hard cases are shared, and who has an account. Nobody is ranked. */
export function TeamScreen({ store }: { store: ConsoleStore }) {
  const { words, board, me } = store;
  return (
    <section className="page">
      <h2>{words.team}</h2>
      <ChatSwitch store={store} />
      <h3>{words.onDuty}</h3>
      {board?.onDuty.length === 0 ? (
        <p className="empty">{words.nobodyOn}</p>
      ) : (
        <div className="scroll">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{words.name}</th>
                <th scope="col">{words.doing}</th>
                <th scope="col">{words.chats}</th>
                <th scope="col">{words.hardCases}</th>
                <th scope="col">{words.since}</th>
              </tr>
            </thead>
            <tbody>
              {board?.onDuty.map((line) => (
                <tr key={line.id}>
                  <th scope="row">{line.name}</th>
                  <td>{line.connected ? words.duty[line.duty] : words.duty.off}</td>
                  <td>{line.chats}</td>
                  <td>{line.hard}</td>
                  <td>
                    <Elapsed since={line.since} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <DebriefsOfOthers store={store} />
      <Accounts store={store} mayChange={me?.role === 'administrator'} />
    </section>
  );
}

/** Colleagues whom someone should look after. What happened is not told here. */
function DebriefsOfOthers({ store }: { store: ConsoleStore }) {
  const { words, board, me, language } = store;
  const open = board?.debriefsOfOthers ?? [];
  if (open.length === 0) return null;
  return (
    <section className="debrief" aria-labelledby="debriefs-title">
      <h3 id="debriefs-title">{words.debriefsOfOthers}</h3>
      <p>{words.debriefsOfOthersHint}</p>
      <ul>
        {open.map(({ name, since }) => (
          <li key={`${name} ${since}`}>
            <strong>{name}</strong>, {words.openSince(timeIn(since, me?.helpline.zone, language))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Accounts({ store, mayChange }: { store: ConsoleStore; mayChange: boolean }) {
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
      <div className="scroll">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.username}</th>
              <th scope="col">{words.role}</th>
              <th scope="col">{words.lastSeen}</th>
              {mayChange && <td />}
            </tr>
          </thead>
          <tbody>
            {staff.map((line) => (
              <tr key={line.id}>
                <th scope="row">{line.name}</th>
                <td>{line.username}</td>
                <td>
                  {mayChange && line.active ? (
                    <Select
                      aria-label={`${words.role}: ${line.name}`}
                      value={line.role}
                      onChange={(_, data) => void change(line.id, { role: data.value })}
                    >
                      {ROLES.map((role) => (
                        <option value={role} key={role}>
                          {words.roles[role]}
                        </option>
                      ))}
                    </Select>
                  ) : (
                    words.roles[line.role]
                  )}
                </td>
                <td>
                  {line.lastSeen === undefined
                    ? words.never
                    : timeIn(line.lastSeen, me?.helpline.zone, language)}
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
          </tbody>
        </table>
      </div>
      {mayChange && <AddColleague store={store} added={load} />}
    </>
  );
}

const NOBODY = { name: '', username: '', role: 'staff' as Role, password: '' };

function AddColleague({ store, added }: { store: ConsoleStore; added: () => void }) {
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
      <Field label={words.colleagueName} required>
        <Input value={given.name} onChange={(_, data) => set({ name: data.value })} />
      </Field>
      <Field label={words.username} required>
        <Input
          value={given.username}
          autoCapitalize="none"
          onChange={(_, data) => set({ username: data.value })}
        />
      </Field>
      <Field label={words.role}>
        <Select value={given.role} onChange={(_, data) => set({ role: data.value as Role })}>
          {ROLES.map((role) => (
            <option value={role} key={role}>
              {words.roles[role]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={words.firstPassword} hint={`${words.passwordHint} ${words.firstPasswordHint}`} required>
        <Input
          type="password"
          autoComplete="new-password"
          value={given.password}
          onChange={(_, data) => set({ password: data.value })}
        />
      </Field>
      <Button appearance="primary" type="submit">
        {words.addColleague}
      </Button>
    </form>
  );
}
