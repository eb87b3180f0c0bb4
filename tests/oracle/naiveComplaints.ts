// Who complains of what: the bystander sessions that lists took in the last tick, told address by address.
import type { Appeal } from '../../src/model/countermeasures/countermeasure.ts';
import { type Block, countShared, holds } from './blocks.ts';
import { type Account, type Accounts, sumOf } from './naiveAccounts.ts';
import type { FlowClass } from './naiveClasses.ts';
import type { NaiveNetwork, NaivePlacement, NaiveService, NaiveWorld } from './naiveWorld.ts';

/** Complaints a day about what an entry holds. */
export type About = (entry: Block) => number;

/** What a placement lost to lists in a tick, and where it was then. */
interface Loss {
  readonly placement: NaivePlacement;
  readonly addresses: readonly number[];
  /** A day, if all its hours were like the tick. */
  readonly sessions: number;
}

/** All losses of a tick, and the blocks that were listed in it: kept for the next one. */
export interface Losses {
  readonly ofPlacements: readonly Loss[];
  readonly listed: readonly Block[];
}

export const noLosses: Losses = { ofPlacements: [], listed: [] };

/**
 * @param accounts after tunnels and leaving: they say what part of what was lost still is
 * @param isList by strategy
 * @param listed the widest blocks of all lists
 */
export function lossesOf(
  classes: readonly FlowClass[],
  accounts: Accounts,
  { services, networks }: NaiveWorld,
  isList: readonly boolean[],
  listed: readonly Block[],
): Losses {
  const places = new Map<NaivePlacement, { addresses: readonly number[]; sessions: number }>();
  for (const { service, network, placement, flows, lost } of classes) {
    const { isTarget, sessionsPerDay } = services[service] as NaiveService;
    // The target's users do not complain to those who block it.
    if (isTarget) continue;
    const loss = places.get(placement) ?? { addresses: [...flows.addresses], sessions: 0 };
    places.set(placement, loss);
    const account = accounts[service]?.[network] as Account;
    const daily = sessionsPerDay * (networks[network] as NaiveNetwork).share;
    const toLists = sumOf(lost.filter((_, strategy) => isList[strategy]));
    loss.sessions += daily * toLists * account.stillLost;
  }
  return { ofPlacements: [...places].map(([placement, one]) => ({ placement, ...one })), listed };
}

/** @param appeals those in force in the tick in which the office is told */
export function complaintsAbout(
  { ofPlacements, listed }: Losses,
  appeals: readonly Appeal[],
): About {
  const perSession = appeals.reduce((sum, { perLostSession }) => sum + perLostSession, 0);
  return (entry) =>
    perSession * ofPlacements.reduce((sum, loss) => sum + behind(loss, listed, entry), 0);
}

/** The sessions lost behind the part of a placement's listed addresses, or space, that an entry holds. */
function behind({ placement, addresses, sessions }: Loss, listed: readonly Block[], entry: Block) {
  if (placement.isSpread) {
    const { blocks } = placement.pool;
    const inAll = countShared(blocks, listed);
    return inAll === 0 ? 0 : (sessions * countShared(blocks, [entry])) / inAll;
  }
  const all = addresses.filter((address) => listed.some((block) => holds(block, address)));
  const own = all.filter((address) => holds(entry, address));
  return all.length === 0 ? 0 : (sessions * own.length) / all.length;
}
