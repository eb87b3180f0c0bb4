import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare } from './compareRuns.ts';
import { naiveRun } from './naiveRun.ts';
import { randomScenario } from './randomScenario.ts';

test('the engine counts what the row-by-row oracle counts, for every service, tick and strategy', () => {
  fc.assert(
    fc.property(randomScenario, (scenario) => {
      expect(compare(scenario, scenario.seed)).toBeUndefined();
    }),
    { numRuns: 400 },
  );
}, 120_000);

test('the oracle comes to the same to the bit when it keeps blocked shares, as the bench lets it', () => {
  fc.assert(
    fc.property(randomScenario, (scenario) => {
      expect(naiveRun(scenario, scenario.seed, true)).toEqual(naiveRun(scenario, scenario.seed));
    }),
    { numRuns: 50 },
  );
}, 60_000);
