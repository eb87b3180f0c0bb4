import { expect, test } from 'vitest';
import type { Scenario, Study } from '../../src/model/index.ts';
import { usePage } from '../../src/store/state.ts';
import { createDesk, settingsKey } from '../../src/store/studyDesk.ts';

const [stack, length] = [
  { path: 'stack', value: 'adaptive' },
  { path: 'stacks.adaptive.strategies.hunt.parameters.prefixLength', value: 12 },
];

test('settings are the same in whatever order they were made', () => {
  expect(settingsKey([stack, length])).toBe(settingsKey([length, stack]));
  expect(settingsKey([stack, length])).not.toBe(settingsKey([stack, { ...length, value: 13 }]));
  expect(settingsKey([])).not.toBe(settingsKey([stack]));
});

test('what makes no difference to an answer is left out', () => {
  expect(settingsKey([stack, length], ['stack'])).toBe(settingsKey([length]));
});

test('an answer outlives changes of its scenario, but not the scenario', () => {
  const desk = createDesk(function* (_: Scenario, question: string): Study<string> {
    yield [];
    return question;
  });
  const scenario = {} as Scenario;
  const answer = { question: 'Why?', result: 'So.', runs: 1, milliseconds: 1, scenario };
  usePage.setState({ base: scenario });
  desk.use.setState({ answer: { ...answer, base: scenario, edits: [] } });
  usePage.setState({ edits: [length] });
  expect(desk.use.getState().answer?.result).toBe('So.');
  usePage.setState({ base: { ...scenario } });
  expect(desk.use.getState().answer).toBeUndefined();
});
