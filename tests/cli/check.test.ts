// `overblock check` as a person starts it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tinyScenario, tinyWorld } from '../tinyWorld.ts';
import { openShell } from './shell.ts';

const { overblock, write, read, close } = openShell();
const [fact] = tinyScenario().facts;

/** Of the tiny register at noon of the second day: 384 addresses in two entries; courier loses 0.8. */
const facts = [
  { ...fact, id: 'right', title: 'The register holds 384 addresses' },
  {
    ...fact,
    ...{ id: 'wrong', title: 'Half of “Courier”, says an operator', metric: 'targetBlocked' },
    ...{ value: 0.5, low: 0.4, high: 0.6, why: 'The model has no operators that wait.' },
  },
  { ...fact, id: 'set', role: 'calibration', metric: 'listEntries', low: 2, high: 3 },
  {
    ...fact,
    id: 'unbound',
    metric: 'collateral',
    low: undefined,
    high: undefined,
    value: 0,
    stack: 'none',
  },
];

beforeAll(() => {
  const scenario = { ...tinyScenario(tinyWorld()), facts };
  write('tiny.json', scenario);
  write('wrong.json', { ...scenario, facts: [{}] });
}, 60_000);
afterAll(close);

test('a table sets report beside model, with reason and source, within 110 columns; a failed check is no failure', () => {
  const { status, stdout, stderr } = overblock('check', 'tiny.json');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('checks: 3, of them 1 within, 1 outside, 1 without bounds; ');
  expect(stdout).toContain('calibration: 1, of them 1 within, 0 outside.');
  expect(stdout).toMatch(/within +check +2018-04-17 12:00 +384 +384 +none\n/);
  expect(stdout).toMatch(
    /outside +check +2018-04-17 12:00 +50 % +40 % – 60 % +80 % +\+30 points\n/,
  );
  expect(stdout).toMatch(/within +calibration +2018-04-17 12:00 +2 – 3 +3 +none\n/);
  expect(stdout).toContain('Half of “Courier”, says an operator – The Gazette\n');
  expect(stdout).toContain('Why: The model has no operators that wait.\n');
  expect(stdout).toContain('(stack none)');
  expect(stdout.split('\n').filter((line) => line.length > 110)).toEqual([]);
}, 60_000);

test('the table of a run says the same in the same words, as far as it is about its stack', () => {
  const linesOf = (text: string) =>
    text.split('\n').map((line) => line.trim().replace(/ {2,}/g, '  '));
  const checked = linesOf(overblock('check', 'tiny.json').stdout);
  const own = checked.filter(
    (line, at) => !/\bstack none\b|no bounds/.test(line + checked[at + 1]),
  );
  const shown = linesOf(overblock('run', 'tiny.json', '--format', 'table').stdout);
  const from = shown.indexOf('What was published beside what this run says');
  const to = shown.findIndex((line, at) => at > from && line.startsWith('Seed '));
  const [counts, ...facts] = shown.slice(from + 1, to - 1);
  expect(counts).toBe(
    'checks: 2, of them 1 within, 1 outside; calibration: 1, of them 1 within, 0 outside.',
  );
  // Without the names of the scenario and the counts of the two kinds, which `check` has beside.
  const words = own.slice(
    2,
    own.findLastIndex((line) => line.startsWith('In 1 scenario')),
  );
  expect(facts.filter((line) => line !== '')).toEqual(words.filter((line) => line !== ''));
  expect(facts).toContain('Why: The model has no operators that wait.');
}, 60_000);

test('the same as JSON', () => {
  const { scenarios } = JSON.parse(overblock('check', 'tiny.json', '--format', 'json').stdout);
  expect(scenarios).toHaveLength(1);
  const [{ scenario, checks, calibration, facts: rows }] = scenarios;
  expect({ scenario, checks, calibration }).toEqual({
    scenario: 'tiny-days',
    checks: { within: 1, outside: 1, noBounds: 1 },
    calibration: { within: 1, outside: 0, noBounds: 0 },
  });
  expect(rows[1]).toMatchObject({
    ...{ id: 'wrong', role: 'check', stack: 'ledger', metric: 'targetBlocked', unit: 'share' },
    ...{ value: 0.5, low: 0.4, high: 0.6, range: null, verdict: 'outside', errorIs: 'difference' },
    why: 'The model has no operators that wait.',
    source: { id: 'gazette', title: 'The Gazette', url: 'https://gazette.example/' },
  });
  expect(rows[1].model).toBeCloseTo(0.8, 14);
  expect(rows[1].error).toBeCloseTo(0.3, 14);
}, 60_000);

test('the same as CSV, one row a figure, to a file; with seeds from where to where the model comes out', () => {
  const { status, stdout } = overblock(
    ...['check', 'tiny.json', '--seeds', '3', '--format', 'csv', '--out', 'checks.csv'],
  );
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  const [header = '', ...rows] = read('checks.csv').trimEnd().split('\n');
  expect(rows).toHaveLength(4);
  // Documented entries and fixed lags: every seed has the same 384 addresses. The title has a comma.
  expect(header).toContain('value,low,high,model,model5,model95,error');
  expect(rows[0]).toContain(',addresses,,384,384,384,384,384,0,relative,within,gazette,');
  expect(rows[1]).toContain(',"Half of “Courier”, says an operator",');
}, 60_000);

test('without a name every scenario that comes with the program is checked', () => {
  const { scenarios } = JSON.parse(overblock('check', '--format', 'json').stdout);
  const ids = scenarios.map(({ scenario }: { scenario: string }) => scenario);
  expect(ids).toEqual(expect.arrayContaining(['april-2018', 'sandbox']));
}, 120_000);

test('wrong input ends with 2 and no result', () => {
  for (const [word, message] of [
    ['wrong.json', 'facts[0]'],
    ['april-2081', 'did you mean april-2018?'],
  ] as const) {
    const { status, stdout, stderr } = overblock('check', word);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
  }
}, 60_000);
