/** @jsxImportSource react */
import type { ConsoleStore } from '../state/console-store.ts';
import { Elapsed } from './elapsed.tsx';
import { Table } from './table.tsx';

/** Who is on, what they are doing, and how many hard chats each has. */
export function OnDuty({ store }: { store: ConsoleStore }) {
  const { words, board } = store;
  return (
    <>
      <h3>{words.onDuty}</h3>
      {board?.onDuty.length === 0 ? (
        <p className="empty">{words.nobodyOn}</p>
      ) : (
        <Table heads={[words.name, words.doing, words.chats, words.hardCases, words.since]}>
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
        </Table>
      )}
    </>
  );
}
