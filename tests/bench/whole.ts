// Everything switched on at once: a fortnight of hours in which nothing stands still.
import { FATES } from '../../src/model/metrics/tally.ts';
import { streamsOf } from '../../src/model/rng.ts';
import { naiveRun } from '../oracle/naiveRun.ts';
import { readWorld } from '../oracle/naiveWorld.ts';
import { everything, everythingUnheard } from './april.ts';
import type { BenchRow } from './benchRow.ts';
import { lossOf, mustAgree, prepared } from './engine.ts';
import { writeRows } from './limitKernels.ts';
import { runPaired } from './paired.ts';

export function benchWhole(): BenchRow[] {
  const scenario = everything();
  const engine = prepared(scenario);
  const { plan, tally } = engine();
  // What the answer alone costs: as many rows as the run has, written and nothing else.
  const width = tally.services * (tally.strategies + FATES);
  const { milliseconds, ratios } = runPaired(
    [
      { name: 'engine', run: () => lossOf(engine()) },
      { name: 'rows', run: () => writeRows(tally.rows, width) },
    ],
    { rounds: 31, warmUps: 10 },
  );
  const classes = plan.cells.classCount.toLocaleString('en');
  const [ours, limit] = milliseconds as [number, number];
  return [
    {
      name: `everything at once, ${plan.ticks} ticks, ${classes} classes`,
      figure: ours,
      unit: 'ms',
      aim: '≤ 3 ms',
      met: ours <= 3,
    },
    {
      name: '  limit: writing the rows of the answer',
      figure: limit,
      unit: 'ms',
      ratio: ratios[1]!,
      met: true,
    },
    ...againstOracle(),
  ];
}

function againstOracle(): BenchRow[] {
  const scenario = everythingUnheard();
  const engine = prepared(scenario);
  const world = readWorld(scenario.world, streamsOf(scenario.seed));
  const oracle = () => naiveRun(scenario, scenario.seed, true, world);
  mustAgree(engine(), oracle());
  const { milliseconds, ratios } = runPaired(
    [
      { name: 'oracle', run: () => oracle().ticks.length },
      { name: 'engine', run: () => lossOf(engine()) },
    ],
    { rounds: 3, warmUps: 0 },
  );
  const ratio = ratios[1]!;
  return [
    { name: '  three days without complaints', figure: milliseconds[1]!, unit: 'ms', met: true },
    {
      name: '  the same by the oracle: row objects',
      figure: milliseconds[0]!,
      unit: 'ms',
      ratio,
      aim: '≥ 25× ours',
      met: ratio >= 25,
    },
  ];
}
