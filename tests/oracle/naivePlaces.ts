// By network and by pool: each placement has an account of its own, and goes the way of its service.
import { type Block, holds } from './blocks.ts';
import {
  type Account,
  type Accounts,
  add,
  emptyAccount,
  loseWith,
  sumOf,
} from './naiveAccounts.ts';
import type { FlowClass } from './naiveClasses.ts';
import type { Fleet } from './naiveHopping.ts';
import { find, type NaivePlacement, type NaiveWorld } from './naiveWorld.ts';

/** The account of one placement on one network, as shares of the sessions of its service there. */
export interface Part {
  readonly service: number;
  readonly placement: NaivePlacement;
  readonly network: number;
  readonly account: Account;
}

/** Sessions of a tick, of everybody else and of the target. */
export interface PlaceCount {
  demand: number;
  lost: number;
  targetDemand: number;
  targetLost: number;
}

export interface NaivePlaces {
  readonly networks: readonly PlaceCount[];
  readonly pools: readonly PlaceCount[];
}

/** @param accounts of the services, after what they need and before anybody answers */
export function partsOf(
  { services, networks }: NaiveWorld,
  classes: readonly FlowClass[],
  accounts: Accounts,
  strategies: number,
): Part[] {
  const flowsOf = new Map<NaivePlacement, FlowClass[]>();
  for (const flow of classes) {
    flowsOf.set(flow.placement, [...(flowsOf.get(flow.placement) ?? []), flow]);
  }
  return services.flatMap(({ placements, needs }, service) =>
    placements.flatMap((placement) =>
      networks.map((_, network): Part => {
        const account = emptyAccount(strategies);
        for (const flow of flowsOf.get(placement) ?? []) {
          if (flow.network !== network) continue;
          account.through += flow.through;
          flow.lost.forEach((lost, s) => {
            add(account.lost, s, lost);
          });
        }
        for (const need of needs) {
          const needed = services.indexOf(find(services, need.service));
          loseWith(account, accounts[needed]?.[network] as Account, need.criticality);
        }
        return { service, placement, network, account };
      }),
    ),
  );
}

export function countPlaces(
  parts: readonly Part[],
  { services, networks, pools }: NaiveWorld,
  fleetOf: ReadonlyMap<NaivePlacement, Fleet>,
  shareOfDay: number,
): NaivePlaces {
  const none = () => ({ demand: 0, lost: 0, targetDemand: 0, targetLost: 0 });
  const found = { networks: networks.map(none), pools: pools.map(none) };
  for (const { service, placement, network, account } of parts) {
    const { isTarget, sessionsPerDay } = services[service] as NaiveWorld['services'][number];
    const sessions = sessionsPerDay * (networks[network]?.share ?? 0) * shareOfDay;
    const demand = placement.share * sessions;
    const lost = (sumOf(account.lost) + account.left) * sessions;
    const count = (place: PlaceCount | undefined, part: number) => {
      if (!place) throw new Error('there is no such place');
      place[isTarget ? 'targetDemand' : 'demand'] += part * demand;
      place[isTarget ? 'targetLost' : 'lost'] += part * lost;
    };
    count(found.networks[network], 1);
    const home = pools.indexOf(placement.pool);
    const slots = fleetOf.get(placement)?.slots.map(({ address }) => address);
    const places = slots?.map((address) => poolAt(pools, address) ?? home) ?? [home];
    for (const place of places) count(found.pools[place], 1 / places.length);
  }
  return found;
}

function poolAt(
  pools: readonly { readonly blocks: readonly Block[] }[],
  address: number,
): number | undefined {
  const at = pools.findIndex(({ blocks }) => blocks.some((block) => holds(block, address)));
  return at < 0 ? undefined : at;
}
