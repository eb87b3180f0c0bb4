// The range over seeds: worked out beside the page, a moment after the last change.
import { ensembleSeeds, ensembleStudy, type Run } from '../model/index.ts';
import { createCrew } from '../worker/crew.ts';
import { startStudyWorker } from '../worker/studyThreads.ts';
import { usePage } from './state.ts';

const SEEDS = 40;
const QUIET_MS = 350;

/** A worker of its own: the range must not wait for a study that somebody has asked for. */
const crew = createCrew(startStudyWorker, 1);

let waiting: ReturnType<typeof setTimeout> | undefined;

/** Asks for the ensemble of a run once nothing has changed for a moment. */
export function askForEnsemble(run: Run): void {
  usePage.setState({ ensemble: undefined });
  clearTimeout(waiting);
  waiting = setTimeout(() => workOut(run), QUIET_MS);
}

async function workOut(run: Run): Promise<void> {
  const study = ensembleStudy(ensembleSeeds(run.seed, SEEDS));
  const outcome = await crew.carryOut(run.scenario, study);
  if (outcome.kind === 'failed') {
    const problems = [{ path: '', found: outcome.reason, expected: 'an answer of the worker' }];
    usePage.setState({ refusal: { what: 'The range over seeds', problems, more: 0 } });
  } else if (outcome.kind === 'done' && usePage.getState().run === run) {
    usePage.setState({ ensemble: outcome.result });
  }
}
