// Asks the worker for an ensemble; a late answer is dropped by its number.
import type { Ensemble, Scenario } from '../model/index.ts';
import type { EnsembleReply, EnsembleRequest } from './ensembleMessages.ts';

let worker: Worker | undefined;
let number = 0;

/** Calls back once with the ensemble, unless a newer request has been made by then. */
export function requestEnsemble(
  scenario: Scenario,
  seeds: readonly number[],
  onDone: (ensemble: Ensemble) => void,
  onFailed: (reason: string) => void,
): void {
  worker ??= new Worker(new URL('./ensembleWorker.ts', import.meta.url), { type: 'module' });
  const mine = ++number;
  worker.onmessage = ({ data }: MessageEvent<EnsembleReply>) => {
    if (data.number !== number) return;
    if ('failed' in data) onFailed(data.failed);
    else onDone(data.ensemble);
  };
  worker.onerror = (event) => {
    if (mine === number) onFailed(event.message);
  };
  const request: EnsembleRequest = { number: mine, scenario, seeds };
  worker.postMessage(request);
}
