// Flow classes as rows: who, from where, how, over which network.
import type { Flows } from './naiveBoxes.ts';
import type { Fleet } from './naiveHopping.ts';
import type { NaivePlacement, NaiveWorld } from './naiveWorld.ts';

/** A row, and what becomes of it in this tick, as shares of the sessions of a service on a network. */
export interface FlowClass {
  readonly service: number;
  readonly placement: NaivePlacement;
  readonly protocol: number;
  readonly network: number;
  readonly flows: Flows;
  /** Does the profile name this protocol, or can the class only come to be by a disguise? */
  readonly isNamed: boolean;
  /** By strategy. */
  readonly lost: number[];
  readonly alone: number[];
  through: number;
}

/** From which protocol to which another one the flows of a service change. */
export interface Look {
  readonly service: number;
  readonly from: number;
  readonly to: number;
  /** The share of them that has changed in the tick. */
  share: number;
}

export function flowClasses(
  { services, networks }: NaiveWorld,
  protocols: readonly string[],
  fleetOf: ReadonlyMap<NaivePlacement, Fleet>,
  looks: readonly Look[],
  strategies: number,
): FlowClass[] {
  const zeros = () => Array.from({ length: strategies }, () => 0);
  return services.flatMap(({ sessionsPerUserDay, domains, placements }, service) =>
    placements.flatMap((placement) => {
      const named = Object.keys(placement.profile.mix);
      const taken = looks.filter((look) => look.service === service).map((look) => look.to);
      const all = new Set([...named.map((id) => protocols.indexOf(id)), ...taken]);
      const mix = protocols.map((id) => placement.profile.mix[id] ?? 0);
      return networks.flatMap((_, network) => {
        const flows: Flows = {
          ...{ placement, domains, sessionsPerUserDay, mix, protocols, network },
          get addresses() {
            const moved = fleetOf.get(placement)?.slots.map(({ address }) => address);
            return moved ?? placement.addresses;
          },
        };
        return [...all].map((protocol) => ({
          ...{ service, placement, protocol, network, flows },
          isNamed: named.includes(protocols[protocol] as string),
          lost: zeros(),
          alone: zeros(),
          through: 0,
        }));
      });
    }),
  );
}

/** What part of the sessions of its service on its network a row stands for. */
export function shareOfClass({ placement, flows, protocol }: FlowClass): number {
  return placement.share * (flows.mix[protocol] as number);
}

/** Gives the rows of a service the mix of its profile with some flows looking like others. */
export function disguise(
  classes: readonly FlowClass[],
  protocols: readonly string[],
  looks: readonly Look[],
): void {
  if (looks.length === 0) return;
  for (const { service, flows } of classes) {
    const own = looks.filter((look) => look.service === service);
    if (own.length === 0) continue;
    const mix = flows.mix as number[];
    const ofFile = protocols.map((id) => flows.placement.profile.mix[id] ?? 0);
    ofFile.forEach((part, protocol) => {
      const gone = own.filter(({ from }) => from === protocol);
      const came = own.filter(({ to }) => to === protocol);
      mix[protocol] =
        part -
        gone.reduce((sum, { share }) => sum + part * share, 0) +
        came.reduce((sum, { from, share }) => sum + (ofFile[from] as number) * share, 0);
    });
  }
}
