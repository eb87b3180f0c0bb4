// The range over seeds: worked out beside the page, a moment after the last change.
import { ensembleSeeds, type Run } from '../model/index.ts';
import { requestEnsemble } from '../worker/ensembleClient.ts';
import { usePage } from './state.ts';

const SEEDS = 40;
const QUIET_MS = 350;

let waiting: ReturnType<typeof setTimeout> | undefined;

/** Asks for the ensemble of a run once nothing has changed for a moment. */
export function askForEnsemble(run: Run): void {
  usePage.setState({ ensemble: undefined });
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    requestEnsemble(
      run.scenario,
      ensembleSeeds(run.seed, SEEDS),
      (ensemble) => {
        if (usePage.getState().run === run) usePage.setState({ ensemble });
      },
      (found) => {
        const problems = [{ path: '', found, expected: 'an answer of the worker' }];
        usePage.setState({ refusal: { what: 'The range over seeds', problems, more: 0 } });
      },
    );
  }, QUIET_MS);
}
