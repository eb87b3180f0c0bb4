// What is true of each pool during a tick: the figures behind sentences, captions and the table.
import { listedOfPools, type Run, type World } from '../../model/index.ts';
import { type DotState, stateOfService } from './states.ts';

export interface PoolFacts {
  readonly pool: number;
  readonly addresses: number;
  readonly listed: number;
  readonly listedShare: number;
  readonly services: number;
  /** Services that are hit but not down, and those that are down. */
  readonly hit: number;
  readonly down: number;
}

/** Named services of every pool, each once, the most used first. */
export function servicesOfPools({ pools, placements, services }: World): number[][] {
  const found: Set<number>[] = pools.ids.map(() => new Set());
  for (let p = 0; p < placements.count; p++) {
    const service = placements.serviceOfPlacement[p] as number;
    if (service < services.firstTail) {
      found[placements.poolOfPlacement[p] as number]?.add(service);
    }
  }
  return found.map((set) => mostUsedFirst([...set], services.sessionsPerDayOfService));
}

export function mostUsedFirst(services: number[], sessions: Float64Array): number[] {
  return services.sort((a, b) => (sessions[b] as number) - (sessions[a] as number) || a - b);
}

/** Figures of all pools, drawn or not. The target counts as a service, but neither as hit nor as down. */
export function factsOfPools(run: Run, tick: number): PoolFacts[] {
  const { world, roles } = run.plan;
  const listed = listedOfPools(run, tick);
  const countIn = (services: readonly number[], state: DotState) =>
    services.filter(
      (service) =>
        !roles.isTargetOfService[service] && stateOfService(run, tick, service) === state,
    ).length;
  return servicesOfPools(world).map((services, pool) => {
    const addresses = world.pools.addressesOfPool[pool] as number;
    return {
      pool,
      addresses,
      listed: listed[pool] as number,
      listedShare: (listed[pool] as number) / addresses,
      services: services.length,
      hit: countIn(services, 'hit'),
      down: countIn(services, 'down'),
    };
  });
}
