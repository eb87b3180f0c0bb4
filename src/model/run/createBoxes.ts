// The boxes of a stack before the first tick: none is in its window, and no factor has been worked out.

import type { PlacedWorld } from '../world/placeServices.ts';
import { createBoxTables } from './boxTables.ts';
import { loadKeyOf, OUT_OF_WINDOW } from './loadKey.ts';
import { createLooks, looksAtAddresses } from './looks.ts';
import type { People, Plan, RunState, StackEntry } from './runState.ts';

type BoxState = Pick<
  RunState,
  | 'boxes'
  | 'boxOfStrategy'
  | 'boxTables'
  | 'looks'
  | 'hasOwnLook'
  | 'staleLooks'
  | 'factors'
  | 'inspectedOfBox'
  | 'strengthOfBox'
  | 'loadKey'
  | 'workedLoadKey'
>;

/** @param canMove may placements come to stand at other addresses? */
export function createBoxes(
  { plan, placed, stack }: { plan: Plan; placed: PlacedWorld; stack: readonly StackEntry[] },
  people: People,
  canMove: boolean,
): BoxState {
  const { world, cells } = plan;
  const strategies = stack.length;
  const running = stack.flatMap(({ run }, strategy) =>
    run.kind === 'flow' ? [{ box: run, strategy }] : [],
  );
  const boxes = running.map(({ box }) => box);
  const boxOfStrategy = new Int32Array(strategies).fill(-1);
  running.forEach(({ strategy }, box) => {
    boxOfStrategy[strategy] = box;
  });
  const disguised = new Set(people.disguises.map(({ service }) => service));
  const looks = createLooks({ world, placed, boxes, disguised });
  // Each placement that moves may come to have a look of its own.
  const ownLooks = canMove && boxes.some(looksAtAddresses) ? world.placements.count : 0;
  const lookCells = (looks.count + ownLooks) * cells.networks;
  const inspectedOfBox = new Float64Array(boxes.length).fill(OUT_OF_WINDOW);
  const strengthOfBox = new Float64Array(boxes.length).fill(1);
  const idleKey = loadKeyOf(inspectedOfBox, strengthOfBox);
  return {
    boxes: running,
    boxOfStrategy,
    boxTables: createBoxTables(
      world,
      boxes,
      stack.map(({ run }) => run),
    ),
    looks,
    hasOwnLook: new Uint8Array(world.placements.count),
    staleLooks: new Set(),
    factors: {
      reach: new Float64Array(lookCells * strategies),
      alone: new Float64Array(lookCells * strategies),
      through: new Float64Array(lookCells),
      isChanged: new Uint8Array(lookCells),
    },
    inspectedOfBox,
    strengthOfBox,
    // Cells of zero losses are right as long as no list and no box is at work.
    loadKey: idleKey,
    workedLoadKey: idleKey,
  };
}
