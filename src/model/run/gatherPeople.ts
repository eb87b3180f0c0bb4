// Those who answer a block other than by moving, before the first tick.
import type { CountermeasureRun } from '../countermeasures/countermeasure.ts';
import type { People, TunnelFates } from './runState.ts';

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
