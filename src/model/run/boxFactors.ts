// What the boxes of the stack do to each protocol, folded into one number per profile, network and
// strategy. A loss is then linear in the listed shares of a cell, and a list change never meets a protocol.
import { OUT_OF_WINDOW } from './loadKey.ts';
import type { RunState } from './runState.ts';

/** P(a flow is dropped by the box): what is inspected and flagged, and what overflows if that is dropped. */
function dropProbability(
  { box }: RunState['boxes'][number],
  protocol: number,
  network: number,
  inspected: number,
): number {
  const overflow = box.overflow === 'drop' ? 1 - inspected : 0;
  return box.coverage(network) * (inspected * box.flagged(protocol, network) + overflow);
}

/**
 * Fills, for each profile and network: `reach` of a list = share of the sessions that boxes before it
 * let through; `reach` of a box = share that reaches it and is dropped; `alone` = share that a box
 * would drop by itself; `through` = share that passes all boxes.
 */
export function fillBoxFactors(state: RunState): void {
  const { profiles, networks } = state.plan.world;
  const { reach, alone, through } = state.factors;
  const count = networks.ids.length;
  const strategies = state.stack.length;
  const boxOfStrategy = new Map(state.boxes.map((box, index) => [box.strategy, { box, index }]));
  reach.fill(0);
  alone.fill(0);
  through.fill(0);
  profiles.mixOfProfile.forEach((mix, profile) => {
    for (let network = 0; network < count; network++) {
      const cell = profile * count + network;
      mix.forEach((share, protocol) => {
        if (share === 0) return;
        let left = share;
        for (let s = 0; s < strategies; s++) {
          const at = cell * strategies + s;
          const found = boxOfStrategy.get(s);
          if (!found) {
            if (state.listOfStrategy[s]! >= 0) reach[at]! += left;
            continue;
          }
          const inspected = state.inspectedOfBox[found.index]!;
          const drop =
            inspected === OUT_OF_WINDOW
              ? 0
              : dropProbability(found.box, protocol, network, inspected);
          reach[at]! += left * drop;
          alone[at]! += share * drop;
          left *= 1 - drop;
        }
        through[cell]! += left;
      });
    }
  });
}
