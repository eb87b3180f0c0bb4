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
  const worst = worstShares(tally);
  let count = 0;
  for (let service = 0; service < tally.firstTail; service++) {
    if (tally.isTargetOfService[service] === BYSTANDERS && worst[service]! >= share) count++;
  }
  return count;
}

/** The largest share that each named service loses in any row, by tally and how many rows it had. */
const known = new WeakMap<Tally, { readonly rows: number; readonly worst: Float64Array }>();

function worstShares(tally: Tally): Float64Array {
  const found = known.get(tally);
  if (found?.rows === tally.rows) return found.worst;
  const worst = new Float64Array(tally.firstTail);
  for (let row = 0; row < tally.rows; row++) {
    for (let service = 0; service < tally.firstTail; service++) {
      worst[service] = Math.max(worst[service]!, lostShare(tally, row, service));
    }
  }
  known.set(tally, { rows: tally.rows, worst });
  return worst;
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
