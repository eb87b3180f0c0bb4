// Those who answer a block other than by moving, before the first tick.
import type {
  Appeal,
  CountermeasureRun,
  Disguise,
  Drift,
  Tunnel,
} from '../countermeasures/countermeasure.ts';

/**
 * What tunnels make of a session that a strategy took: at (taker · networks + network) · strategies + blocker
 * the share that is lost to `taker` in the end; the rest is saved. At network · strategies + strategy: in
 * `kept` the share that is lost to anybody, in `alone` the same where that strategy is the only one.
 */
export interface TunnelFates {
  readonly fates: Float64Array;
  readonly kept: Float64Array;
  /** 1 for a strategy that takes tunnels of sessions which another one took, at network · strategies + strategy. */
  readonly isTaker: Uint8Array;
  readonly alone: Float64Array;
  /** Working memory: one value a strategy. */
  readonly spare: Float64Array;
  readonly taken: Float64Array;
}

/** Those who answer a block other than by moving. */
export interface People {
  readonly tunnels: readonly Tunnel[];
  readonly drifts: readonly Drift[];
  readonly disguises: readonly Disguise[];
  readonly appeals: readonly Appeal[];
  /** Users of tunnels and leavers by network, when they were last looked at: at one · networks + network. */
  readonly peopleOnNetwork: Float64Array;
  /** Share of each disguise in the last tick. */
  readonly shareOfDisguise: Float64Array;
  /** Services that people leave, or that have a tunnel of their own. */
  readonly special: readonly number[];
  /** What boxes do to the flows of each tunnel, at tunnel · kinds + kind of network: see tunnelFlows.ts. */
  readonly flowsOfTunnel: readonly {
    readonly takers: Float64Array;
    readonly alone: Float64Array;
  }[];
  /** The load of the boxes for which that holds. */
  followedLoadKey: string | undefined;
  /** Of all services, and of those with a tunnel of their own. */
  readonly fates: TunnelFates;
  readonly fatesOfSpecial: ReadonlyMap<number, TunnelFates>;
  /** Have people moved since the last count? */
  moved: boolean;
}

/** What people do, by kind. */
export function gatherPeople(
  answers: readonly CountermeasureRun[],
  networks: number,
  strategies: number,
): People {
  const tunnels = answers.filter((one) => one.kind === 'tunnel');
  const drifts = answers.filter((one) => one.kind === 'drift');
  const disguises = answers.filter((one) => one.kind === 'disguise');
  const own = tunnels.flatMap(({ onlyService }) => (onlyService === undefined ? [] : onlyService));
  return {
    tunnels,
    drifts,
    disguises,
    appeals: answers.filter((one) => one.kind === 'appeal'),
    peopleOnNetwork: new Float64Array((tunnels.length + drifts.length) * networks),
    shareOfDisguise: new Float64Array(disguises.length),
    special: [...new Set([...own, ...drifts.map(({ service }) => service)])],
    // Of each kind of network, of which there are no more than networks.
    flowsOfTunnel: Array.from({ length: tunnels.length * networks }, () => ({
      takers: new Float64Array(strategies * strategies),
      alone: new Float64Array(strategies),
    })),
    followedLoadKey: undefined,
    fates: tunnelFates(networks, strategies),
    fatesOfSpecial: new Map(own.map((service) => [service, tunnelFates(networks, strategies)])),
    moved: false,
  };
}

function tunnelFates(networks: number, strategies: number): TunnelFates {
  const blockers = networks * strategies;
  const fates = new Float64Array(strategies * blockers);
  // Nobody tries yet: what a strategy took stays lost to it.
  for (let at = 0; at < blockers; at++) fates[(at % strategies) * blockers + at] = 1;
  return {
    fates,
    kept: new Float64Array(blockers).fill(1),
    isTaker: new Uint8Array(blockers),
    alone: new Float64Array(blockers).fill(1),
    spare: new Float64Array(strategies),
    taken: new Float64Array(strategies),
  };
}
