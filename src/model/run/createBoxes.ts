// The boxes of a stack before the first tick: none is in its window, and no factor has been worked out.

import type { PlacedWorld } from '../world/placeServices.ts';
import { noFactors } from './boxFactors.ts';
import { createBoxTables } from './boxTables.ts';
import { createBundles } from './bundles.ts';
import { createDuties } from './duties.ts';
import type { People } from './gatherPeople.ts';
import { loadKeyOf, OUT_OF_WINDOW } from './loadKey.ts';
import { createLooks } from './looks.ts';
import { createNetworkKinds } from './networkKinds.ts';
import type { Plan, RunState, StackEntry } from './runState.ts';
import { isWithoutEffect } from './withoutEffect.ts';

type BoxState = Pick<
  RunState,
  | 'boxes'
  | 'boxOfStrategy'
  | 'boxTables'
  | 'kinds'
  | 'duties'
  | 'looks'
  | 'bundles'
  | 'staleLooks'
  | 'factors'
  | 'inspectedOfBox'
  | 'strengthOfBox'
  | 'loadKey'
  | 'workedLoadKey'
>;

export function createBoxes(
  { plan, placed, stack }: { plan: Plan; placed: PlacedWorld; stack: readonly StackEntry[] },
  people: People,
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
  const boxTables = createBoxTables(
    world,
    boxes,
    stack.map(({ run }) => run),
  );
  const effects = running.map(
    ({ strategy }, box) => !isWithoutEffect(stack[strategy]!, strategy, box, boxTables),
  );
  const looks = createLooks({ ...{ world, placed, boxes, disguised }, hasEffect: effects });
  const kinds = createNetworkKinds(stack, boxOfStrategy, boxTables, cells.networks);
  const inspectedOfBox = new Float64Array(boxes.length).fill(OUT_OF_WINDOW);
  const strengthOfBox = new Float64Array(boxes.length).fill(1);
  const idleKey = loadKeyOf(inspectedOfBox, strengthOfBox);
  return {
    boxes: running,
    boxOfStrategy,
    boxTables,
    kinds,
    duties: createDuties(kinds.count, strategies, boxTables.protocols),
    looks,
    bundles: createBundles(world, looks.lookOfPlacement),
    staleLooks: new Set(),
    factors: noFactors(looks.count * kinds.count, strategies),
    inspectedOfBox,
    strengthOfBox,
    // Cells of zero losses are right as long as no list and no box is at work.
    loadKey: idleKey,
    workedLoadKey: idleKey,
  };
}
