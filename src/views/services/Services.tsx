// The list a newspaper would print: every service with what it loses, why, and since when.
import { useMemo, useState } from 'react';
import type { Run } from '../../model/index.ts';
import { strategiesInWords } from '../../scenario/lossWords.ts';
import { DOWN_LOSS, HIT_LOSS, percent } from '../../scenario/words.ts';
import { selectService } from '../../store/actions.ts';
import { usePage } from '../../store/state.ts';
import { TELEPHONE, useIsNarrow } from '../useIsNarrow.ts';
import { layoutServices, type ServiceRow, storyOfService } from './layout.ts';
import './services.css';

/** Where a row is a paragraph, fewer: what comes below must stay in reach. */
const FIRST_ROWS = { wide: 14, telephone: 5 } as const;
const STATE_WORDS = { works: 'works', hit: 'hit', down: 'down' } as const;

export function Services({ run, tick }: { run: Run; tick: number }) {
  const rows = useMemo(() => layoutServices(run, tick), [run, tick]);
  const [showAll, setShowAll] = useState(false);
  const [filter, setFilter] = useState('');
  const wanted = filter.trim().toLowerCase();
  const matching = rows.filter(({ name, category }) =>
    `${name} ${category}`.toLowerCase().includes(wanted),
  );
  const first = FIRST_ROWS[useIsNarrow(TELEPHONE) ? 'telephone' : 'wide'];
  const shown = showAll ? matching : matching.slice(0, first);
  const counts = { hit: 0, down: 0 };
  for (const { state, isTarget } of rows) if (!isTarget && state !== 'works') counts[state]++;
  return (
    <section className="services" aria-labelledby="services-title">
      <div className="services-head">
        <h2 id="services-title">
          Services <span className="soft">{stateCounts(counts)}</span>
        </h2>
        <label className="services-filter small">
          <span>Filter</span>
          <input
            className="field"
            type="search"
            value={filter}
            placeholder="name or kind"
            onChange={(event) => setFilter(event.target.value)}
          />
        </label>
      </div>
      <div className="services-table">
        <table>
          <thead>
            <tr>
              <th scope="col">Service</th>
              <th scope="col">Share of its sessions lost</th>
              <th scope="col">What takes them</th>
              <th scope="col">Since</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row key={row.service} run={run} tick={tick} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      {matching.length === 0 && (
        <p className="soft">No service has “{filter}” in its name or kind.</p>
      )}
      {matching.length > first && (
        <button type="button" className="button" onClick={() => setShowAll(!showAll)}>
          {showAll ? 'Show fewer' : `Show all ${matching.length}, the target included`}
        </button>
      )}
      <Strategies run={run} />
    </section>
  );
}

/** “24 others down: each loses half of its sessions or more; 62 hit: each loses 5 % or more”. */
function stateCounts({ hit, down }: Readonly<Record<'hit' | 'down', number>>): string {
  return (
    `${down} ${down === 1 ? 'other' : 'others'} down: each loses ${DOWN_LOSS} of its sessions or more; ` +
    `${hit} hit: each loses ${HIT_LOSS} or more`
  );
}

/** Only where there are several: of one, the scoreboard says it all. */
function Strategies({ run }: { run: Run }) {
  const lines = useMemo(() => strategiesInWords(run), [run]);
  if (lines.length === 0) return null;
  return (
    <div className="small">
      <p>Of the sessions over the whole period, simulated:</p>
      <ul className="services-strategies">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

function Row({ run, tick, row }: { run: Run; tick: number; row: ServiceRow }) {
  const { cause, since } = storyOfService(run, row, tick);
  const chosen = usePage(
    ({ selection }) => selection?.kind === 'service' && selection.service === row.service,
  );
  return (
    <tr className={chosen ? 'services-chosen' : ''}>
      <th scope="row">
        <button type="button" className="services-name" onClick={() => selectService(row.service)}>
          {row.name}
        </button>
        <span className="soft small">{row.isTarget ? 'the target' : row.category}</span>
      </th>
      <td>
        <span className={`services-state services-state-${row.state}`}>
          <i aria-hidden="true" /> {STATE_WORDS[row.state]}
        </span>
        <span className="services-bar" aria-hidden="true">
          <span
            className={row.isTarget ? 'services-bar-target' : ''}
            style={{ width: `${100 * row.lost}%` }}
          />
        </span>
        <strong>{percent(row.lost)}</strong>
      </td>
      <td className="services-cause small">{cause || <span className="soft">nothing</span>}</td>
      <td className="services-since small">{since}</td>
    </tr>
  );
}
