// How many jobs a worker is given at a time: enough that talking costs little, few enough that a count
// moves, a later study need not wait, and no worker is left with the last pile.

import type { Job } from '../model/index.ts';

/** Milliseconds that a job took lately. */
export type Pace = number;

const PORTION_MS = 80;
const MOST_JOBS = 64;
const MOST_ALIKE = 4;

/** Nothing is known yet: one job at a time. */
export const startingPace: Pace = PORTION_MS;

export function paceAfter(jobs: number, milliseconds: number): Pace {
  return milliseconds / jobs;
}

/**
 * How many jobs from `from` on: at least one, at most a half of a fair share of what is left, and a few
 * more where they share settings of the world, which is compiled once for all of those.
 */
export function nextPortion(
  jobs: readonly Pick<Job, 'settings'>[],
  from: number,
  workers: number,
  pace: Pace,
): number {
  const left = jobs.length - from;
  const inTime = Math.floor(PORTION_MS / Math.max(pace, PORTION_MS / MOST_JOBS));
  const fair = Math.max(1, Math.min(inTime, Math.ceil(left / (2 * workers))));
  let count = fair;
  const settingsAt = (index: number) => jobs[from + index]?.settings ?? [];
  const isWorldOfNext = () =>
    settingsAt(count) === settingsAt(count - 1) &&
    settingsAt(count).some(({ path }) => path[0] === 'world');
  while (count < left && count < fair + MOST_ALIKE && isWorldOfNext()) count++;
  return count;
}
