// The table of the costs: figure, range, how it is worked out and from which inputs.
import { useMemo } from 'react';
import type { Run } from '../../model/index.ts';
import { type CostRow, layoutCosts } from './layout.ts';

/** Worked out only while somebody looks: a slider that moves makes a run a frame. */
export function CostTable({ run }: { run: Run }) {
  const table = useMemo(() => layoutCosts(run), [run]);
  if (!table) return <p className="soft">This world says nothing of its economy.</p>;
  return (
    <>
      <p className="soft small">
        Simulated, over the whole period, in {table.currency}. The rows measure the same harm in
        different ways and are not to be added. Below a figure: what follows when all its inputs are
        at their low ends, and at their high ends.
      </p>
      <div className="costs-table">
        <table>
          <thead>
            <tr>
              <th scope="col">Yardstick</th>
              <th scope="col">{table.currency}</th>
              <th scope="col">How, and what it is not good for</th>
            </tr>
          </thead>
          <tbody>{table.rows.map(costRow)}</tbody>
        </table>
      </div>
    </>
  );
}

function costRow({ id, title, figure, range, formula, limits, parts, inputs }: CostRow) {
  return (
    <tr key={id}>
      <th scope="row">{title}</th>
      <td className="costs-figure">
        <strong>{figure}</strong>
        <span className="soft small">{range}</span>
      </td>
      <td className="small">
        <p>{formula}</p>
        <p className="soft">{limits}</p>
        {parts.length > 0 && <p>{parts.join('; ')}</p>}
        <details>
          <summary>Inputs</summary>
          <ul>
            {inputs.map((input) => (
              <li key={input}>{input}</li>
            ))}
          </ul>
        </details>
      </td>
    </tr>
  );
}
