// What has become of a service, and of it at one of its addresses.
import {
  contains,
  DOWN_SHARE,
  HIT_SHARE,
  listedAt,
  lostShare,
  type Run,
} from '../../model/index.ts';
import { stateOfLoss } from '../../scenario/words.ts';

/** `elsewhere`: the service is hit, but not at this address. */
export type DotState = 'works' | 'elsewhere' | 'hit' | 'down';

/** What has become of a service during a tick. */
export function stateOfService({ tally }: Run, tick: number, service: number): DotState {
  return stateOfLoss(lostShare(tally, tally.rowOfTick[tick] as number, service));
}

/**
 * What has become of each dot: that of its service, but where only lists take sessions, a dot on an
 * address that is not listed is spared itself. A box that looks at flows takes them at any address.
 */
export function statesOfDots(
  run: Run,
  tick: number,
  dots: readonly { readonly service: number; readonly address: number }[],
): DotState[] {
  const listed = listedAt(run.listings, tick);
  return dots.map(({ service, address }) => {
    const state = stateOfService(run, tick, service);
    const isSpared =
      state !== 'works' &&
      !contains(listed, address) &&
      shareOfBoxes(run, tick, service) < HIT_SHARE;
    return isSpared ? 'elsewhere' : state;
  });
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

/** Is the target stopped at each of these addresses: listed there, or mostly dropped by boxes everywhere? */
export function areStopped(
  run: Run,
  tick: number,
  dots: readonly { readonly service: number; readonly address: number }[],
): boolean[] {
  const listed = listedAt(run.listings, tick);
  return dots.map(
    ({ service, address }) =>
      contains(listed, address) || shareOfBoxes(run, tick, service) >= DOWN_SHARE,
  );
}
