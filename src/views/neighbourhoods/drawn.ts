// Which pools are worth drawing, which matter most, and how much room each deserves.
import {
  countOverlap,
  parsePrefix,
  type Run,
  type Scenario,
  setOfPrefixes,
  type World,
} from '../../model/index.ts';
import { servicesOfPools } from './facts.ts';

export type AreaMode = 'addresses' | 'traffic';

/** The part of a scenario that is the same for every stack and slider. */
export interface Told extends Pick<Scenario, 'ledgers' | 'countermeasures'> {
  readonly world: World;
}

/**
 * 1 for each pool in which the scenario lets expect something: a named service, a long tail, an address
 * on a documented list, one that is rented in answer to a block. What only some run touches is not
 * drawn: all runs of a scenario share one picture.
 */
export function drawnPools({ world, ledgers, countermeasures }: Told): Uint8Array {
  const { pools, placements } = world;
  const drawn = new Uint8Array(pools.ids.length);
  for (const pool of placements.poolOfPlacement) drawn[pool] = 1;
  documentedOfPools(world, ledgers).forEach((listed, pool) => {
    if (listed > 0) drawn[pool] = 1;
  });
  const named = textsIn(countermeasures.map(({ parameters }) => parameters));
  pools.ids.forEach((id, pool) => {
    if (named.has(id)) drawn[pool] = 1;
  });
  return drawn;
}

/**
 * How much each pool matters to the story, 0 … 1: the share of it that was ever on a documented list,
 * times the services that live there.
 */
export function concernOfPools({ world, ledgers }: Pick<Told, 'world' | 'ledgers'>): Float64Array {
  const documented = documentedOfPools(world, ledgers);
  const concern = Float64Array.from(servicesOfPools(world), (services, pool) => {
    const share = (documented[pool] as number) / (world.pools.addressesOfPool[pool] as number);
    return share * services.length;
  });
  const most = concern.reduce((a, b) => Math.max(a, b), 0);
  return most === 0 ? concern : concern.map((value) => value / most);
}

/** Addresses of each pool that any ledger of the scenario ever listed. */
function documentedOfPools({ pools }: World, ledgers: Told['ledgers']): Float64Array {
  const prefixes = Object.values(ledgers).flatMap((entries) =>
    entries.flatMap(({ prefix }) => {
      const parsed = parsePrefix(prefix);
      return parsed.ok ? [parsed.prefix] : [];
    }),
  );
  const ever = setOfPrefixes(prefixes);
  return Float64Array.from(pools.setOfPool, (set) => countOverlap(set, ever));
}

/** All texts anywhere in plain data: whatever a countermeasure calls its pools, they are among them. */
function textsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === 'string') found.add(value);
  else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) textsIn(part, found);
  }
  return found;
}

/** Pools that are not drawn though this run lists addresses in them; the most listed first. */
export function listedUndrawn({ plan, listings }: Run, drawn: Uint8Array): number[] {
  const ever = setOfPrefixes(listings);
  return plan.world.pools.setOfPool
    .map((set, pool) => ({ pool, listed: drawn[pool] ? 0 : countOverlap(set, ever) }))
    .filter(({ listed }) => listed > 0)
    .sort((a, b) => b.listed - a.listed)
    .map(({ pool }) => pool);
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
