// A tally of two rows and four ticks, filled in by hand.
import {
  appendRow,
  createTally,
  type Losses,
  type Tally,
} from '../../../src/model/metrics/tally.ts';

/**
 * Courier (the target), radio, bank and a long tail; two strategies.
 *
 * | a day   | demand | bytes | lost in row 0 | lost in row 1 |
 * | ------- | ------ | ----- | ------------- | ------------- |
 * | courier | 100    | 1000  | 10 + 0        | 20 + 5        |
 * | radio   | 60     | 6000  | 0             | 3 + 0         |
 * | bank    | 40     | 400   | 2 + 0         | 15 + 5        |
 * | tail    | 100    | 3600  | 0             | 10 + 10       |
 *
 * In row 1, 10 sessions of courier are gone and 8 are saved by tunnels; 2 of radio's are
 * lost through a need. Ticks 0 and 2 have row 0, ticks 1 and 3 have row 1.
 */
export function paperTally(): Tally {
  const tally = emptyTally();
  appendRow(tally, losses([10, 0, 0, 0, 2, 0, 0, 0], [10, 0, 20, 0], [1, 0, 1, 0], noFates));
  const fates = [[10, 0, 8, 0], [0, 0, 0, 2], noFate, noFate];
  appendRow(
    tally,
    losses([20, 5, 3, 0, 15, 5, 10, 10], [250, 300, 200, 720], [5, 2, 10, 4], fates),
  );
  tally.rowOfTick.set([0, 1, 0, 1]);
  tally.listedOfTick.set([256, 512, 512, 384]);
  tally.entriesOfTick.set([1, 3, 3, 2]);
  tally.sitesListedOfTick.set([100, 250.5, 250.5, 175]);
  tally.migratedOfTick.set([0, 0, 1, 1]);
  return tally;
}

/** The same services before any row: demand is known, losses are not. */
export function emptyTally(): Tally {
  return createTally({
    ticks: 4,
    strategies: 2,
    services: 4,
    dayShareOfTick: Float64Array.of(0.2, 0.4, 0.6, 0.8),
    demandOfService: Float64Array.of(100, 60, 40, 100),
    bytesOfService: Float64Array.of(1000, 6000, 400, 3600),
    hoursOfService: Float64Array.of(10, 30, 20, 50),
    isTargetOfService: Uint8Array.of(1, 0, 0, 0),
    firstTail: 3,
  });
}

const noFate = [0, 0, 0, 0];
const noFates = [noFate, noFate, noFate, noFate];

/**
 * @param lost sessions, by service and strategy; each strategy alone would take twice as much
 * @param fates gone, brought, saved and lost through a need, by service; none at all when left out
 */
export function losses(
  lost: readonly number[],
  bytes: readonly number[],
  hours: readonly number[],
  fates: readonly (readonly number[])[] = [],
): Losses {
  return {
    lostOfService: Float64Array.from(lost),
    lostBytesOfService: Float64Array.from(bytes),
    lostHoursOfService: Float64Array.from(hours),
    aloneOfService: Float64Array.from(lost, (sessions) => 2 * sessions),
    fatesOfService: Float64Array.from(fates.flat()),
  };
}
