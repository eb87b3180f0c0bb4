// Names above the providers and pools that have room for them; with each provider how much is listed.
import { percent } from '../../scenario/words.ts';
import type { Measure } from './captions.ts';
import type { PoolFacts } from './facts.ts';
import type { Layout } from './layout.ts';
import type { PlacedProvider } from './treemap.ts';

interface CaptionsProps {
  readonly layout: Layout;
  readonly facts: readonly PoolFacts[];
  readonly measureProvider: Measure;
  readonly measurePool: Measure;
}

export function Captions({ layout, facts, measureProvider, measurePool }: CaptionsProps) {
  return (
    <div className="nb-captions" aria-hidden="true">
      {layout.providers.map((placed) => {
        const { provider, caption, tile } = placed;
        if (caption === undefined) return null;
        const share = listedInWords(placed, facts);
        const room = tile.width - measureProvider(caption) - 12;
        return (
          <div
            key={provider}
            className="nb-provider"
            style={{ left: tile.x, top: tile.y, width: tile.width }}
          >
            <span className="nb-provider-name">{caption}</span>
            {share && measurePool(share) <= room && <span className="nb-share">{share}</span>}
          </div>
        );
      })}
      {layout.tiles.map(({ pool, caption, cells }) =>
        caption === undefined ? null : (
          <div
            key={pool}
            className="nb-pool"
            style={{ left: cells.x, top: cells.y, maxWidth: cells.width }}
          >
            {caption}
          </div>
        ),
      )}
    </div>
  );
}

function listedInWords({ pools }: PlacedProvider, facts: readonly PoolFacts[]): string | undefined {
  let listed = 0;
  let addresses = 0;
  for (const { pool } of pools) {
    listed += facts[pool]?.listed ?? 0;
    addresses += facts[pool]?.addresses ?? 0;
  }
  return listed === 0 ? undefined : `${percent(listed / addresses)} listed`;
}
