// What the strategies of a stack answer, asked once and kept as columns: the loop calls none of them.
import { lostShareOfAction, type SessionNeed } from '../strategies/actionLoss.ts';
import type { Action, FlowBox, StrategyRun } from '../strategies/strategy.ts';
import type { World } from '../world/world.ts';

export interface BoxTables {
  readonly protocols: number;
  readonly strategies: number;
  /** Chance that an inspected flow is flagged, at box · protocols + protocol. */
  readonly flagged: Float64Array;
  /** Share of a network's flows that a box sees, at box · networks + network. */
  readonly coverage: Float64Array;
  /** Lost share of a session that is caught, or goes to a listed address, at (profile · protocols + protocol) · strategies + strategy. */
  readonly lost: Float64Array;
  readonly residualSeconds: Float64Array;
  /** Nothing is hampered: zeros, by strategy. */
  readonly unhampered: Float64Array;
  /** Working memory of boxFactors.ts: share of the flows that a box drops, at protocol · strategies + strategy; one value a protocol. */
  readonly drop: Float64Array;
  readonly hit: Float64Array;
  /** Working memory of boxFactors.ts and cellLosses.ts: one value a strategy. */
  readonly reach: Float64Array;
  readonly taken: Float64Array;
  readonly alone: Float64Array;
  readonly hampered: Float64Array;
}

export function createBoxTables(
  world: World,
  boxes: readonly FlowBox[],
  stack: readonly StrategyRun[],
): BoxTables {
  const strategies = stack.length;
  const protocols = world.protocols.ids.length;
  const networks = world.networks.ids.length;
  const profiles = world.profiles.ids.length;
  const tables: BoxTables = {
    ...{ protocols, strategies },
    flagged: new Float64Array(boxes.length * protocols),
    coverage: new Float64Array(boxes.length * networks),
    lost: new Float64Array(profiles * protocols * strategies),
    // Only what is dropped leaves its pair of client and server blocked.
    residualSeconds: Float64Array.from(boxes, ({ residualSeconds = 0, action }) =>
      action && action.kind !== 'drop' ? 0 : residualSeconds,
    ),
    unhampered: new Float64Array(strategies),
    drop: new Float64Array(protocols * strategies),
    hit: new Float64Array(protocols),
    reach: new Float64Array(strategies),
    taken: new Float64Array(strategies),
    alone: new Float64Array(strategies),
    hampered: new Float64Array(strategies),
  };
  boxes.forEach((box, index) => {
    askBox(tables, world, box, index);
  });
  stack.forEach((run, strategy) => {
    if (run.kind !== 'idle') askLosses(tables, world, run.action, strategy);
  });
  return tables;
}

function askBox(tables: BoxTables, { networks }: World, box: FlowBox, index: number): void {
  const { protocols, flagged, coverage } = tables;
  const count = networks.ids.length;
  for (let network = 0; network < count; network++) {
    const boxes = box.needsNoBox ? 1 : networks.boxesOfNetwork[network]!;
    coverage[index * count + network] = box.coverage(network) * boxes;
  }
  for (let protocol = 0; protocol < protocols; protocol++) {
    flagged[index * protocols + protocol] = box.flagged(protocol);
  }
}

function askLosses(
  { protocols, strategies, lost }: BoxTables,
  world: World,
  action: Action | undefined,
  strategy: number,
): void {
  for (let profile = 0; profile < world.profiles.ids.length; profile++) {
    for (let protocol = 0; protocol < protocols; protocol++) {
      const at = (profile * protocols + protocol) * strategies + strategy;
      lost[at] = action ? lostShareOfAction(action, needOf(world, profile, protocol)) : 1;
    }
  }
}

/** What a session of a profile needs over a protocol. */
export function needOf({ profiles }: World, profile: number, protocol: number): SessionNeed {
  return {
    kilobitsPerSecond: profiles.kilobitsPerSecondOfProfile[profile]![protocol]!,
    kilobytesPerConnection: profiles.kilobytesPerConnectionOfProfile[profile]![protocol]!,
  };
}
