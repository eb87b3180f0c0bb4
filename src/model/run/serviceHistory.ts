// One service through a run: what it lost, to which strategy, and since when.
import { fateOf, GONE, HIT_SHARE, lostShare } from '../metrics/tally.ts';
import type { Run } from './run.ts';

export interface ServiceTotals {
  /** Sessions over the whole run, unblocked and lost. */
  readonly demand: number;
  readonly lost: number;
  /** Of the lost ones: those of people who had left. */
  readonly gone: number;
  /** Sessions lost to each strategy of the stack. */
  readonly lostByStrategy: readonly number[];
  /** First tick in which it loses at least 5 % of its sessions; undefined: never. */
  readonly hitAtTick: number | undefined;
}

/** Totals of a service from the rows of the run, each weighted by the days it stands for. */
export function serviceTotals(run: Run, days: Float64Array, service: number): ServiceTotals {
  const { tally } = run;
  const { strategies, services, lostOfRow, demandOfService } = tally;
  const lostByStrategy = Array.from({ length: strategies }, (_, s) => {
    let lost = 0;
    for (let row = 0; row < tally.rows; row++) {
      lost += days[row]! * lostOfRow[(row * services + service) * strategies + s]!;
    }
    return lost;
  });
  const allDays = days.reduce((sum, share) => sum + share, 0);
  let gone = 0;
  for (let row = 0; row < tally.rows; row++) gone += days[row]! * fateOf(tally, row, service, GONE);
  return {
    demand: demandOfService[service]! * allDays,
    lost: lostByStrategy.reduce((sum, lost) => sum + lost, 0) + gone,
    gone,
    lostByStrategy,
    hitAtTick: hitSince(run, service, run.tally.ticks - 1, 'first'),
  };
}

/**
 * The tick since which the service has been losing at least 5 % at `tick` (`current`), or the first
 * tick of the run in which it did (`first`); undefined when there is none.
 */
export function hitSince(
  { tally }: Run,
  service: number,
  tick: number,
  which: 'current' | 'first',
): number | undefined {
  const isHit = (at: number) => lostShare(tally, tally.rowOfTick[at]!, service) >= HIT_SHARE;
  if (which === 'first') {
    for (let at = 0; at <= tick; at++) if (isHit(at)) return at;
    return undefined;
  }
  let since: number | undefined;
  for (let at = tick; at >= 0 && isHit(at); at--) since = at;
  return since;
}
