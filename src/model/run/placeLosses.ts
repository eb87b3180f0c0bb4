// The losses of a run by network, pool and provider, over any stretch of its ticks.
import type { Breakdown } from './breakdown.ts';
import { addMoved, type Sums } from './movedLosses.ts';
import type { Run } from './run.ts';

/** Sessions over a stretch of ticks, of everybody else and of the target; lost is what did not get through. */
export interface PlaceLoss {
  readonly demand: number;
  readonly lost: number;
  readonly targetDemand: number;
  readonly targetLost: number;
}

export interface PlaceLosses {
  readonly networks: readonly PlaceLoss[];
  /** Sessions count where the addresses lie that serve them at the time. */
  readonly pools: readonly PlaceLoss[];
  readonly providers: readonly PlaceLoss[];
}

/** Sums over the ticks `from` … `until` − 1; each tick counts with its share of a day. */
export function placeLosses(
  run: Run,
  breakdown: Breakdown,
  from = 0,
  until = run.plan.ticks,
): PlaceLosses {
  const { networks: networkColumns, pools: poolColumns, providers } = run.plan.world;
  const networks = sums(networkColumns.ids.length);
  const pools = sums(poolColumns.ids.length);
  const days = daysBetween(run, from, until);
  addRows(networks.lost, breakdown.lostOnNetwork, days);
  addRows(pools.lost, breakdown.lostInPool, days);
  addDemand(run, breakdown, networks.demand, pools.demand, days);
  addMoved(run, breakdown, pools, from, until);
  const byPool = lossesOf(pools);
  return {
    networks: lossesOf(networks),
    pools: byPool,
    providers: providers.ids.map((_, provider) =>
      addUp(byPool.filter((_one, pool) => poolColumns.providerOfPool[pool] === provider)),
    ),
  };
}

function sums(places: number): Sums {
  return { demand: new Float64Array(2 * places), lost: new Float64Array(2 * places) };
}

/** Days' worth of traffic of each row between two ticks. */
function daysBetween({ tally }: Run, from: number, until: number): Float64Array {
  const days = new Float64Array(tally.rows);
  for (let tick = from; tick < until; tick++) {
    days[tally.rowOfTick[tick]!]! += tally.dayShareOfTick[tick]!;
  }
  return days;
}

function addRows(into: Float64Array, ofRow: Float64Array, days: Float64Array): void {
  days.forEach((weight, row) => {
    if (weight === 0) return;
    const at = row * into.length;
    for (let i = 0; i < into.length; i++) into[i]! += weight * ofRow[at + i]!;
  });
}

/** Of networks all demand; of pools that of the placements that never move. */
function addDemand(
  { plan }: Run,
  { moved }: Breakdown,
  onNetwork: Float64Array,
  inPool: Float64Array,
  days: Float64Array,
): void {
  const { serviceOfPlacement, poolOfPlacement, count } = plan.world.placements;
  const { networks, demandOfCell } = plan.cells;
  const isMoved = new Set(moved);
  const weight = days.reduce((sum, one) => sum + one, 0);
  for (let placement = 0; placement < count; placement++) {
    const role = plan.roles.isTargetOfService[serviceOfPlacement[placement]!]!;
    const pool = (role * inPool.length) / 2 + poolOfPlacement[placement]!;
    for (let network = 0; network < networks; network++) {
      const demand = weight * demandOfCell[network * count + placement]!;
      onNetwork[role * networks + network]! += demand;
      if (!isMoved.has(placement)) inPool[pool]! += demand;
    }
  }
}

function lossesOf({ demand, lost }: Sums): PlaceLoss[] {
  const places = demand.length / 2;
  return Array.from({ length: places }, (_, place) => ({
    demand: demand[place]!,
    lost: lost[place]!,
    targetDemand: demand[places + place]!,
    targetLost: lost[places + place]!,
  }));
}

function addUp(losses: readonly PlaceLoss[]): PlaceLoss {
  const sum = (key: keyof PlaceLoss) => losses.reduce((all, one) => all + one[key], 0);
  return {
    demand: sum('demand'),
    lost: sum('lost'),
    targetDemand: sum('targetDemand'),
    targetLost: sum('targetLost'),
  };
}
