// How many named services lose some share of their sessions, now or at any time.
import { BYSTANDERS, type Metric } from './metric.ts';
import { lostShare, type Tally } from './tally.ts';

/** Named bystanders that lose at least `share` of their sessions in a row. */
export function countAffected(tally: Tally, row: number, share: number): number {
  let count = 0;
  for (let service = 0; service < tally.firstTail; service++) {
    if (tally.isTargetOfService[service] !== BYSTANDERS) continue;
    if (lostShare(tally, row, service) >= share) count++;
  }
  return count;
}

/** The same, at any time of the run. */
function countEverAffected(tally: Tally, share: number): number {
  let count = 0;
  for (let service = 0; service < tally.firstTail; service++) {
    if (tally.isTargetOfService[service] === BYSTANDERS && isEverAffected(tally, service, share))
      count++;
  }
  return count;
}

function isEverAffected(tally: Tally, service: number, share: number): boolean {
  for (let row = 0; row < tally.rows; row++) {
    if (lostShare(tally, row, service) >= share) return true;
  }
  return false;
}

export function affectedMetric(
  about: Pick<Metric, 'id' | 'title' | 'help'>,
  share: number,
): Metric {
  return {
    ...about,
    unit: 'services',
    at: (tally, tick) => countAffected(tally, tally.rowOfTick[tick] as number, share),
    total: (tally) => countEverAffected(tally, share),
  };
}
