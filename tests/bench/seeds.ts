// A thousand seeds on one worker thread and on two: the same totals to the bit, in about half the time.
import { fileURLToPath } from 'node:url';
import { Worker, workerData } from 'node:worker_threads';
import { metrics } from '../../src/model/metrics/index.ts';
import { planRun } from '../../src/model/run/plan.ts';
import type { Scenario } from '../../src/model/run/scenarioSchema.ts';
import { totalsOf } from '../../src/model/study/ensemble.ts';
import { april, onThreeNetworks } from './april.ts';
import type { BenchRow } from './benchRow.ts';
import { runPaired } from './paired.ts';

const SEEDS = 1000;

/** What the threads share. `orders`: a number that counts them up, the first seed, the end, how many are done. */
interface Shared {
  readonly scenario: Scenario;
  readonly orders: Int32Array;
  readonly totals: Float64Array;
}

const [ORDER, FIRST, END, DONE] = [0, 1, 2, 3];

/** What a worker does for as long as the bench runs. */
export function serveSeeds(): void {
  const { scenario, orders, totals }: Shared = workerData;
  const plan = planRun(scenario);
  for (let order = 0; ; order++) {
    Atomics.wait(orders, ORDER, order);
    for (let seed = orders[FIRST]!; seed < orders[END]!; seed++) {
      const figures = totalsOf(scenario, seed, plan);
      metrics.forEach(({ id }, i) => {
        totals[seed * metrics.length + i] = figures[id]!;
      });
    }
    Atomics.store(orders, DONE, order + 1);
    Atomics.notify(orders, DONE);
  }
}

export function benchSeeds(): BenchRow[] {
  const scenario = onThreeNetworks(april('registry'));
  const totals = new Float64Array(new SharedArrayBuffer(8 * SEEDS * metrics.length));
  const crew = [0, 1].map(() => hire(scenario, totals));
  const whole = [{ worker: crew[0]!, first: 0, end: SEEDS }];
  const halves = crew.map((worker, i) => ({
    worker,
    first: (i * SEEDS) / 2,
    end: ((i + 1) * SEEDS) / 2,
  }));
  // Once around, so that both have compiled all and the answers can be compared.
  const byOne = answersOf(whole, totals);
  const byTwo = answersOf(halves, totals);
  if (byOne.some((bits, i) => bits !== byTwo[i])) throw new Error('two workers disagree with one');
  const { milliseconds, ratios } = runPaired(
    [
      { name: 'one', run: () => share(whole) },
      { name: 'two', run: () => share(halves) },
    ],
    { rounds: 3, warmUps: 0 },
  );
  for (const { thread } of crew) void thread.terminate();
  const [one, two] = milliseconds as [number, number];
  const ratio = ratios[1]!;
  return [
    { name: `${SEEDS} seeds, one worker`, figure: one, unit: 'ms', met: true },
    {
      name: `${SEEDS} seeds, two workers, equal to the bit`,
      figure: two,
      unit: 'ms',
      aim: '≤ 1500 ms',
      met: two <= 1500,
    },
    { name: '  two against one', figure: ratio, unit: '×', aim: '≥ 1.7×', met: ratio >= 1.7 },
  ];
}

interface Hired {
  readonly thread: Worker;
  readonly orders: Int32Array;
}

function hire(scenario: Scenario, totals: Float64Array): Hired {
  const orders = new Int32Array(new SharedArrayBuffer(16));
  const shared: Shared = { scenario, orders, totals };
  return { thread: new Worker(fileURLToPath(import.meta.url), { workerData: shared }), orders };
}

interface Part {
  readonly worker: Hired;
  readonly first: number;
  readonly end: number;
}

/** Hands out all parts, then waits for all: this thread sleeps meanwhile. */
function share(parts: readonly Part[]): number {
  for (const { worker, first, end } of parts) {
    worker.orders[FIRST] = first;
    worker.orders[END] = end;
    Atomics.add(worker.orders, ORDER, 1);
    Atomics.notify(worker.orders, ORDER);
  }
  for (const { worker } of parts) {
    const order = worker.orders[ORDER]!;
    while (Atomics.load(worker.orders, DONE) !== order) {
      Atomics.wait(worker.orders, DONE, order - 1);
    }
  }
  return parts.length;
}

function answersOf(parts: readonly Part[], totals: Float64Array): BigUint64Array {
  totals.fill(Number.NaN);
  share(parts);
  if (totals.some(Number.isNaN)) throw new Error('some seeds were left out');
  return new BigUint64Array(totals.buffer.slice(0));
}
