// Delays that the ticks of a file would lose.
import { expect, test } from 'vitest';
import { applyEdits } from '../../src/scenario/edits.ts';
import { checkedScenario, problemsAfter, type Spoilt } from './tinyShelf.ts';

/** The target hops an hour after a listing, and its news takes three. */
const inTicks = (tickHours: number, change: (scenario: Spoilt) => void = () => {}) =>
  problemsAfter((scenario) => {
    scenario.tickHours = tickHours;
    change(scenario);
  });

test('a delay of half a tick or more is rounded to one; a shorter one would be none and is refused', () => {
  expect(inTicks(2)).toEqual([]);
  // 1 h of 3 h is a third; the news takes two half ticks of 1.5 h.
  expect(inTicks(3)).toEqual([
    {
      path: 'countermeasures[0].parameters.hopDelayHours',
      found: '1',
      expected:
        '0, or at least 1.5 h, since it is rounded to whole ticks of 3 h: shorter ticks, or a longer delay',
    },
  ]);
  expect(
    inTicks(3, (scenario) => {
      scenario.countermeasures[0].parameters.hopDelayHours = 0;
    }),
  ).toEqual([]);
});

test('the mean delay of the news is rounded to half ticks: a quarter of a tick is enough', () => {
  const paths = (tickHours: number) => inTicks(tickHours).map(({ path }) => path.split('.').at(-1));
  expect(paths(12)).toEqual(['hopDelayHours']);
  expect(paths(24)).toEqual(['hopDelayHours', 'newsDelayHours']);
});

test('a delay that the file leaves out is what stands in its place; what is switched off loses nothing', () => {
  const leftOut = inTicks(24, ({ countermeasures }) => {
    countermeasures[0].parameters = {
      service: 'courier',
      pools: countermeasures[0].parameters.pools,
    };
  });
  expect(leftOut.map(({ found }) => found)).toEqual([
    'nothing, which stands for 1',
    'nothing, which stands for 3',
  ]);
  expect(
    inTicks(24, (scenario) => {
      scenario.countermeasures[0].off = true;
    }),
  ).toEqual([]);
});

test('an edit of a delay or of the ticks meets the same check', () => {
  const base = checkedScenario();
  const pathsOf = (path: string, value: unknown) => {
    const reading = applyEdits(base, [{ path, value }]);
    return reading.ok ? [] : reading.errors.map((one) => one.path);
  };
  // What another edit makes wrong is told where it stands, what is edited itself as it was typed.
  expect(pathsOf('tickHours', 4)).toEqual(['countermeasures[0].parameters.hopDelayHours']);
  const path = 'countermeasures.hopping.hopDelayHours';
  expect(pathsOf(path, 0.4)).toEqual([path]);
  expect(pathsOf(path, 0.5)).toEqual([]);
});
