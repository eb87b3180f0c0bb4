// The whole model: 14 days of April 2018 in hourly ticks, against row-by-row versions of the same.
import { metrics } from '../../src/model/metrics/index.ts';
import { formatPrefix } from '../../src/model/net/prefix.ts';
import { streamsOf } from '../../src/model/rng.ts';
import { planRun } from '../../src/model/run/plan.ts';
import { type Run, run, runPlaced } from '../../src/model/run/run.ts';
import type { Scenario } from '../../src/model/run/scenarioSchema.ts';
import { runEnsemble } from '../../src/model/study/ensemble.ts';
import { formatMoment, parseMoment } from '../../src/model/time.ts';
import { placeServices } from '../../src/model/world/placeServices.ts';
import { naiveRun } from '../oracle/naiveRun.ts';
import { readWorld } from '../oracle/naiveWorld.ts';
import { april, onThreeNetworks, period } from './april.ts';
import type { BenchRow } from './benchRow.ts';
import { addRows, type BareRow } from './limitKernels.ts';
import { type Contender, runPaired } from './paired.ts';
import { seededPrefixes } from './seededPrefixes.ts';

export function benchEngine(): BenchRow[] {
  const replay = april('registry');
  const hunt = april('adaptive');
  return [
    ...againstRows(replay, 'replay'),
    ...againstRows(hunt, 'hunt and hops'),
    ...alone([
      ['replay, 3 of the 7 networks', onThreeNetworks(replay), 0.6],
      ['hunt and hops, 3 of the 7 networks', onThreeNetworks(hunt), 2],
      ['deep packet inspection', april('dpi'), undefined],
    ]),
    ...preparation(replay),
    ensembleOf(replay),
    oneListChange(replay),
    largeLedger(replay),
  ];
}

/** What a slider move costs: the compiled world and the placed services are there. */
export function prepared(scenario: Scenario): () => Run {
  const plan = planRun(scenario);
  const placed = placeServices(plan.world, streamsOf(scenario.seed));
  return () => runPlaced(scenario, scenario.seed, plan, placed);
}

export const lossOf = ({ tally }: Run) => tally.roleLostOfRow[0]!;

function againstRows(scenario: Scenario, name: string): BenchRow[] {
  const engine = prepared(scenario);
  const rows = barerRows(engine());
  const naiveWorld = readWorld(scenario.world, streamsOf(scenario.seed));
  const oracle = () => naiveRun(scenario, scenario.seed, true, naiveWorld);
  mustAgree(engine(), oracle());
  const ours: Contender = { name: 'engine', run: () => lossOf(engine()) };
  // One rival at a time: each sweeps the caches, and the next one pays for it.
  const [, oracleTime, oracleRatio] = pair(ours, () => oracle().ticks.length, 7);
  const [, rowsTime, rowsRatio] = pair(ours, rows, 31);
  const warm = runPaired([ours], { rounds: 101, warmUps: 50 }).milliseconds[0]!;
  const { plan } = engine();
  const classes = plan.cells.classCount.toLocaleString('en');
  const aim = name === 'replay' ? 0.6 : 2;
  return [
    {
      name: `${name}, ${plan.ticks} ticks, ${classes} classes`,
      figure: warm,
      unit: 'ms',
      aim: `≤ ${aim} ms`,
      met: warm <= aim,
    },
    {
      name: '  the oracle: row objects',
      figure: oracleTime,
      unit: 'ms',
      ratio: oracleRatio,
      aim: '≥ 25× ours',
      met: oracleRatio >= 25,
    },
    {
      name: '  adding up rows, shares for free',
      figure: rowsTime,
      unit: 'ms',
      ratio: rowsRatio,
      met: true,
    },
  ];
}

/** Times of the engine and of a rival, and how many times as long the rival takes, round by round. */
function pair(ours: Contender, rival: () => number, rounds: number): [number, number, number] {
  const contenders = [{ name: 'rival', run: rival }, ours];
  const { milliseconds, ratios } = runPaired(contenders, { rounds, warmUps: 3 });
  return [milliseconds[1]!, milliseconds[0]!, ratios[1]!];
}

export function mustAgree({ tally }: Run, naive: ReturnType<typeof naiveRun>): void {
  naive.ticks.forEach(({ services }, tick) => {
    services.forEach(({ lost, demand }, service) => {
      lost.forEach((theirs, s) => {
        const at = (tally.rowOfTick[tick]! * tally.services + service) * tally.strategies + s;
        const ours = tally.lostOfRow[at]! * tally.dayShareOfTick[tick]!;
        if (Math.abs(ours - theirs) > 1e-12 * demand) throw new Error('the oracle disagrees');
      });
    });
  });
}

/**
 * The least that any program does that goes through rows: for each tick and class, demand · hour ·
 * lost share, added to the service. It gets the shares for free and can answer nothing else.
 */
function barerRows({ plan, tally }: Run): () => number {
  const { serviceOfPlacement } = plan.world.placements;
  const { demandOfCell, classesOfPlacement, placements } = plan.cells;
  const rows: BareRow[] = [];
  demandOfCell.forEach((demand, cell) => {
    const placement = cell % placements;
    const classes = classesOfPlacement[placement]!;
    for (let i = 0; i < classes; i++) {
      const service = serviceOfPlacement[placement]!;
      rows.push({ service, demand: demand / classes, lostShare: (i + 1) / 10 });
    }
  });
  const lostOfService = new Float64Array(tally.services);
  return () => addRows(rows, tally.dayShareOfTick, lostOfService);
}

function alone(cases: readonly (readonly [string, Scenario, number | undefined])[]): BenchRow[] {
  return cases.map(([name, scenario, aim]) => {
    const engine = prepared(scenario);
    const contender = { name, run: () => lossOf(engine()) };
    const figure = runPaired([contender], { rounds: 101, warmUps: 100 }).milliseconds[0]!;
    const classes = engine().plan.cells.classCount.toLocaleString('en');
    const row = { name: `${name}, ${classes} classes`, figure, unit: 'ms' };
    return aim === undefined
      ? { ...row, met: true }
      : { ...row, aim: `≤ ${aim} ms`, met: figure <= aim };
  });
}

function preparation(scenario: Scenario): BenchRow[] {
  const plan = planRun(scenario);
  const { tally } = run(scenario, scenario.seed, plan);
  const { milliseconds } = runPaired(
    [
      { name: 'plan', run: () => planRun(scenario).ticks },
      { name: 'place', run: () => placeServices(plan.world, streamsOf(7)).address.length },
      { name: 'metrics', run: () => metrics.reduce((sum, one) => sum + one.total(tally), 0) },
    ],
    { rounds: 15, warmUps: 5 },
  );
  const names = ['compiling the world (planRun)', 'placing its services', 'all totals of a run'];
  return names.map((name, i) => ({ name, figure: milliseconds[i]!, unit: 'ms', met: true }));
}

function ensembleOf(scenario: Scenario): BenchRow {
  const seeds = Array.from({ length: 100 }, (_, index) => index);
  const contender = {
    name: 'ensemble',
    run: () => runEnsemble(scenario, seeds).quantiles.collateral!.q50,
  };
  const [figure] = runPaired([contender], { rounds: 3, warmUps: 1 }).milliseconds as [number];
  return { name: 'ensemble of 100 seeds, one thread', figure, unit: 'ms', met: true };
}

/** Work, not time: a wide prefix of the register, come to stay, on all networks. */
function oneListChange(scenario: Scenario): BenchRow {
  const [ledger] = Object.keys(scenario.ledgers) as [string];
  const entry = scenario.ledgers[ledger]!.find(({ prefix }) => prefix === '34.192.0.0/10')!;
  const { until: _, ...stays } = entry;
  const result = run({ ...scenario, ledgers: { [ledger]: [stays] }, countermeasures: [] });
  const share = (100 * result.classesTouched) / result.plan.cells.classCount;
  return {
    name: 'one list change: classes touched',
    figure: `${result.classesTouched.toLocaleString('en')} (${share.toFixed(1)} %)`,
    unit: '',
    met: true,
  };
}

/** As many entries and hours as a file may well hold: in each hour one comes, and one goes a year later. */
function largeLedger(scenario: Scenario): BenchRow {
  const ticks = 19_968;
  const start = parseMoment(period.from)!;
  const moment = (tick: number) => formatMoment(start + tick * 3_600_000, 3);
  const prefixes = seededPrefixes(20_000, 'a large ledger');
  const entries = prefixes.map(({ first, last }, i) => ({
    prefix: formatPrefix(first, last),
    from: moment(i % ticks),
    until: moment(Math.min(ticks, (i % ticks) + 8760)),
    assumed: 'for the bench',
  }));
  const [ledger] = Object.keys(scenario.ledgers) as [string];
  const large = {
    ...scenario,
    ledgers: { [ledger]: entries },
    countermeasures: [],
    period: { from: moment(0), to: moment(ticks) },
  };
  const engine = prepared(large);
  const contender = { name: 'large ledger', run: () => lossOf(engine()) };
  const [figure] = runPaired([contender], { rounds: 3, warmUps: 1 }).milliseconds as [number];
  return { name: 'a large ledger: 20,000 entries, withdrawals', figure, unit: 'ms', met: true };
}
