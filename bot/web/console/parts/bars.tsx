/** @jsxImportSource react */

interface BarsProps {
  title: string;
  rows: readonly { label: string; count: number | null }[];
  /** A count as it is written. */
  counted: (count: number | null) => string;
}

/** A bar for each count, as a table: what is drawn can be read aloud, and nothing is in colour alone. */
export function Bars({ title, rows, counted }: BarsProps) {
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
            <td className="number">{counted(row.count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
