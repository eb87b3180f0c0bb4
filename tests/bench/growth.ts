// Large worlds, and how the time of a run grows with its flow classes.
import type { BenchRow } from './benchRow.ts';
import { lossOf, prepared } from './engine.ts';
import { boxes, CLASSES_OF_SERVICE, generated, growingList } from './generated.ts';
import { addRows, type BareRow } from './limitKernels.ts';
import { runPaired } from './paired.ts';

/** Of the ticks of the large run; a row for each class and tick would take many seconds. */
const ROWS_PART = 1 / 12;

export function benchGrowth(): BenchRow[] {
  return [
    ...largeWorld(),
    slope('a list', [growingList]),
    slope('a list and boxes', [growingList, boxes]),
  ];
}

/** 2,000 services, 200,000 classes, 20,000 prefixes, 12 weeks of hours, a longer list every day. */
function largeWorld(): BenchRow[] {
  const size = { services: 2000, prefixes: 20_000, days: 84, strategies: [growingList] };
  const scenario = generated(size);
  const engine = prepared(scenario);
  const { plan, tally } = engine();
  const hours = tally.dayShareOfTick.subarray(0, plan.ticks * ROWS_PART);
  const rows = rowsOf(plan.cells.classCount);
  const lost = new Float64Array(size.services);
  const { milliseconds, ratios } = runPaired(
    [
      { name: 'engine', run: () => lossOf(engine()) },
      { name: 'rows', run: () => addRows(rows, hours, lost) },
    ],
    { rounds: 7, warmUps: 2 },
  );
  const [ours, part] = milliseconds as [number, number];
  const ratio = 1 / (ratios[1]! * ROWS_PART);
  const classes = plan.cells.classCount.toLocaleString('en');
  return [
    {
      name: `2,000 services, ${plan.ticks} ticks, ${classes} classes`,
      figure: ours,
      unit: 'ms',
      aim: '≤ 80 ms',
      met: ours <= 80,
    },
    {
      name: '  adding up rows, shares for free (a 12th, × 12)',
      figure: part / ROWS_PART,
      unit: 'ms',
      ratio,
      aim: '≥ 25× ours',
      met: ratio >= 25,
    },
  ];
}

function rowsOf(classes: number): BareRow[] {
  return Array.from({ length: classes }, (_, i) => ({
    service: Math.floor(i / CLASSES_OF_SERVICE),
    demand: (i % 1000) + 1,
    lostShare: ((i % 9) + 1) / 10,
  }));
}

/** Slope of the straight line through log time over log classes: 1 means in proportion. */
function slope(name: string, strategies: readonly object[]): BenchRow {
  const services = [2, 20, 200, 2000];
  const engines = services.map((count) =>
    prepared(generated({ services: count, prefixes: 10 * count, days: 14, strategies })),
  );
  const { milliseconds } = runPaired(
    engines.map((engine, i) => ({ name: `${services[i]}`, run: () => lossOf(engine()) })),
    { rounds: 9, warmUps: 5 },
  );
  const x = services.map((count) => Math.log(count * CLASSES_OF_SERVICE));
  const figure = slopeOf(x, milliseconds.map(Math.log));
  const steepest = Math.max(
    ...milliseconds.slice(1).map((time, i) => Math.log10(time / milliseconds[i]!)),
  );
  return {
    name: `growth with ${name}, 200 to 200,000 classes`,
    figure: `${figure.toFixed(2)}, steepest decade ${steepest.toFixed(2)}`,
    unit: '',
    aim: '≤ 1.1',
    met: figure <= 1.1,
  };
}

/** By least squares. */
function slopeOf(x: readonly number[], y: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const [meanX, meanY] = [mean(x), mean(y)];
  const above = x.reduce((sum, value, i) => sum + (value - meanX) * (y[i]! - meanY), 0);
  return above / x.reduce((sum, value) => sum + (value - meanX) ** 2, 0);
}
