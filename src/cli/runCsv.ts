// A run as a long table for R, pandas or a spreadsheet: one row a tick and metric.
import { metrics, momentOfTick, type Run } from '../model/index.ts';

export const csvHeader = 'run,seed,stack,time,metric,value';

/** The rows of one run, with a line end after each. Ids and times need no quotes. */
export function runCsv({ scenario, seed, plan, tally }: Run): string {
  const lines: string[] = [];
  for (let tick = 0; tick < plan.ticks; tick++) {
    const start = `${scenario.id},${seed},${scenario.stack},${momentOfTick(plan, tick)}`;
    for (const metric of metrics) lines.push(`${start},${metric.id},${metric.at(tally, tick)}\n`);
  }
  return lines.join('');
}
