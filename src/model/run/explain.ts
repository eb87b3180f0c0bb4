// Why a service loses sessions at a moment: which strategy, and behind it which entries of the list.
import { lostShare } from '../metrics/tally.ts';
import { isListedAt, type Listing } from '../strategies/listingLog.ts';
import { addressesInUse, usedAddresses } from './addressesInUse.ts';
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

/** Why a service loses little although addresses of it are listed; each is given where it counts. */
export interface Mercy {
  /** Most addresses that a client tries; it fails only if all it tries are listed. */
  readonly tries?: number;
  /** Share of the users whose networks apply the entries already, and since when they are listed. */
  readonly applied?: { readonly share: number; readonly hoursListed: number };
  /** Share of a list that networks enforce, weighted by their users. */
  readonly enforced?: number;
  /** Share of the sessions that use the parts with listed addresses. */
  readonly carried?: number;
}

/** A loss below half of the share of listed addresses wants a reason. */
const LITTLE = 0.5;

/** Undefined when nothing is listed, or when the loss is what the listed share suggests. */
export function whyItWorks(run: Run, service: number, tick: number): Mercy | undefined {
  const { placements, profiles } = run.plan.world;
  const used = usedAddresses(run, service, tick);
  const open = run.listings.filter((listing) => isListedAt(listing, tick));
  const sinceOf = (address: number) =>
    open.reduce(
      (since, { first, last, fromTick }) =>
        first <= address && address <= last ? Math.min(since, fromTick) : since,
      Number.POSITIVE_INFINITY,
    );
  const listed = used
    .map(({ address, placement }) => ({ placement, since: sinceOf(address) }))
    .filter(({ since }) => since <= tick);
  const lost = lostShare(run.tally, run.tally.rowOfTick[tick]!, service);
  if (listed.length === 0 || lost >= (LITTLE * listed.length) / used.length) return undefined;

  const applied = mean(listed.map(({ since }) => appliedShare(run, since, tick)));
  const oldest = Math.min(...listed.map(({ since }) => since));
  const hoursListed = (tick - oldest) * run.plan.tickHours;
  if (applied === 0) return { applied: { share: 0, hoursListed } };

  const countIn = (rows: readonly { placement: number }[], placement: number) =>
    rows.filter((row) => row.placement === placement).length;
  const hit = [...new Set(listed.map(({ placement }) => placement))];
  const carried = hit.reduce((sum, placement) => sum + placements.shareOfPlacement[placement]!, 0);
  const tries = hit
    .filter((placement) => countIn(listed, placement) < countIn(used, placement))
    .map((placement) => profiles.triesOfProfile[placements.profileOfPlacement[placement]!]!);
  const most = Math.max(1, ...tries);
  const enforced = enforcedShare(run);
  return {
    ...(applied < LITTLE && { applied: { share: applied, hoursListed } }),
    ...(most > 1 && { tries: most }),
    ...(carried < LITTLE && { carried }),
    ...(enforced < LITTLE && { enforced }),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Share of the users whose network applies at a tick what was listed since another. */
function appliedShare({ plan, placed }: Run, since: number, tick: number): number {
  const { shareOfNetwork } = plan.world.networks;
  return placed.lagHoursOfNetwork.reduce(
    (sum, hours, network) =>
      sum + (since + Math.round(hours / plan.tickHours) <= tick ? shareOfNetwork[network]! : 0),
    0,
  );
}

function enforcedShare({ plan }: Run): number {
  const { shareOfNetwork, completenessOfNetwork } = plan.world.networks;
  return shareOfNetwork.reduce(
    (sum, share, network) => sum + share * completenessOfNetwork[network]!,
    0,
  );
}
