/** @jsxImportSource react */
import type { ReactNode } from 'react';

interface TableProps {
  heads: readonly string[];
  /** A last column without a head, for what can be done with a row. */
  does?: boolean;
  children: ReactNode;
}

/** A table that scrolls by itself on a narrow screen. */
export function Table({ heads, does = false, children }: TableProps) {
  return (
    <div className="scroll">
      <table className="table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col" key={head}>
                {head}
              </th>
            ))}
            {does && <td />}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
