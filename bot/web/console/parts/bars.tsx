/** @jsxImportSource react */
import type { ConsoleStore } from '../state/console-store.ts';

interface BarsProps {
  store: ConsoleStore;
  title: string;
  rows: readonly { label: string; count: number | null }[];
}

/** A bar for each count, as a table: what is drawn can be read aloud, and nothing is in colour alone. */
export function Bars({ store, title, rows }: BarsProps) {
  const { words } = store;
  const most = Math.max(5, ...rows.map((row) => row.count ?? 0));
  return (
    <table className="bars">
      <caption>{title}</caption>
      <tbody>
        {rows.map((row) => (
          <tr key={row.label}>
            <th scope="row">{row.label}</th>
            <td>
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect
                  x="0"
                  y="1"
                  height="8"
                  width={row.count === null ? 3 : (row.count / most) * 100}
                  className={row.count === null ? 'few' : 'bar'}
                />
              </svg>
            </td>
            <td className="number">{row.count ?? words.underFive}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
