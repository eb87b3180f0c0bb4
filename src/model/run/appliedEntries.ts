// Which entries stand behind what a service loses: each network applies the list as it stood a lag ago.
import { isListedAt, type Listing } from '../strategies/listingLog.ts';
import type { Run } from './run.ts';

/** An entry that covers addresses of a service, and is on the list or still applied by a network. */
export interface AppliedEntry {
  readonly listing: Listing;
  /** How many addresses of the service it covers. */
  readonly addresses: number;
  /** Is it on the list as it is published now? */
  readonly isListed: boolean;
  /** Networks that do not apply it yet, or, once it is off the list, still do. */
  readonly lateNetworks: readonly number[];
}

/** Hours that a network lags behind the list, in whole ticks, as the run takes them. */
export function lagHoursInTicks({ plan, placed }: Run, network: number): number {
  return lagTicks(placed.lagHoursOfNetwork[network]!, plan.tickHours) * plan.tickHours;
}

function lagTicks(hours: number, tickHours: number): number {
  return Math.round(hours / tickHours);
}

/** Does a network that enforces lists at all apply an entry during a tick? */
export function appliesEntry(run: Run, network: number, listing: Listing, tick: number): boolean {
  const { plan, placed } = run;
  const seen = tick - lagTicks(placed.lagHoursOfNetwork[network]!, plan.tickHours);
  return (
    seen >= 0 &&
    plan.world.networks.completenessOfNetwork[network]! > 0 &&
    isListedAt(listing, seen)
  );
}

export function covers({ first, last }: Listing, address: number): boolean {
  return first <= address && address <= last;
}

/**
 * Entries that are listed or still applied and cover some of the addresses: most addresses first, then
 * those that most networks apply as they stand.
 */
export function appliedEntries(
  run: Run,
  addresses: readonly number[],
  tick: number,
): AppliedEntry[] {
  const { completenessOfNetwork } = run.plan.world.networks;
  const networks = Array.from(completenessOfNetwork.keys()).filter(
    (network) => completenessOfNetwork[network]! > 0,
  );
  const longest = Math.max(0, ...networks.map((network) => lagHoursInTicks(run, network)));
  const oldest = tick - longest / run.plan.tickHours;
  return run.listings
    .filter(({ fromTick, untilTick }) => fromTick <= tick && oldest < untilTick)
    .map((listing) => ({
      listing,
      addresses: addresses.filter((address) => covers(listing, address)).length,
      isListed: isListedAt(listing, tick),
    }))
    .filter((entry) => entry.addresses > 0)
    .map((entry) => ({
      ...entry,
      lateNetworks: networks.filter(
        (network) => appliesEntry(run, network, entry.listing, tick) !== entry.isListed,
      ),
    }))
    .filter(({ isListed, lateNetworks }) => isListed || lateNetworks.length > 0)
    .sort((a, b) => b.addresses - a.addresses || a.lateNetworks.length - b.lateNetworks.length);
}
