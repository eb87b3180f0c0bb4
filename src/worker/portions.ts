// How many jobs a worker is given at a time: enough that talking costs little, few enough that a count
// moves, a later study need not wait, and no worker is left with the last pile.

/** Milliseconds that a job took lately. */
export type Pace = number;

const PORTION_MS = 80;
const MOST_JOBS = 64;

/** Nothing is known yet: one job at a time. */
export const startingPace: Pace = PORTION_MS;

export function paceAfter(jobs: number, milliseconds: number): Pace {
  return milliseconds / jobs;
}

/** At least one, at most a half of a fair share of what is left. */
export function nextPortion(left: number, workers: number, pace: Pace): number {
  const inTime = Math.floor(PORTION_MS / Math.max(pace, PORTION_MS / MOST_JOBS));
  return Math.max(1, Math.min(inTime, Math.ceil(left / (2 * workers))));
}
