// Runs a scenario over many seeds on another thread. No logic: the model's calls, one seed at a time.
import { type Ensemble, planRun, summarise, totalsOf } from '../model/index.ts';
import type { EnsembleReply, EnsembleRequest } from './ensembleMessages.ts';

let newest = 0;

addEventListener('message', async ({ data }: MessageEvent<EnsembleRequest>) => {
  newest = data.number;
  try {
    const ensemble = await workOut(data);
    if (ensemble) reply({ number: data.number, ensemble });
  } catch (error) {
    reply({ number: data.number, failed: error instanceof Error ? error.message : String(error) });
  }
});

/** The ensemble; undefined when a newer request came in between two seeds and made this one pointless. */
async function workOut({
  number,
  scenario,
  seeds,
}: EnsembleRequest): Promise<Ensemble | undefined> {
  const plan = planRun(scenario);
  const rows: Record<string, number>[] = [];
  for (const seed of seeds) {
    await new Promise((resolve) => setTimeout(resolve));
    if (number !== newest) return undefined;
    rows.push(totalsOf(scenario, seed, plan));
  }
  return summarise(seeds, rows);
}

function reply(message: EnsembleReply): void {
  postMessage(message);
}
