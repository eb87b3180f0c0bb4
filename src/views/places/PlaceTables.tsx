// The tables of the places: shares lost by network and by provider, now and over the whole period.
import { useDeferredValue, useMemo, useState } from 'react';
import { breakDown, type Run } from '../../model/index.ts';
import { layoutPlaces, type PlaceFigures, type PlaceRow } from './layout.ts';

const FIRST_PROVIDERS = 10;

/** Worked out only while somebody looks, and after what is more urgent: it takes another run. */
export function PlaceTables(now: { run: Run; tick: number }) {
  const run = useDeferredValue(now.run);
  const tick = Math.min(now.tick, run.plan.ticks - 1);
  const breakdown = useMemo(() => breakDown(run), [run]);
  const { networks, providers } = useMemo(
    () => layoutPlaces(run, breakdown, tick),
    [run, breakdown, tick],
  );
  const [showAll, setShowAll] = useState(false);
  return (
    <>
      <p className="soft small">
        Shares of the sessions that do not get through, simulated: at the moment above, and over the
        whole period.
      </p>
      <PlaceTable title="Network" rows={networks} />
      {providers.length === 0 ? (
        <p className="soft">Nothing that a provider serves is lost in the whole period.</p>
      ) : (
        <PlaceTable
          title="Provider that serves them"
          rows={showAll ? providers : providers.slice(0, FIRST_PROVIDERS)}
        />
      )}
      {providers.length > FIRST_PROVIDERS && (
        <button type="button" className="button" onClick={() => setShowAll(!showAll)}>
          {showAll ? 'Show fewer providers' : `Show all ${providers.length} providers`}
        </button>
      )}
      <p className="soft small">
        A service counts where its addresses lie at the time; one that hops with an equal part at
        each of them. Providers from which nothing is lost are left out.
      </p>
    </>
  );
}

function PlaceTable({ title, rows }: { title: string; rows: readonly PlaceRow[] }) {
  return (
    <div className="places-table">
      <table>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {title}
            </th>
            <th scope="colgroup" colSpan={2}>
              Now
            </th>
            <th scope="colgroup" colSpan={2}>
              Whole period
            </th>
          </tr>
          <tr>
            <th scope="col">Target</th>
            <th scope="col">Others</th>
            <th scope="col">Target</th>
            <th scope="col">Others</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, title: name, note, now, period }) => (
            <tr key={id}>
              <th scope="row">
                {name} <span className="places-note soft small">{note}</span>
              </th>
              <Figures figures={now} />
              <Figures figures={period} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Figures({ figures: { target, others, length } }: { figures: PlaceFigures }) {
  return (
    <>
      <td>{target}</td>
      <td className="places-others">
        <span className="places-bar" aria-hidden="true">
          <span style={{ width: `${100 * length}%` }} />
        </span>
        {others}
      </td>
    </>
  );
}
