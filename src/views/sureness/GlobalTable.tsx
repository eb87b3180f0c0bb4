// The table of Morris’s or Sobol’s method.
import type { Answer } from '../../store/studyDesk.ts';
import { metricOf } from './figures.ts';
import { layoutGlobal } from './globalRows.ts';
import type { Influence, InfluenceQuestion } from './influence.ts';

export function GlobalTable({
  answer: { question, result },
}: {
  answer: Answer<InfluenceQuestion, Influence>;
}) {
  const metric = metricOf(question.metric);
  const { columns, note, rows } = layoutGlobal(result, metric);
  return (
    <>
      <p className="small soft">
        “{metric.title}”. {note}
      </p>
      <div className="sure-table">
        <table className="small">
          <thead>
            <tr>
              <th scope="col">Input</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, title, cells }) => (
              <tr key={id}>
                <th scope="row">{title}</th>
                {cells.map((cell, index) => (
                  <td key={columns[index]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
