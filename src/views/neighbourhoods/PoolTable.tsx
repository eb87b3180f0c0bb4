// The picture as a table: a row a pool, in the order of the picture.
import type { Run } from '../../model/index.ts';
import { count, percent } from '../../store/words.ts';
import type { PoolFacts } from './facts.ts';
import type { Layout } from './layout.ts';

interface PoolTableProps {
  readonly run: Run;
  readonly layout: Layout;
  readonly facts: readonly PoolFacts[];
}

export function PoolTable({ run, layout, facts }: PoolTableProps) {
  const { pools, providers } = run.plan.world;
  return (
    // Scrolls by itself, so the keyboard must be able to reach it.
    <section className="nb-table" aria-label="Pools as a table" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Provider</th>
            <th scope="col">Pool</th>
            <th scope="col">Addresses</th>
            <th scope="col">Listed</th>
            <th scope="col">Share</th>
            <th scope="col">Services</th>
            <th scope="col">Hit</th>
          </tr>
        </thead>
        <tbody>
          {layout.tiles.map(({ pool }) => {
            const row = facts[pool];
            if (!row) return null;
            return (
              <tr key={pool}>
                <td>{providers.names[pools.providerOfPool[pool] ?? 0]}</td>
                <th scope="row">{pools.titles[pool]}</th>
                <td>{count(row.addresses)}</td>
                <td>{count(row.listed)}</td>
                <td>{percent(row.listedShare)}</td>
                <td>{count(row.services)}</td>
                <td>{count(row.hit)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
