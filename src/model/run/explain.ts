// Why a service loses sessions at a moment: which strategy, and behind it which entries of the list.
import { fateOf, GONE, lostShare, SAVED, THROUGH_NEED } from '../metrics/tally.ts';
import { isListedAt, type Listing } from '../strategies/listingLog.ts';
import { addressesInUse, usedAddresses } from './addressesInUse.ts';
import { type AppliedEntry, appliedEntries, appliesEntry, covers } from './appliedEntries.ts';
import type { Run } from './run.ts';
import { takenAtListed } from './takenAtListed.ts';

export interface StrategyLoss {
  /** Position in the stack. */
  readonly strategy: number;
  /** Share of the service's sessions that it takes, 0 … 1. */
  readonly share: number;
  /** Its entries, listed or still applied, that cover addresses of the service, most addresses first. */
  readonly entries: readonly AppliedEntry[];
  /** Addresses of the service that these entries cover together. */
  readonly addresses: number;
}

export interface Explanation {
  readonly lost: number;
  readonly addresses: number;
  /** Addresses on the lists as they are published, all strategies together. */
  readonly listedAddresses: number;
  /** The strategies that take something, the largest first. */
  readonly losses: readonly StrategyLoss[];
  /** Shares of the sessions: lost through what the service needs (part of `lost`), got through by a
   * tunnel, and gone with people who left. */
  readonly throughNeed: number;
  readonly saved: number;
  readonly gone: number;
  /** What it needs and loses something now, the one that costs it most first. */
  readonly needs: readonly NeededLoss[];
}

export interface NeededLoss {
  readonly service: number;
  readonly criticality: number;
  /** Share of its own sessions that the needed service loses. */
  readonly lost: number;
}

export function explainService(run: Run, service: number, tick: number): Explanation {
  const { tally } = run;
  const row = tally.rowOfTick[tick]!;
  const addresses = addressesInUse(run, service, tick);
  const all = appliedEntries(run, addresses, tick);
  const countCovered = (entries: readonly AppliedEntry[]) =>
    addresses.filter((address) => entries.some(({ listing }) => covers(listing, address))).length;
  const demand = tally.demandOfService[service]! || 1;
  const losses = run.stack.map((_, strategy) => {
    const entries = all.filter(({ listing }) => listing.strategy === strategy);
    const at = (row * tally.services + service) * tally.strategies + strategy;
    const share = tally.lostOfRow[at]! / demand;
    return { strategy, share, entries, addresses: countCovered(entries) };
  });
  return {
    lost: lostShare(tally, row, service),
    addresses: addresses.length,
    listedAddresses: countCovered(all.filter(({ isListed }) => isListed)),
    losses: losses.filter((loss) => loss.share > 0).sort((x, y) => y.share - x.share),
    throughNeed: fateOf(tally, row, service, THROUGH_NEED) / demand,
    saved: fateOf(tally, row, service, SAVED) / demand,
    gone: fateOf(tally, row, service, GONE) / demand,
    needs: lostNeeds(run, service, row),
  };
}

function lostNeeds({ plan, tally }: Run, service: number, row: number): NeededLoss[] {
  return plan.world.services.needsOfService[service]!.map((need) => ({
    ...need,
    lost: lostShare(tally, row, need.service),
  }))
    .filter(({ lost }) => lost > 0)
    .sort((a, b) => b.lost * b.criticality - a.lost * a.criticality);
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
  /** Share of a session at a listed address that is lost, where lists let it answer. */
  readonly hampered?: number;
}

/** A loss below half of the share of listed addresses wants a reason. */
const LITTLE = 0.5;

/** Undefined when nothing is listed, or when the loss is what the listed share suggests. */
export function whyItWorks(run: Run, service: number, tick: number): Mercy | undefined {
  const { placements, profiles } = run.plan.world;
  const used = usedAddresses(run, service, tick);
  const open = run.listings.filter((listing) => isListedAt(listing, tick));
  const listed = used
    .map(({ address, placement }) => {
      const entries = open.filter((listing) => covers(listing, address));
      const taken = entries.map(({ strategy }) => takenAtListed(run, strategy, service));
      return { placement, entries, taken: Math.max(0, ...taken) };
    })
    .filter(({ entries }) => entries.length > 0);
  const lost = lostShare(run.tally, run.tally.rowOfTick[tick]!, service);
  if (listed.length === 0 || lost >= (LITTLE * listed.length) / used.length) return undefined;

  const applied = mean(listed.map(({ entries }) => appliedShare(run, entries, tick)));
  const oldest = Math.min(...listed.flatMap(({ entries }) => entries.map((one) => one.fromTick)));
  const hoursListed = (tick - oldest) * run.plan.tickHours;
  if (applied === 0) return { applied: { share: 0, hoursListed } };

  const countIn = (rows: readonly { placement: number }[], placement: number) =>
    rows.filter((row) => row.placement === placement).length;
  const hit = [...new Set(listed.map(({ placement }) => placement))];
  const carried = hit.reduce((sum, placement) => sum + placements.shareOfPlacement[placement]!, 0);
  // An address that is hampered answers, so that its clients try no other.
  const dead = listed.filter(({ taken }) => taken === 1);
  const tries = hit
    .filter((placement) => {
      const count = countIn(dead, placement);
      return count > 0 && count < countIn(used, placement);
    })
    .map((placement) => profiles.triesOfProfile[placements.profileOfPlacement[placement]!]!);
  const most = Math.max(1, ...tries);
  const enforced = enforcedShare(run);
  const hampered = mean(listed.map(({ taken }) => taken));
  return {
    ...(applied < LITTLE && { applied: { share: applied, hoursListed } }),
    ...(most > 1 && { tries: most }),
    ...(carried < LITTLE && { carried }),
    ...(enforced < LITTLE && { enforced }),
    ...(hampered < LITTLE && { hampered }),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Share of the users whose network applies one of the entries during a tick. */
function appliedShare(run: Run, entries: readonly Listing[], tick: number): number {
  const isApplied = (network: number) =>
    entries.some((listing) => appliesEntry(run, network, listing, tick));
  return run.plan.world.networks.shareOfNetwork.reduce(
    (sum, share, network) => sum + (isApplied(network) ? share : 0),
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
