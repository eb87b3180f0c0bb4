// Ranges beside parameters: of numbers only, around the value, within what the parameter may be.
import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../src/model/index.ts';
import { applyEdits, type Edit } from '../../src/scenario/edits.ts';
import { readScenario } from '../../src/scenario/readScenario.ts';
import { plainScenario, problemsAfter, tinyShelf } from './tinyShelf.ts';

const at = 'stacks[2].strategies[0].bases';

/** The hunt has prefixLength 26, discoveryPerHour 0.2 and, left to its default of 1, releaseHours. */
const problemsWith = (bases: Readonly<Record<string, object>>) =>
  problemsAfter((scenario) => {
    const given = Object.entries(bases).map(([id, ends]) => [id, { ...ends, assumed: 'x' }]);
    scenario.stacks[2].strategies[0].bases = Object.fromEntries(given);
  }).map(({ path, found, expected }) => [path, found, expected]);

test('are right around the value, also one left to its default', () => {
  const right = {
    prefixLength: { low: 24, high: 26 },
    discoveryPerHour: { high: 0.5 },
    releaseHours: { low: 1, high: 24 },
    entries: {},
  };
  expect(problemsWith(right)).toEqual([]);
});

test('do not lie beside the value or beyond what the parameter may be', () => {
  const wrong = {
    prefixLength: { low: 27, high: 33 },
    discoveryPerHour: { low: 0.1, high: 0.15 },
  };
  expect(problemsWith(wrong)).toEqual([
    [`${at}.prefixLength.low`, '27', 'a number up to 26, the value of prefixLength'],
    [`${at}.prefixLength.high`, '33', 'a number from 8 to 32'],
    [`${at}.discoveryPerHour.high`, '0.15', 'a number from 0.2, the value of discoveryPerHour'],
  ]);
});

test('are of numbers', () => {
  expect(problemsWith({ entries: { low: 1 } })).toEqual([
    [`${at}.entries.low`, '1', 'no low beside entries, which is not a number'],
  ]);
});

describe('bind no slider', () => {
  const scenario = plainScenario();
  const prefixLength = { low: 24, high: 27, assumed: 'x' };
  scenario.stacks[2].strategies[0].bases = { prefixLength };
  const path = 'stacks.adaptive.strategies.hunt.parameters.prefixLength';
  const edited = (value: number, ...more: Edit[]) => {
    const reading = readScenario(JSON.stringify(scenario), tinyShelf);
    if (!reading.ok) throw new Error('refused');
    const answer = applyEdits(reading.scenario, [{ path, value }, ...more]);
    if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
    return answer.scenario;
  };
  const basisIn = ({ stacks }: Scenario) => stacks[2]?.strategies[0]?.bases?.prefixLength;

  test('an edit makes the value one that was chosen, in or beyond the ends of the file', () => {
    const chosen = { assumed: 'Chosen by hand, in place of what the scenario gives.' };
    for (const value of [12, 25, 30]) expect(basisIn(edited(value))).toEqual(chosen);
    expect(basisIn(edited(26))).toEqual(prefixLength);
  });
  test('also beside an edit after which the whole scenario is checked', () => {
    const after = edited(12, { path: 'title.en', value: 'Wider' });
    expect(after.title).toEqual({ en: 'Wider' });
    expect(basisIn(after)).not.toHaveProperty('low');
  });
  test('a scenario that was saved after such an edit is right', () => {
    expect(readScenario(JSON.stringify(edited(12)), tinyShelf)).toMatchObject({ ok: true });
  });
});
