// Are the figures that count as checks any? One that cannot come out otherwise tells nothing of the model.
import { describe, expect, test } from 'vitest';
import { planRun, run, type Scenario, uncertainInputs, withInputs } from '../../src/model/index.ts';
import { listScenarios } from '../../src/scenario/catalogue.ts';
import { factRows, verdictOf } from '../../src/scenario/factRows.ts';
import { openShipped } from './shipped/shippedRuns.ts';

type End = 'low' | 'high';

/** What takes a check that holds out of its bounds: one uncertain figure of the file, at an end of its range. */
const otherwise: Readonly<Record<string, readonly [input: string, end: End]>> = {
  'calls-2025/to-the-phone': ['countermeasures.whatsapp-leavers.parameters.leavePerDay', 'low'],
  'dpi-trial-2018/still-hit-moved': [
    'stacks.product-g.strategies.trees-field.parameters.fieldFall',
    'low',
  ],
  'mobile-white-list-2025/gosuslugi-works': [
    'stacks.white-list.strategies.other-list.parameters.coverageMobile',
    'high',
  ],
  'youtube-throttle-2024/september-reach': [
    'countermeasures.leavers.parameters.leavePerDay',
    'low',
  ],
  'youtube-throttle-2024/december-index': [
    'stacks.slow-down.strategies.december.parameters.kilobitsPerSecond',
    'high',
  ],
  'youtube-throttle-2024/december-meduza': [
    'stacks.slow-down.strategies.december.parameters.coverageFixed',
    'low',
  ],
  'youtube-throttle-2024/dutch-index': ['countermeasures.tunnels.parameters.ceiling', 'low'],
};

/** Counts of the press, which hold a list that is replayed against documents that it was not made from. */
const ofTheList = [
  'april-2018/first-day',
  'april-2018/noon-18-april',
  'april-2018/share-of-ipv4',
  'april-2018/eighteen-million',
  'road-to-the-block-2017-2018/first-day',
  'road-to-the-block-2017-2018/share-of-ipv4',
];

describe.each(listScenarios())('the scenario %s', (id) => {
  test('has no check that holds whatever its uncertain figures are', async () => {
    const scenario = await openShipped(id);
    const holding = checksOf(scenario, scenario.facts).filter(
      (row) => verdictOf(row) === 'within' && !ofTheList.includes(`${id}/${row.fact.id}`),
    );
    const known = Object.keys(otherwise).filter((check) => check.startsWith(`${id}/`));
    expect(holding.map(({ fact }) => `${id}/${fact.id}`).sort()).toEqual(known.sort());
    for (const { fact, stack } of holding) {
      const [path, end] = otherwise[`${id}/${fact.id}`] as [string, End];
      const input = uncertainInputs(scenario, [stack]).find((one) => one.id === path);
      if (!input) throw new Error(`${path} is no uncertain figure of ${id}`);
      const moved = withInputs(scenario, [input], [input[end]]);
      expect(checksOf(moved, [fact]).map(verdictOf), fact.id).toEqual(['outside']);
    }
  });

  test('takes no count of addresses for a check that its list was made from', async () => {
    const { facts, ledgers } = await openShipped(id);
    const sources = new Set(
      Object.values(ledgers).flatMap((entries) => entries.map(({ reported }) => reported)),
    );
    const own = facts.filter(
      ({ role, metric, reported }) =>
        role === 'check' && metric === 'listedAddresses' && sources.has(reported),
    );
    expect(own.map((fact) => fact.id)).toEqual([]);
  });
});

/** The checks among facts, with what the model gives for each. */
function checksOf(scenario: Scenario, facts: Scenario['facts']) {
  const checks = facts.filter(({ role }) => role === 'check');
  if (checks.length === 0) return [];
  const plan = planRun(scenario);
  return factRows({ ...scenario, facts: checks }, (stack) =>
    run({ ...scenario, stack }, scenario.seed, plan),
  );
}
