// The services list as rows: share lost, cause in words, since when.
import { explainService, hitSince, lostShare, momentOfTick, type Run } from '../../model/index.ts';
import { entriesInWords, partOfAddresses, strategyInWords } from '../../scenario/lossWords.ts';
import { momentInWords, type ServiceState, stateOfLoss } from '../../scenario/words.ts';

export interface ServiceRow {
  readonly service: number;
  readonly name: string;
  readonly category: string;
  readonly isTarget: boolean;
  readonly lost: number;
  readonly state: ServiceState;
}

/** What costs too much to work out for rows that nobody sees. */
export interface ServiceStory {
  readonly cause: string;
  readonly since: string;
}

const RANKS: Readonly<Record<ServiceState, number>> = { works: 0, hit: 1, down: 2 };

/** All named services: the target, then those that are down, then the others, by sessions lost. */
export function layoutServices(run: Run, tick: number): ServiceRow[] {
  const { tally, plan, scenario } = run;
  const { services } = plan.world;
  const row = tally.rowOfTick[tick] ?? 0;
  const titleOfCategory = new Map(scenario.world.categories.map(({ id, title }) => [id, title]));
  const order = Array.from({ length: services.firstTail }, (_, service) => ({
    service,
    lost: lostShare(tally, row, service),
    isTarget: tally.isTargetOfService[service] === 1,
    demand: tally.demandOfService[service] ?? 0,
  }));
  const rank = ({ isTarget, lost }: (typeof order)[number]) =>
    isTarget ? 3 : RANKS[stateOfLoss(lost)];
  order.sort(
    (a, b) => rank(b) - rank(a) || b.lost * b.demand - a.lost * a.demand || b.demand - a.demand,
  );
  return order.map(({ service, lost, isTarget }) => ({
    service,
    name: services.names[service] ?? '',
    category: titleOfCategory.get(services.categories[service] ?? '') ?? '',
    isTarget,
    lost,
    state: stateOfLoss(lost),
  }));
}

/** Why a service loses what it loses at a moment, and since when it has been hit. */
export function storyOfService(
  run: Run,
  { service, lost }: ServiceRow,
  tick: number,
): ServiceStory {
  return {
    cause: lost === 0 ? '' : causeInWords(run, service, tick),
    since: sinceInWords(run, service, tick),
  };
}

function sinceInWords(run: Run, service: number, tick: number): string {
  const since = hitSince(run, service, tick, 'current');
  return since === undefined ? '' : momentInWords(momentOfTick(run.plan, since));
}

/** “Address blocklist: 34.192.0.0/10 and 2 more entries (9 of 12 addresses)”; a box has no entries. */
function causeInWords(run: Run, service: number, tick: number): string {
  const { losses, addresses: all } = explainService(run, service, tick);
  return losses
    .map(({ strategy, entries, addresses }) => {
      const title = strategyInWords(run, strategy);
      if (entries.length === 0) return title;
      return `${title}: ${entriesInWords(run, entries)} (${partOfAddresses(addresses, all)})`;
    })
    .join('; ');
}
