// Windows as ticks. The tiny run lasts 72 hours from Monday, 16 April 2018, 00:00 in its zone (+03:00).
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ladderEvents } from '../../../src/model/run/ladderEvents.ts';
import { planRun } from '../../../src/model/run/plan.ts';
import { scopeOf } from '../../../src/model/run/scope.ts';
import { formatMoment } from '../../../src/model/time.ts';
import { tinyWorld } from '../../tinyWorld.ts';
import { tiny } from './tinyRun.ts';

const step = (id: string, at: string, kind: string) => ({ id, at, kind, title: id, assumed: 'x' });

/** Ticks −4,200 or so, 10, 30 and 50.5. */
const ladder = [
  step('demand', '2017-10-16T12:00+03:00', 'demand'),
  step('order', '2018-04-16T10:00+03:00', 'order'),
  step('block', '2018-04-17T06:00+03:00', 'block'),
  step('wider-block', '2018-04-18T02:30+03:00', 'block'),
];

function scopeFor(window: object | undefined, changes: object = {}, where: object = {}) {
  const scenario = tiny({ ladder, ...changes });
  const entry = { id: 'x', technique: 'none', parameters: {}, ...where };
  return scopeOf(planRun(scenario), scenario, window ? { ...entry, window } : entry);
}

/** First tick in force, tick after the last, and how many there are. */
function ticks(window: object | undefined, changes: object = {}) {
  const { fromTick, untilTick, isInForceOfTick } = scopeFor(window, changes);
  return [fromTick, untilTick, isInForceOfTick.reduce((sum, one) => sum + one, 0)];
}

describe('moments', () => {
  test('without a window it is in force all the time', () => {
    expect(ticks(undefined)).toEqual([0, 72, 72]);
  });
  test('a tick that a window only touches counts', () => {
    // 10:30 to 13:15: the ticks of 10, 11, 12 and 13 o'clock.
    const window = { from: '2018-04-16T10:30+03:00', to: '2018-04-16T13:15+03:00' };
    expect(ticks(window)).toEqual([10, 14, 4]);
    // A window ends before the hour that begins with its end.
    expect(ticks({ ...window, to: '2018-04-16T13:00+03:00' })).toEqual([10, 13, 3]);
  });
});

describe('steps of the ladder', () => {
  test('begin and end a window; what began before the run begins with it', () => {
    expect(ticks({ fromStep: 'order', untilStep: 'block' })).toEqual([10, 30, 20]);
    expect(ticks({ fromStep: 'demand', untilStep: 'wider-block' })).toEqual([0, 51, 51]);
    expect(ticks({ fromStep: 'wider-block' })).toEqual([50, 72, 22]);
    expect(ticks({ from: '2018-04-16T05:00+03:00', untilStep: 'order' })).toEqual([5, 10, 5]);
  });
  test('a window that ends before the run is never in force', () => {
    expect(ticks({ untilStep: 'demand' })).toEqual([72, 72, 0]);
  });
});

describe('a company that complies', () => {
  const complies = { compliesAt: 'block' };
  test('at a step lets nothing begin that hangs on it or on a later one', () => {
    expect(ticks({ fromStep: 'block' }, complies)).toEqual([72, 72, 0]);
    expect(ticks({ fromStep: 'wider-block' }, complies)).toEqual([72, 72, 0]);
  });
  test('ends what hangs on an earlier one, unless that ends before', () => {
    expect(ticks({ fromStep: 'order' }, complies)).toEqual([10, 30, 20]);
    const to = '2018-04-16T20:00+03:00';
    expect(ticks({ fromStep: 'order', to }, complies)).toEqual([10, 20, 10]);
    expect(ticks({ fromStep: 'order', untilStep: 'wider-block' }, complies)).toEqual([10, 30, 20]);
  });
  test('does not touch what hangs on no step', () => {
    expect(ticks(undefined, complies)).toEqual([0, 72, 72]);
    expect(ticks({ from: '2018-04-17T09:00+03:00' }, complies)).toEqual([33, 72, 39]);
    expect(ticks({ untilStep: 'wider-block' }, complies)).toEqual([0, 51, 51]);
  });
  test('before the run leaves nothing of what hangs on steps', () => {
    expect(ticks({ fromStep: 'demand' }, { compliesAt: 'order' })).toEqual([0, 10, 10]);
    expect(ticks({ fromStep: 'order' }, { compliesAt: 'demand' })).toEqual([72, 72, 0]);
    expect(ticks({ fromStep: 'order' }, { compliesAt: null })).toEqual(
      ticks({ fromStep: 'order' }),
    );
  });
  test('on the day of an earlier step: the order of the ladder tells them apart', () => {
    const at = '2018-04-16T10:30+03:00';
    const twins = [step('first', at, 'order'), step('second', at, 'block')];
    const changes = { ladder: twins, compliesAt: 'second' };
    expect(ticks({ fromStep: 'first' }, changes)).toEqual([72, 72, 0]);
    expect(ticks({ fromStep: 'first' }, { ladder: twins })).toEqual([10, 72, 62]);
  });
});

describe('hours of the week', () => {
  test('recur, and only those ticks count that they touch', () => {
    // Monday and Wednesday, 18:30 to 21:00: the ticks of 18, 19 and 20 o'clock, 48 hours apart.
    const weekly = [{ days: ['mon', 'wed'], from: '18:30', to: '21:00' }];
    expect(ticks({ weekly })).toEqual([18, 69, 6]);
    const { isInForceOfTick } = scopeFor({ weekly });
    expect([...isInForceOfTick.keys()].filter((tick) => isInForceOfTick[tick])).toEqual([
      18, 19, 20, 66, 67, 68,
    ]);
  });
  test('go over midnight when they end before they begin, also from Sunday to Monday', () => {
    // The night from Sunday reaches into the first two hours of the run; that from Monday: 23, 0, 1.
    expect(ticks({ weekly: [{ days: ['sun'], from: '23:00', to: '02:00' }] })).toEqual([0, 2, 2]);
    expect(ticks({ weekly: [{ days: ['mon'], from: '23:00', to: '02:00' }] })).toEqual([23, 26, 3]);
    expect(ticks({ weekly: [{ days: ['tue'], from: '00:00', to: '24:00' }] })).toEqual([
      24, 48, 24,
    ]);
    // From a time to the same time is a whole day and night.
    expect(ticks({ weekly: [{ days: ['mon'], from: '12:00', to: '12:00' }] })).toEqual([
      12, 36, 24,
    ]);
  });
  test('are those of the zone of the world', () => {
    // In London the run begins on Sunday at 21:00, so Monday begins at tick 3.
    const world = { ...tinyWorld(), utcOffsetHours: 0 };
    const weekly = [{ days: ['mon'], from: '00:00', to: '01:00' }];
    expect(ticks({ weekly }, { world })).toEqual([3, 4, 1]);
  });
  test('count only within the moments of the window', () => {
    const weekly = [{ days: ['mon', 'tue'], from: '10:00', to: '10:20' }];
    expect(ticks({ weekly })).toEqual([10, 35, 2]);
    // From 10:30 on nothing of Monday's twenty minutes is left, although they share the hour.
    expect(ticks({ weekly, from: '2018-04-16T10:30+03:00' })).toEqual([34, 35, 1]);
    expect(ticks({ weekly, fromStep: 'order', untilStep: 'block' })).toEqual([10, 11, 1]);
  });
  test('on long ticks: a day is in force when an hour of it is', () => {
    const weekly = [{ days: ['tue'], from: '23:00', to: '01:00' }];
    expect(ticks({ weekly }, { tickHours: 24 })).toEqual([1, 3, 2]);
  });
});

test('short ticks in force make up the long ones that they touch', () => {
  const start = Date.parse('2018-04-15T21:00Z');
  const minute = fc.integer({ min: 0, max: 72 * 60 });
  fc.assert(
    fc.property(minute, minute, fc.integer({ min: 0, max: 23 }), (a, b, hour) => {
      const moment = (minutes: number) => formatMoment(start + minutes * 60_000, 3);
      const window = {
        from: moment(Math.min(a, b)),
        to: moment(Math.max(a, b)),
        weekly: [
          { days: ['mon', 'wed'], from: `${String(hour).padStart(2, '0')}:15`, to: '09:45' },
        ],
      };
      const short = scopeFor(window, { tickHours: 0.25 }).isInForceOfTick;
      const long = scopeFor(window, { tickHours: 3 }).isInForceOfTick;
      const any = Array.from(long, (_, tick) =>
        Math.max(...short.subarray(12 * tick, 12 * tick + 12)),
      );
      expect([...long]).toEqual(any);
    }),
    { seed: 2018, numRuns: 40 },
  );
});

test('networks and regions narrow it down together', () => {
  const world = tinyWorld();
  const networks = world.networks.map((network, n) => ({
    ...network,
    region: ['north', 'south'][n],
  }));
  const applies = (where: object) => [
    ...scopeFor(undefined, { world: { ...world, networks } }, where).appliesToNetwork,
  ];
  expect(applies({})).toEqual([1, 1]);
  expect(applies({ networks: ['fixed'] })).toEqual([0, 1]);
  expect(applies({ regions: ['north'] })).toEqual([1, 0]);
  expect(applies({ regions: ['north'], networks: ['fixed'] })).toEqual([0, 0]);
});

describe('the story of the ladder', () => {
  const told = (changes: object = {}) => {
    const scenario = tiny({ ladder, ...changes });
    return ladderEvents(planRun(scenario), scenario);
  };
  test('tells the steps of the period in the hours into which they fall', () => {
    expect(told()).toEqual([
      { tick: 10, subject: 'order', detail: 'order' },
      { tick: 30, subject: 'block', detail: 'block' },
      { tick: 50, subject: 'wider-block', detail: 'wider-block' },
    ]);
  });
  test('ends where the company complies', () => {
    expect(told({ compliesAt: 'block' })).toEqual([
      { tick: 10, subject: 'order', detail: 'order' },
      { tick: 30, subject: 'block', detail: 'block: the company complies before it' },
    ]);
    expect(told({ compliesAt: 'order' })).toEqual([
      { tick: 10, subject: 'order', detail: 'order; the company complies' },
    ]);
    expect(told({ compliesAt: 'demand' })).toEqual([]);
  });
  test('goes on to its end when the company never complies', () => {
    expect(told({ compliesAt: null })).toEqual(told());
  });
});
