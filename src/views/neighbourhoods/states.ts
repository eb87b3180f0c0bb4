// What has become of a service, and of it at one of its addresses.
import {
  contains,
  HIT_SHARE,
  listedAt,
  lostShare,
  type Run,
  takenAtListed,
} from '../../model/index.ts';
import { type ServiceState, stateOfLoss } from '../../scenario/words.ts';

/** `elsewhere`: the service is hit, but not at this address. */
export type DotState = ServiceState | 'elsewhere';

/** What has become of a service during a tick. */
export function stateOfService({ tally }: Run, tick: number, service: number): DotState {
  return stateOfLoss(lostShare(tally, tally.rowOfTick[tick] as number, service));
}

/**
 * What has become of each dot: that of its service, but where only lists take sessions, a dot on an
 * address where no list takes as much is spared itself. A box that looks at flows takes them at any address.
 */
export function statesOfDots(
  run: Run,
  tick: number,
  dots: readonly { readonly service: number; readonly address: number }[],
): DotState[] {
  const taken = takenByLists(run, tick);
  return dots.map(({ service, address }) => {
    const state = stateOfService(run, tick, service);
    const isSpared =
      state !== 'works' &&
      taken(service, address) < HIT_SHARE &&
      shareOfBoxes(run, tick, service) < HIT_SHARE;
    return isSpared ? 'elsewhere' : state;
  });
}

/** The largest share of a service's sessions at an address that a list takes there: all, where one drops. */
function takenByLists(run: Run, tick: number): (service: number, address: number) => number {
  const lists = run.stack.flatMap(({ run: one }, strategy) => {
    if (one.kind !== 'list') return [];
    const set = listedAt(run.listings, tick, (listing) => listing.strategy === strategy);
    return [{ strategy, set }];
  });
  return (service, address) =>
    lists.reduce(
      (most, { strategy, set }) =>
        contains(set, address) ? Math.max(most, takenAtListed(run, strategy, service)) : most,
      0,
    );
}

/** Share of a service's sessions that boxes take, not lists. */
function shareOfBoxes({ tally, stack }: Run, tick: number, service: number): number {
  const { strategies, services, lostOfRow, demandOfService } = tally;
  const at = ((tally.rowOfTick[tick] as number) * services + service) * strategies;
  return stack.reduce(
    (sum, { run: strategy }, s) =>
      strategy.kind === 'list'
        ? sum
        : sum + (lostOfRow[at + s] as number) / (demandOfService[service] as number),
    0,
  );
}

/** What has become of the target at each of these addresses: by a list there, or by boxes everywhere. */
export function statesOfTargets(
  run: Run,
  tick: number,
  dots: readonly { readonly service: number; readonly address: number }[],
): ServiceState[] {
  const taken = takenByLists(run, tick);
  return dots.map(({ service, address }) =>
    stateOfLoss(Math.max(taken(service, address), shareOfBoxes(run, tick, service))),
  );
}
