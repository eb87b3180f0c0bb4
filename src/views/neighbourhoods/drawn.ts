// Which pools are worth drawing in a run, and how much room each deserves.
import { countOverlap, type Run, setOfPrefixes, type World } from '../../model/index.ts';

export type AreaMode = 'addresses' | 'traffic';

/**
 * 1 for each pool in which anything can ever be seen: a named service, a long tail, an address that was
 * listed at some time, or one that the target moved to. The others are quiet.
 */
export function drawnPools({ plan, listings, hops }: Run): Uint8Array {
  const { pools, placements } = plan.world;
  const drawn = new Uint8Array(pools.ids.length);
  for (const pool of placements.poolOfPlacement) drawn[pool] = 1;
  const ever = setOfPrefixes([...listings, ...hops.map(({ to }) => ({ first: to, last: to }))]);
  pools.setOfPool.forEach((set, pool) => {
    if (!drawn[pool] && countOverlap(set, ever) > 0) drawn[pool] = 1;
  });
  return drawn;
}

/** What the area of a pool stands for: its addresses, or the sessions a day of all who live there. */
export function weightOfPools(world: World, mode: AreaMode): Float64Array {
  const { pools, placements, services } = world;
  if (mode === 'addresses') return pools.addressesOfPool;
  const sessions = new Float64Array(pools.ids.length);
  for (let p = 0; p < placements.count; p++) {
    const pool = placements.poolOfPlacement[p] as number;
    const service = placements.serviceOfPlacement[p] as number;
    const share = placements.shareOfPlacement[p] as number;
    sessions[pool] =
      (sessions[pool] as number) + share * (services.sessionsPerDayOfService[service] as number);
  }
  return sessions;
}
