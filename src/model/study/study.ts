// A study asks for runs in batches and makes a result of their totals. It does not care who runs them:
// this thread, several workers, or a file that has them from last time.
import { runPlaced } from '../run/run.ts';
import type { Scenario } from '../run/scenarioSchema.ts';
import { type Totals, totalsOfRun } from './counts.ts';
import { type Setting, withSettings } from './settings.ts';
import { createWorkshop } from './workshop.ts';

/** One run of the scenario under study. Plain data; jobs of a batch do not depend on each other. */
export interface Job {
  readonly settings: readonly Setting[];
  readonly seed: number;
}

/** Yields jobs, is given their totals in the same order, and returns the result in the end. */
export type Study<R> = Generator<readonly Job[], R, readonly Totals[]>;

/** Runs jobs of a scenario; keeps what one run leaves for the next. One a thread. */
export function createEvaluator(scenario: Scenario): (job: Job) => Totals {
  const prepare = createWorkshop();
  // Seeds of one case follow each other and share its settings: their world is compiled once.
  let made: { readonly settings: readonly Setting[]; readonly edited: Scenario } | undefined;
  return ({ settings, seed }) => {
    if (made?.settings !== settings) made = { settings, edited: withSettings(scenario, settings) };
    const { edited } = made;
    const { plan, placed } = prepare(edited, seed);
    return totalsOfRun(runPlaced(edited, seed, plan, placed));
  };
}

/**
 * Carries a study out on this thread.
 * @param progress called after each job with those done and those asked for up to now: a study that
 *   searches asks for more when it sees what came of the first
 */
export function completeStudy<R>(
  study: Study<R>,
  evaluate: (job: Job) => Totals,
  progress: (done: number, asked: number) => void = () => {},
): R {
  let done = 0;
  let asked = 0;
  let next = study.next();
  while (!next.done) {
    asked += next.value.length;
    const totals = next.value.map((job) => {
      const found = evaluate(job);
      progress(++done, asked);
      return found;
    });
    next = study.next(totals);
  }
  return next.value;
}
