// What a worker does with a request: the model's evaluator, one job after the other.
import { createEvaluator, type Job, type Totals } from '../model/index.ts';
import type { StudyReply, StudyRequest } from './studyMessages.ts';

/** One a worker: it remembers the scenario of the last request that had one. */
export function createAnswerer(): (request: StudyRequest) => StudyReply {
  let evaluate: ((job: Job) => Totals) | undefined;
  return ({ number, scenario, jobs }) => {
    try {
      if (scenario) evaluate = createEvaluator(scenario);
      if (!evaluate) throw new Error('the first request has no scenario');
      return { number, totals: jobs.map(evaluate) };
    } catch (error) {
      return { number, failed: error instanceof Error ? error.message : String(error) };
    }
  };
}
