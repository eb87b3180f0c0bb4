import { expect, test } from 'vitest';
import { type Fact, run, type Scenario } from '../../src/model/index.ts';
import {
  countVerdicts,
  errorInWords,
  factRows,
  hoursOfFact,
  verdictOf,
} from '../../src/scenario/factRows.ts';
import { checkedScenario } from './tinyShelf.ts';

// Courier moves in the checked scenario; here it stays, so that its losses can be worked out on paper.
const tiny: Scenario = { ...checkedScenario(), countermeasures: [] };
const base = {
  id: 'fact',
  title: 'A fact',
  at: '2018-04-16T12:00+03:00',
  role: 'check',
  reported: 'gazette',
} as const;

function rowsOf(...facts: Partial<Fact>[]) {
  const scenario = { ...tiny, facts: facts.map((fact) => ({ ...base, ...fact }) as Fact) };
  const asked: string[] = [];
  const rows = factRows(scenario, (stack) => {
    asked.push(stack);
    return run({ ...scenario, stack });
  });
  return { rows, asked };
}

test('a figure stands beside that of the model, at its moment, with the error', () => {
  // At tick 12 mobile (0.6) loses the half of courier that is listed: 0.3, and 256 addresses are on the list.
  const { rows } = rowsOf(
    { metric: 'targetBlocked', value: 0.25, low: 0.2, high: 0.28 },
    { metric: 'listedAddresses', value: 320 },
    { metric: 'listedAddresses', low: 200, high: 240 },
    { metric: 'listedAddresses', low: 200 },
  );
  expect(rows.map((row) => [row.model, verdictOf(row), errorInWords(row.error)])).toEqual([
    [expect.closeTo(0.3, 14), 'outside', '+5.0 points'],
    // 256/320 − 1 = −0.2; nothing is said of what is accepted.
    [256, 'no bounds', '−20 %'],
    // The nearer end of the published range is 240: 256/240 − 1 = 1/15.
    [256, 'outside', '+6.7 %'],
    [256, 'within', 'none'],
  ]);
});

test('a fact is held against the stack that it names, else against that of the file; each is run once', () => {
  const { rows, asked } = rowsOf(
    { metric: 'targetBlocked', value: 0.3 },
    { metric: 'targetBlocked', value: 0, stack: 'none' },
    { metric: 'listEntries', value: 1 },
  );
  expect(rows.map(({ stack, model }) => [stack, model])).toEqual([
    ['ledger', expect.closeTo(0.3, 14)],
    ['none', 0],
    ['ledger', 1],
  ]);
  expect(asked).toEqual(['ledger', 'none']);
});

test('where the page has another stack chosen, the facts without a stack stay with that of the file', () => {
  const scenario = {
    ...tiny,
    stack: 'none',
    facts: [{ ...base, metric: 'listEntries', value: 1 }],
  };
  const [row] = factRows(scenario, (stack) => run({ ...scenario, stack }), 'ledger');
  expect([row?.stack, row?.model]).toEqual(['ledger', 1]);
});

test('none reported and some simulated has no error in relation to it', () => {
  const { rows } = rowsOf(
    { metric: 'listEntries', value: 0 },
    { metric: 'listEntries', value: 0, stack: 'none' },
    { metric: 'targetBlocked', value: 0 },
  );
  expect(rows.map(({ error }) => errorInWords(error))).toEqual(['–', 'none', '+30 points']);
});

test('a mean has its hours, and the verdicts of checks are counted apart from those of calibration', () => {
  const until = '2018-04-16T16:30+03:00';
  const { rows } = rowsOf(
    { metric: 'listEntries', value: 1, low: 1, until },
    { metric: 'listEntries', low: 2 },
    { metric: 'listEntries', value: 1 },
    { metric: 'listEntries', low: 1, role: 'calibration' },
  );
  expect(rows.map(({ fact }) => hoursOfFact(fact))).toEqual([4.5, undefined, undefined, undefined]);
  expect(countVerdicts(rows, 'check')).toEqual({ within: 1, outside: 1, noBounds: 1 });
  expect(countVerdicts(rows, 'calibration')).toEqual({ within: 1, outside: 0, noBounds: 0 });
});
