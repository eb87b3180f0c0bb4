// Why a service loses sessions at a moment: which strategy, and behind it which entries of the list.
import { lostShare } from '../metrics/tally.ts';
import { isListedAt, type Listing } from '../strategies/listingLog.ts';
import { addressesInUse } from './addressesInUse.ts';
import type { Run } from './run.ts';

export interface StrategyLoss {
  /** Position in the stack. */
  readonly strategy: number;
  /** Share of the service's sessions that it takes, 0 … 1. */
  readonly share: number;
  /** Its entries that cover addresses of the service, the one with most addresses first. */
  readonly entries: readonly { readonly listing: Listing; readonly addresses: number }[];
}

export interface Explanation {
  readonly lost: number;
  readonly addresses: number;
  /** Addresses on the list as it is published; networks apply it with their lag. */
  readonly listedAddresses: number;
  /** The strategies that take something, the largest first. */
  readonly losses: readonly StrategyLoss[];
}

export function explainService(run: Run, service: number, tick: number): Explanation {
  const { tally } = run;
  const row = tally.rowOfTick[tick]!;
  const addresses = addressesInUse(run, service, tick);
  const open = run.listings.filter((listing) => isListedAt(listing, tick));
  const covers = ({ first, last }: Listing, address: number) => first <= address && address <= last;
  const demand = tally.demandOfService[service]! || 1;
  const losses = run.stack.map((_, strategy) => ({
    strategy,
    share:
      tally.lostOfRow[(row * tally.services + service) * tally.strategies + strategy]! / demand,
    entries: open
      .filter((listing) => listing.strategy === strategy)
      .map((listing) => ({
        listing,
        addresses: addresses.filter((address) => covers(listing, address)).length,
      }))
      .filter((entry) => entry.addresses > 0)
      .sort((a, b) => b.addresses - a.addresses),
  }));
  return {
    lost: lostShare(tally, row, service),
    addresses: addresses.length,
    listedAddresses: addresses.filter((address) => open.some((listing) => covers(listing, address)))
      .length,
    losses: losses.filter((loss) => loss.share > 0).sort((a, b) => b.share - a.share),
  };
}
