// Runs a scenario over many seeds on another thread. No logic: the model's calls, one seed at a time.
import { planRun, summarise, totalsOf } from '../model/index.ts';
import type { EnsembleReply, EnsembleRequest } from './ensembleMessages.ts';

let newest = 0;

addEventListener('message', async ({ data }: MessageEvent<EnsembleRequest>) => {
  const { number, scenario, seeds } = data;
  newest = number;
  const plan = planRun(scenario);
  const rows: Record<string, number>[] = [];
  for (const seed of seeds) {
    // Lets a newer request in between two seeds; it makes this one pointless.
    await new Promise((resolve) => setTimeout(resolve));
    if (number !== newest) return;
    rows.push(totalsOf(scenario, seed, plan));
  }
  const reply: EnsembleReply = { number, ensemble: summarise(seeds, rows) };
  postMessage(reply);
});
