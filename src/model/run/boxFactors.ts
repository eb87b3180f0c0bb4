// What the boxes of the stack do to each protocol, folded into one number per look, network and
// strategy. A loss is then linear in the listed shares of a cell, and a list change never meets a protocol.
import { exp } from '../exp.ts';
import { lostShareOfAction } from '../strategies/actionLoss.ts';
import type { Selection } from '../strategies/strategy.ts';
import { OUT_OF_WINDOW } from './loadKey.ts';
import type { Looks } from './looks.ts';
import type { RunState } from './runState.ts';

type RunningBox = RunState['boxes'][number];

/** What a box does in this tick; undefined when it is out of its window or not on the network. */
interface Duty {
  readonly box: RunningBox['box'];
  readonly index: number;
  readonly coverage: number;
  readonly inspected: number;
  readonly strength: number;
  /** Share of the flows that drops because the box cannot inspect it. */
  readonly overflow: number;
}

function dutyOf(state: RunState, strategy: number, network: number): Duty | undefined {
  const index = state.boxOfStrategy[strategy]!;
  if (index < 0 || !state.stack[strategy]!.appliesToNetwork[network]) return undefined;
  const inspected = state.inspectedOfBox[index]!;
  if (inspected === OUT_OF_WINDOW) return undefined;
  const { box } = state.boxes[index]!;
  const { boxesOfNetwork } = state.plan.world.networks;
  return {
    box,
    index,
    coverage: box.coverage(network) * (box.needsNoBox ? 1 : boxesOfNetwork[network]!),
    inspected,
    strength: state.strengthOfBox[index]!,
    overflow: box.overflow === 'drop' ? 1 - inspected : 0,
  };
}

/** Share of the flows of a protocol that a rule is about. */
function selected(
  selection: Selection | undefined,
  protocol: number,
  names: number,
  inside: number,
  spared: number,
): number {
  if (!selection) return 1;
  const named = names * (selection.seesName?.(protocol) ?? 0);
  if (selection.actsOn === 'others') return (1 - named) * (1 - inside);
  return (selection.matchesName ? named : 1) * (selection.ranges ? inside : 1) * (1 - spared);
}

/** g(π): share of the flows of a protocol that a box catches. */
function caught(
  { box, index, inspected, strength }: Duty,
  looks: Looks,
  look: number,
  protocol: number,
  network: number,
): number {
  const at = look * looks.boxes + index;
  const flagged = inspected * strength * box.flagged(protocol, network);
  const [names, inside, spared] = [looks.names[at]!, looks.inside[at]!, looks.spared[at]!];
  return flagged * selected(box.selection, protocol, names, inside, spared);
}

/** P: chance that a session meets a pair that an earlier one of its own has left blocked. */
function lingering(duty: Duty, looks: Looks, look: number, network: number): number {
  const seconds = duty.box.residualSeconds ?? 0;
  const rate = looks.ratePerSecondOfLook[look]!;
  if (seconds === 0 || rate === 0) return 0;
  let mean = 0;
  looks.mixOfLook[look]!.forEach((share, protocol) => {
    if (share > 0) mean += share * caught(duty, looks, look, protocol, network);
  });
  return 1 - exp(-rate * seconds * mean);
}

/** Works out the factors of one look on all networks. */
export function fillLook(state: RunState, look: number): void {
  const { looks, plan, factors, stack } = state;
  const { profiles, networks } = plan.world;
  const count = networks.ids.length;
  const strategies = stack.length;
  const profile = looks.profileOfLook[look]!;
  const kilobitsPerSecond = profiles.kilobitsPerSecondOfProfile[profile]!;
  const kilobytesPerConnection = profiles.kilobytesPerConnectionOfProfile[profile]!;
  const mix = looks.mixOfLook[look]!;
  const { reach, alone, through } = factors;
  for (let network = 0; network < count; network++) {
    const cell = look * count + network;
    reach.fill(0, cell * strategies, (cell + 1) * strategies);
    alone.fill(0, cell * strategies, (cell + 1) * strategies);
    through[cell] = 0;
    const duties = stack.map((_, strategy) => dutyOf(state, strategy, network));
    const pairs = duties.map((duty) => (duty ? lingering(duty, looks, look, network) : 0));
    for (let protocol = 0; protocol < mix.length; protocol++) {
      const share = mix[protocol]!;
      if (share === 0) continue;
      const needed = {
        kilobitsPerSecond: kilobitsPerSecond[protocol]!,
        kilobytesPerConnection: kilobytesPerConnection[protocol]!,
      };
      let left = share;
      for (let s = 0; s < strategies; s++) {
        const at = cell * strategies + s;
        const duty = duties[s];
        if (!duty) {
          if (state.listOfStrategy[s]! >= 0) reach[at]! += left;
          continue;
        }
        const hit = caught(duty, looks, look, protocol, network);
        const lost = duty.box.action ? lostShareOfAction(duty.box.action, needed) : 1;
        const pair = pairs[s]!;
        const drop = duty.coverage * (pair + (1 - pair) * (hit * lost + duty.overflow));
        reach[at]! += left * drop;
        alone[at]! += share * drop;
        left *= 1 - drop;
      }
      through[cell]! += left;
    }
  }
}

/**
 * T: chance that no box takes a tunnel's own flows. A tunnel shows no name, goes to no named range, and
 * is of no use as soon as a rule catches it, whatever the rule does.
 */
export function tunnelThrough(state: RunState, look: Float64Array, network: number): number {
  const duties = state.stack.flatMap((_, s) => dutyOf(state, s, network) ?? []);
  let through = 0;
  look.forEach((share, protocol) => {
    if (share === 0) return;
    let left = share;
    for (const { box, coverage, inspected, strength, overflow } of duties) {
      const flagged = inspected * strength * box.flagged(protocol, network);
      const hit = flagged * selected(box.selection, protocol, 0, 0, 0);
      left *= 1 - coverage * (hit + overflow);
    }
    through += left;
  });
  return through;
}
