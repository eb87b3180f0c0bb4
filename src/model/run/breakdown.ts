// Where sessions are lost: on which network, and in which pool they are served. A run adds its losses up
// over both, and most runs are never asked; so one that is asked is done once more, and watched.

import { forEachCellLoss } from './forEachCellLoss.ts';
import { beginRun, type Run } from './run.ts';
import type { RunState } from './runState.ts';
import { step } from './step.ts';

/** Sessions a day that do not get through, by row of the run; role 1 is the target, role 0 everybody else. */
export interface Breakdown {
  /** At (row · 2 + role) · networks + network. */
  readonly lostOnNetwork: Float64Array;
  /** Of placements that stay where they are, at (row · 2 + role) · pools + pool. */
  readonly lostInPool: Float64Array;
  /** The placements that move at some time in the run; what each loses, at row · moved + index. */
  readonly moved: readonly number[];
  readonly lostOfMoved: Float64Array;
}

/** Takes as long as the run itself, and about as long again to add up each row. */
export function breakDown(run: Run): Breakdown {
  const { scenario, seed, plan, placed, tally } = run;
  const moved = [...new Set(run.hops.map(({ placement }) => placement))];
  const { pools } = plan.world;
  const found = {
    lostOnNetwork: new Float64Array(tally.rows * 2 * plan.cells.networks),
    lostInPool: new Float64Array(tally.rows * 2 * pools.ids.length),
    moved,
    lostOfMoved: new Float64Array(tally.rows * moved.length),
  };
  const indexOfMoved = new Int32Array(plan.world.placements.count).fill(-1);
  moved.forEach((placement, index) => {
    indexOfMoved[placement] = index;
  });
  const state = beginRun(scenario, seed, plan, placed);
  for (let tick = 0; tick < plan.ticks; tick++) {
    const rows = state.tally.rows;
    step(state, tick);
    if (state.tally.rows > rows) addRow(state, rows, found, indexOfMoved);
  }
  return found;
}

function addRow(
  state: RunState,
  row: number,
  { lostOnNetwork, lostInPool, moved, lostOfMoved }: Breakdown,
  indexOfMoved: Int32Array,
): void {
  const { world, roles, cells } = state.plan;
  const { serviceOfPlacement, poolOfPlacement } = world.placements;
  const pools = world.pools.ids.length;
  forEachCellLoss(state, (placement, network, lost) => {
    const role = row * 2 + roles.isTargetOfService[serviceOfPlacement[placement]!]!;
    lostOnNetwork[role * cells.networks + network]! += lost;
    const index = indexOfMoved[placement]!;
    if (index < 0) lostInPool[role * pools + poolOfPlacement[placement]!]! += lost;
    else lostOfMoved[row * moved.length + index]! += lost;
  });
}
