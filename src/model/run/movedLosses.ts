// The losses of those who move, pool by pool as they go.
import { poolOfAddress } from '../world/poolOfAddress.ts';
import type { Breakdown } from './breakdown.ts';
import type { Run } from './run.ts';

/** Sessions by place, at role · places + place; role 1 is the target. */
export interface Sums {
  readonly demand: Float64Array;
  readonly lost: Float64Array;
}

/**
 * Who moves counts where its addresses lie, each with an equal part of the sessions and of the losses: a
 * client that fails has tried several. An address that no pool holds counts to the pool of the file.
 */
export function addMoved(
  run: Run,
  { moved, lostOfMoved }: Breakdown,
  into: Sums,
  from: number,
  until: number,
): void {
  if (moved.length === 0) return;
  const { tally, plan } = run;
  const { serviceOfPlacement } = plan.world.placements;
  const pools = into.demand.length / 2;
  const demandOfMoved = moved.map((placement) => demandOf(run, placement));
  const firstPlace = moved.map(
    (placement) => pools * plan.roles.isTargetOfService[serviceOfPlacement[placement]!]!,
  );
  const poolsIn = followMoves(run, moved);
  for (let tick = from; tick < until; tick++) {
    const row = tally.rowOfTick[tick]! * moved.length;
    poolsIn(tick).forEach((poolOfSlot, index) => {
      const part = tally.dayShareOfTick[tick]! / poolOfSlot.length;
      for (let slot = 0; slot < poolOfSlot.length; slot++) {
        const place = firstPlace[index]! + poolOfSlot[slot]!;
        into.demand[place]! += part * demandOfMoved[index]!;
        into.lost[place]! += part * lostOfMoved[row + index]!;
      }
    });
  }
}

/** The pools of the addresses of each, after the moves of a tick; to be asked of one tick after the other. */
function followMoves(run: Run, moved: readonly number[]): (tick: number) => Uint32Array[] {
  const { plan, hops, placed } = run;
  const { poolOfPlacement } = plan.world.placements;
  const { firstSlotOfPlacement: first } = placed;
  const poolsOfMoved = moved.map((placement) =>
    new Uint32Array(first[placement + 1]! - first[placement]!).fill(poolOfPlacement[placement]!),
  );
  const indexOf = new Map(moved.map((placement, index) => [placement, index]));
  let next = 0;
  return (tick) => {
    for (; hops[next] && hops[next]!.tick <= tick; next++) {
      const { placement, slot, to } = hops[next]!;
      const pool = poolOfAddress(plan.world.pools, to) ?? poolOfPlacement[placement]!;
      poolsOfMoved[indexOf.get(placement)!]![slot] = pool;
    }
    return poolsOfMoved;
  };
}

/** Sessions a day of a placement on all networks. */
function demandOf({ plan }: Run, placement: number): number {
  const { networks, placements, demandOfCell } = plan.cells;
  let demand = 0;
  for (let k = 0; k < networks; k++) demand += demandOfCell[k * placements + placement]!;
  return demand;
}
