import { describe, expect, test } from 'vitest';
import { metrics } from '../../../src/model/metrics/index.ts';
import { appendRow } from '../../../src/model/metrics/tally.ts';
import { emptyTally, losses, paperTally } from './paperTally.ts';

const find = (id: string) => metrics.find((metric) => metric.id === id)!;

describe('of a tally filled in by hand', () => {
  // Not getting through in row 0: 10 of the target, 2 of others. In row 1: 25 + 10 gone of the
  // target, 3 + 20 + 20 of others. Ticks 0 … 3 carry 0.2, 0.4, 0.6, 0.8 of a day, so of two days row 0
  // weighs 0.4 and row 1 0.6. Everybody else asks for 200 sessions and 10,000 bytes a day, the target for 100.
  test.each([
    ['targetBlocked', [0.1, 0.35], 0.4 * 0.1 + 0.6 * 0.35],
    ['collateral', [0.01, 0.215], 0.4 * 0.01 + 0.6 * 0.215],
    ['collateralBytes', [0.002, 0.122], 0.4 * 0.002 + 0.6 * 0.122],
    ['overblockingRatio', [2 / 10, 43 / 35], (0.4 * 2 + 0.6 * 43) / (0.4 * 10 + 0.6 * 35)],
    ['precision', [10 / 12, 35 / 78], (0.4 * 10 + 0.6 * 35) / (0.4 * 12 + 0.6 * 78)],
    ['collateralByNeed', [0, 0.01], 0.6 * 0.01],
    ['targetLeft', [0, 0.1], 0.6 * 0.1],
    ['targetTunnelled', [0, 0.08], 0.6 * 0.08],
    // Bank loses 5 % in row 0; in row 1 radio loses 5 % and bank half. Courier is the target, and a
    // long tail is no service that people know by name.
    ['servicesHit', [1, 2], 2],
    ['servicesDown', [0, 1], 1],
  ])('%s is a figure of the row: %j', (id, ofRow, total) => {
    const tally = paperTally();
    for (const tick of [0, 1, 2, 3]) {
      expect(find(id).at(tally, tick)).toBeCloseTo(ofRow[tick % 2]!, 14);
    }
    expect(find(id).total(tally)).toBeCloseTo(total, 14);
  });

  test.each([
    ['listedAddresses', [256, 512, 512, 384], 384],
    ['listedPeak', [256, 512, 512, 512], 512],
    ['listEntries', [1, 3, 3, 2], 2],
    ['sitesListed', [100, 250.5, 250.5, 175], 175],
    ['servicesMigrated', [0, 0, 1, 1], 1],
    // One hour a day is lost in row 0 and 16 in row 1: 0.2 · 1, 0.4 · 16, 0.6 · 1, 0.8 · 16.
    ['collateralUserHours', [0.2, 6.4, 0.6, 12.8], 20],
  ])('%s is a figure of the tick: %j', (id, ofTick, total) => {
    const tally = paperTally();
    ofTick.forEach((value, tick) => {
      expect(find(id).at(tally, tick)).toBeCloseTo(value, 13);
    });
    expect(find(id).total(tally)).toBeCloseTo(total, 13);
  });
});

test('where nothing is lost, ratios are 0', () => {
  const tally = emptyTally();
  appendRow(tally, losses([0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]));
  for (const metric of metrics) {
    expect([metric.id, metric.at(tally, 0), metric.total(tally)]).toEqual([metric.id, 0, 0]);
  }
});

test('a run of hours without traffic has lost nothing', () => {
  const tally = paperTally();
  tally.dayShareOfTick.fill(0);
  expect(find('targetBlocked').total(tally)).toBe(0);
  expect(find('targetBlocked').at(tally, 1)).toBeCloseTo(0.35, 14);
});
