// The scales of the lanes belong to the scenario, so that two strategies can be compared by eye.
import { describe, expect, test } from 'vitest';
import { type Scenario, scenarioSchema } from '../../../src/model/index.ts';
import { domainOf, niceAbove } from '../../../src/views/timeline/domain.ts';
import { tinyScenario, tinyWorld } from '../../tinyWorld.ts';

const scenario: Scenario = {
  ...scenarioSchema.parse(tinyScenario(tinyWorld())),
  world: tinyWorld(),
};
const without: Scenario = { ...scenario, ledgers: {}, facts: [] };
const [fact] = scenario.facts;

describe('the scale of a lane', () => {
  test('of the target is the whole, always', () => {
    expect(domainOf('targetBlocked', scenario, 0.1)).toEqual({ most: 1, isWidened: false });
    expect(domainOf('targetBlocked', scenario, 1)).toEqual({ most: 1, isWidened: false });
  });

  test('of everybody else is a fifth, and the whole when a run exceeds it', () => {
    expect(domainOf('collateral', scenario, 0.01)).toEqual({ most: 0.2, isWidened: false });
    expect(domainOf('collateral', scenario, 0.2)).toEqual({ most: 0.2, isWidened: false });
    expect(domainOf('collateral', scenario, 0.21)).toEqual({ most: 1, isWidened: true });
  });

  test('of the list follows ledger and facts, not the run: 256 + 128 addresses, so 400', () => {
    for (const peak of [0, 1, 384, 400]) {
      expect(domainOf('listedAddresses', scenario, peak)).toEqual({ most: 400, isWidened: false });
    }
    const facts = [{ ...fact!, low: 380, value: 384, high: 900 }];
    expect(domainOf('listedAddresses', { ...scenario, facts }, 5).most).toBe(1000);
  });

  test('of the list is doubled until a larger run fits, and says so', () => {
    expect(domainOf('listedAddresses', scenario, 401)).toEqual({ most: 800, isWidened: true });
    expect(domainOf('listedAddresses', scenario, 1700)).toEqual({ most: 3200, isWidened: true });
  });

  test('follows the run where the scenario tells nothing', () => {
    expect(domainOf('listedAddresses', without, 0)).toEqual({ most: 1, isWidened: false });
    expect(domainOf('listedAddresses', without, 65_536)).toEqual({
      most: 80_000,
      isWidened: false,
    });
  });
});

test('round numbers are the next above', () => {
  expect([0, 1, 1.2, 384, 21_200_000, 9.9].map(niceAbove)).toEqual([
    0, 1, 1.5, 400, 25_000_000, 10,
  ]);
});
