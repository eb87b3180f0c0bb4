// A run as a long table for R, pandas or a spreadsheet: one row a tick and metric.
import { metrics, momentOfTick, type Run } from '../model/index.ts';

export const csvHeader = 'run,seed,stack,time,metric,value';

const ticksOfPiece = 500;

/** The rows of one run, with a line end after each, in pieces. Ids and times need no quotes. */
export function* runCsv({ scenario, seed, plan, tally }: Run): Iterable<string> {
  let piece = '';
  for (let tick = 0; tick < plan.ticks; tick++) {
    const start = `${scenario.id},${seed},${scenario.stack},${momentOfTick(plan, tick)}`;
    for (const metric of metrics) piece += `${start},${metric.id},${metric.at(tally, tick)}\n`;
    if (tick % ticksOfPiece < ticksOfPiece - 1 && tick < plan.ticks - 1) continue;
    yield piece;
    piece = '';
  }
}
