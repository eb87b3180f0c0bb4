// The picture as a table: a row a pool, in the order of the picture, then what is listed beside it.
import type { Run } from '../../model/index.ts';
import { DOWN_SHARE, HIT_SHARE } from '../../model/index.ts';
import { count, percent } from '../../scenario/words.ts';
import type { PoolFacts } from './facts.ts';
import type { Layout } from './layout.ts';

interface PoolTableProps {
  readonly run: Run;
  readonly layout: Layout;
  /** Pools that are not drawn, but listed in this run. */
  readonly undrawn: readonly number[];
  readonly facts: readonly PoolFacts[];
}

export function PoolTable({ run, layout, undrawn, facts }: PoolTableProps) {
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
            <th scope="col">Hit: lose {atLeast(HIT_SHARE)}</th>
            <th scope="col">Down: lose {atLeast(DOWN_SHARE)}</th>
          </tr>
        </thead>
        <tbody>
          {[...layout.tiles.map(({ pool }) => pool), ...undrawn].map((pool) => {
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
                <td>{count(row.down)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function atLeast(share: number): string {
  return `≥ ${Math.round(100 * share)} %`;
}
