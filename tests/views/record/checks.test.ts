import { expect, test } from 'vitest';
import { type Fact, run, type Scenario } from '../../../src/model/index.ts';
import { layoutChecks } from '../../../src/views/record/checks.ts';
import { checkedScenario } from '../../scenario/tinyShelf.ts';

const fact: Fact = {
  id: 'worse',
  title: 'Half of it fails',
  at: '2018-04-17T12:00+03:00',
  metric: 'targetBlocked',
  value: 0.5,
  low: 0.4,
  high: 0.6,
  role: 'check',
  reported: 'gazette',
};

function checksOf(facts: readonly Fact[], stack = 'ledger') {
  const scenario: Scenario = {
    ...checkedScenario(),
    stack,
    countermeasures: [],
    facts: [...facts],
  };
  const asked: string[] = [];
  const runOf = (other: Scenario) => {
    asked.push(other.stack);
    return run(other);
  };
  return { ...layoutChecks(run(scenario), 'ledger', runOf), asked };
}

test('a row has report, model, error, verdict and source in words', () => {
  // At noon of the second day courier loses 0.8 to the register.
  const { rows } = checksOf([{ ...fact, why: 'Operators wait.' }]);
  expect(rows).toEqual([
    {
      ...{ id: 'worse', title: 'Half of it fails', when: '17 April 2018, 12:00', tick: 36 },
      ...{ reported: '50 %', accepted: '40 % to 60 %', simulated: '80 %', error: '+30 points' },
      ...{ role: 'check', verdict: 'outside', stack: undefined, note: undefined },
      why: 'Operators wait.',
      origin: { word: 'Source', title: 'The Gazette', url: 'https://gazette.example/' },
    },
  ]);
});

test('a reason stands only where the model is outside, and says so where none is given', () => {
  const { rows } = checksOf([{ ...fact, high: 0.9, why: 'Not needed.' }, fact]);
  expect(rows.map(({ why }) => why)).toEqual([undefined, 'No reason is given yet.']);
});

test('whichever stack is chosen, the figures are those of the stack that stands for what happened', () => {
  const facts = [fact, { ...fact, id: 'none', stack: 'none', until: '2018-04-17T18:00+03:00' }];
  const { rows, asked, stack } = checksOf(facts, 'dpi');
  expect(rows.map(({ simulated }) => simulated)).toEqual(['80 %', '0 %']);
  expect(rows.map((row) => row.stack)).toEqual([undefined, 'No blocking']);
  expect(rows[1]?.when).toBe('17 April 2018, 12:00, mean of 6 h');
  expect([stack, asked]).toEqual(['The register', ['ledger', 'none']]);
  // The run on the page serves as its own.
  expect(checksOf([fact]).asked).toEqual([]);
});

test('the summary counts checks by verdict and calibration apart', () => {
  const open = { ...fact, low: undefined, high: undefined };
  const set = { ...fact, role: 'calibration' as const };
  expect(checksOf([fact, { ...fact, high: 0.9 }, open, set]).summary).toBe(
    'Of 3 checks, 1 within and 1 outside, 1 without bounds; 1 more figure is no check: used to set the model, or decided by what was typed in.',
  );
  expect(checksOf([fact]).summary).toBe('Of 1 check, 0 within and 1 outside.');
  expect(checksOf([fact, set, set]).summary).toMatch(
    /; 2 more are no checks: used to set the model/,
  );
  expect(checksOf([set, set]).summary).toBe(
    'No published figure tests the model here: all 2 were used to set the model, or decided by what was typed in.',
  );
});
