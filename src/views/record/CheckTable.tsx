// Each published figure beside what the model says, with its error, its source and what it was used for.
import { useDeferredValue, useMemo } from 'react';
import { computeRun } from '../../store/compute.ts';
import { usePage } from '../../store/state.ts';
import { GoToHour } from '../GoToHour.tsx';
import { OriginNote } from '../OriginNote.tsx';
import type { PictureProps } from '../view.ts';
import { type CheckRow, layoutChecks } from './checks.ts';
import './record.css';

export function CheckTable({ run }: PictureProps) {
  const base = usePage((page) => page.base);
  // Facts about other stacks cost a run each: a slider that moves does not wait for them.
  const settled = useDeferredValue(run);
  const own = base?.stack ?? run.scenario.stack;
  const { stack, rows, summary } = useMemo(
    () => layoutChecks(settled, own, computeRun),
    [settled, own],
  );
  if (rows.length === 0) {
    return <p className="soft">No figure was published that this scenario could be held to.</p>;
  }
  return (
    <div className="record">
      <p>
        {summary}{' '}
        <span className="small soft">
          The model’s figures are those of “{stack}” with the settings on this page, unless a row
          names another. A check was not used to set the model, and can fail; calibration was used,
          or is decided by what was typed in, and that it fits proves nothing.
        </span>
      </p>
      <table className="record-table">
        <thead>
          <tr>
            <th scope="col">Published</th>
            <th scope="col">Reported</th>
            <th scope="col">Simulated</th>
            <th scope="col">Error</th>
            <th scope="col">Verdict</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <CheckLine key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const marks = { within: '✓', outside: '✗', 'no bounds': '–' } as const;

function CheckLine({ row }: { row: CheckRow }) {
  const { title, when, tick, role, stack, reported, accepted, simulated, error, verdict } = row;
  return (
    <tr>
      <th scope="row">
        <GoToHour tick={tick}>{title}</GoToHour>
        <span className="small soft record-line">
          {when}
          {stack !== undefined && `; “${stack}”`}
        </span>
        <span className="small record-line">
          {row.note !== undefined && `${row.note} `}
          <OriginNote origin={row.origin} />
        </span>
        {row.why !== undefined && (
          <span className="small record-line">
            <strong>Why:</strong> {row.why}
          </span>
        )}
      </th>
      <td data-label="Reported">
        <strong>{reported}</strong>
        {accepted !== undefined && (
          <span className="small soft record-line">accepted: {accepted}</span>
        )}
      </td>
      <td data-label="Simulated">
        <strong>{simulated}</strong>
      </td>
      <td data-label="Error" className="record-figure">
        {error}
      </td>
      <td data-label="Verdict" className={`record-verdict record-${verdict.replace(' ', '-')}`}>
        <span aria-hidden="true">{marks[verdict]}</span> {verdict}
        <span className="small soft record-line">{role}</span>
      </td>
    </tr>
  );
}
