// What a block costs everybody but its target, by several yardsticks side by side: none is right alone.
import { collateral } from '../metrics/collateral.ts';
import { collateralUserHours } from '../metrics/collateralUserHours.ts';
import { daysOfRows } from '../metrics/metric.ts';
import type { WorldFile } from '../world/worldSchema.ts';
import { businessLoss, migrationCost } from './businessCosts.ts';
import { type Cost, type CostFactor, counted, given, productOf, sumOf } from './cost.ts';
import type { Run } from './run.ts';

type Economy = NonNullable<WorldFile['economy']>;

/** Over the whole run, in the currency of the world; empty when its file says nothing of an economy. */
export function costsOf(run: Run): Cost[] {
  const { economy } = run.scenario.world;
  if (!economy) return [];
  return [
    ...yardsticksOf(run),
    businessLoss(run, economy.currency),
    migrationCost(run, economy.currency),
  ].filter((cost) => cost !== undefined);
}

/** Those of them that follow from totals of the run. */
export function yardsticksOf(run: Run): Cost[] {
  const { economy } = run.scenario.world;
  if (!economy) return [];
  return [userHours(run, economy), perHead(run, economy), gdpShare(run, economy)];
}

function userHours({ tally }: Run, { currency, valuePerUserHour }: Economy): Cost {
  const title = 'User-hours lost';
  return sumOf({
    id: 'userHours',
    title,
    currency,
    formula: 'hours that people would have spent with other services × value of an hour',
    limits: 'An hour that is spent otherwise is not lost, and hours differ in what they are worth.',
    terms: [
      productOf(title, [
        counted('user-hours lost', collateralUserHours.total(tally)),
        given('value of an hour', valuePerUserHour),
      ]),
    ],
  });
}

/**
 * How much of a full cut the run comes to, in days. Sessions, not bytes: messages and payments are few
 * bytes, and it is they that a business misses.
 */
function cutDays({ tally }: Run): CostFactor[] {
  const days = daysOfRows(tally).reduce((sum, one) => sum + one, 0);
  return [
    counted('share of the sessions of others lost', collateral.total(tally)),
    counted('days', days),
  ];
}

const yardstickLimits =
  'Made for a cut of everything, from averages over countries; that half a cut costs half as much is assumed.';

function perHead(run: Run, { currency, population, perHeadPerDayOfFullCut }: Economy): Cost {
  const title = 'Yardstick of a full cut, per head';
  return sumOf({
    id: 'perHead',
    title,
    currency,
    formula:
      'share of the sessions of others lost × days × people × cost of a full cut a head and day',
    limits: yardstickLimits,
    terms: [
      productOf(title, [
        ...cutDays(run),
        given('people', population),
        given('cost of a full cut a head and day', perHeadPerDayOfFullCut),
      ]),
    ],
  });
}

function gdpShare(run: Run, { currency, gdpPerDay, gdpShareOfFullCut }: Economy): Cost {
  const title = 'Yardstick of a full cut, share of GDP';
  return sumOf({
    id: 'gdpShare',
    title,
    currency,
    formula:
      'share of the sessions of others lost × days × GDP of a day × share of it that a full cut costs',
    limits: yardstickLimits,
    terms: [
      productOf(title, [
        ...cutDays(run),
        given('GDP of a day', gdpPerDay),
        given('share of it that a full cut costs', gdpShareOfFullCut),
      ]),
    ],
  });
}
