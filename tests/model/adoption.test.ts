// The laws of adoption against their differential equations and against themselves.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { logisticStep, relaxStep, uptakeStep } from '../../src/model/adoption.ts';
import { numberBetween } from '../arbitraryNumbers.ts';

const between = numberBetween;
const share = between(0, 1);

/** The classical Runge–Kutta rule: its error falls with the fourth power of the step. */
function integrate(slope: (v: number) => number, from: number, time: number, steps = 2000): number {
  const h = time / steps;
  let v = from;
  for (let step = 0; step < steps; step++) {
    const a = slope(v);
    const b = slope(v + (h / 2) * a);
    const c = slope(v + (h / 2) * b);
    v += (h / 6) * (a + 2 * b + 2 * c + slope(v + h * c));
  }
  return v;
}

/** A ceiling, a floor below it, and a share between the two. */
const place = fc.tuple(between(0.01, 1), share, share).map(([ceiling, low, within]) => {
  const floor = low * ceiling;
  return { ceiling, floor, start: Math.min(ceiling, floor + within * (ceiling - floor)) };
});

test('the logistic step gives the numbers of the closed form', () => {
  // v = 0.1, K = 0.4, e^g = 3: 0.4 · 0.1 · 3 / (0.4 + 0.1 · 2) = 0.2, half of the ceiling.
  expect(logisticStep(0.1, 0.4, Math.log(3))).toBeCloseTo(0.2, 15);
  // A share far below the ceiling grows like e^g, also where 1 − e^(−g) is 1 to the last bit:
  // e^40 = 2.353852668370e17, times 1e-30.
  expect(logisticStep(1e-30, 1, 40) / 2.35385266837e-13).toBeCloseTo(1, 10);
});

test('the logistic step solves dv/dt = r v (1 − v/K)', () => {
  fc.assert(
    fc.property(place, between(0, 6), ({ ceiling, start }, growth) => {
      const slope = (v: number) => growth * v * (1 - v / ceiling);
      expect(logisticStep(start, ceiling, growth)).toBeCloseTo(integrate(slope, start, 1), 9);
    }),
    { numRuns: 100 },
  );
});

test('two logistic steps are one of both lengths', () => {
  fc.assert(
    fc.property(place, between(0, 20), between(0, 20), ({ ceiling, start }, one, two) => {
      const twice = logisticStep(logisticStep(start, ceiling, one), ceiling, two);
      expect(Math.abs(twice - logisticStep(start, ceiling, one + two))).toBeLessThan(1e-14);
    }),
  );
});

test('the logistic step keeps 0 and the ceiling, never goes down or beyond, and grows with growth', () => {
  fc.assert(
    fc.property(place, between(0, 800), between(0, 800), ({ ceiling, start }, one, two) => {
      expect(logisticStep(0, ceiling, one)).toBe(0);
      expect(logisticStep(ceiling, ceiling, one)).toBe(ceiling);
      expect(logisticStep(start, ceiling, 0)).toBe(start);
      const less = logisticStep(start, ceiling, Math.min(one, two));
      const more = logisticStep(start, ceiling, Math.max(one, two));
      expect(less).toBeGreaterThanOrEqual(start);
      expect(more).toBeLessThanOrEqual(ceiling);
      expect(more).toBeGreaterThanOrEqual(less - 2e-16);
    }),
  );
});

test('relaxation halves the distance in ln 2 and solves dv/dt = rate · (goal − v)', () => {
  expect(relaxStep(0, 0.8, Math.LN2)).toBeCloseTo(0.4, 15);
  expect(relaxStep(0.6, 0.2, Math.LN2)).toBeCloseTo(0.4, 15);
  fc.assert(
    fc.property(share, share, between(0, 6), (start, goal, x) => {
      const slope = (v: number) => x * (goal - v);
      expect(relaxStep(start, goal, x)).toBeCloseTo(integrate(slope, start, 1), 10);
    }),
    { numRuns: 100 },
  );
});

test('two relaxations are one of both lengths', () => {
  fc.assert(
    fc.property(share, share, between(0, 20), between(0, 20), (start, goal, one, two) => {
      const twice = relaxStep(relaxStep(start, goal, one), goal, two);
      expect(Math.abs(twice - relaxStep(start, goal, one + two))).toBeLessThan(1e-15);
    }),
  );
});

test('relaxation stays between start and goal, and gets nearer with time', () => {
  fc.assert(
    fc.property(share, share, between(0, 800), between(0, 800), (start, goal, one, two) => {
      expect(relaxStep(goal, goal, one)).toBe(goal);
      expect(relaxStep(start, goal, 0)).toBe(start);
      const less = relaxStep(start, goal, Math.min(one, two));
      const more = relaxStep(start, goal, Math.max(one, two));
      for (const next of [less, more]) {
        expect(next).toBeGreaterThanOrEqual(Math.min(start, goal));
        expect(next).toBeLessThanOrEqual(Math.max(start, goal));
      }
      expect(Math.abs(goal - more)).toBeLessThanOrEqual(Math.abs(goal - less) + 2e-16);
    }),
  );
});

const rate = between(0, 3);

test('uptake without decline is logistic, and without growth it relaxes', () => {
  fc.assert(
    fc.property(place, rate, ({ floor, ceiling, start }, x) => {
      const up = uptakeStep(start, floor, ceiling, x, 0);
      expect(Math.abs(up - logisticStep(start, ceiling, x))).toBeLessThan(1e-13);
      const down = uptakeStep(start, floor, ceiling, 0, x);
      expect(Math.abs(down - relaxStep(start, floor, x))).toBeLessThan(1e-14);
    }),
  );
});

test('uptake solves dv/dt = r v (1 − v/K) − d (v − v₀)', () => {
  fc.assert(
    fc.property(place, rate, rate, ({ floor, ceiling, start }, growth, decline) => {
      const slope = (v: number) => growth * v * (1 - v / ceiling) - decline * (v - floor);
      const next = uptakeStep(start, floor, ceiling, growth, decline);
      expect(next).toBeCloseTo(integrate(slope, start, 1), 9);
    }),
    { numRuns: 200 },
  );
});

test('where growth and decline are equal and nobody began, uptake fades like 1/t', () => {
  // dv/dt = −r v²/K, hence 1/v grows by r t/K: 1/0.5 + 3/1 = 5.
  expect(uptakeStep(0.5, 0, 1, 3, 3)).toBeCloseTo(1 / 5, 15);
});

test('two uptakes are one of both lengths', () => {
  fc.assert(
    fc.property(place, rate, rate, share, ({ floor, ceiling, start }, growth, decline, part) => {
      const step = (from: number, time: number) =>
        uptakeStep(from, floor, ceiling, growth * time, decline * time);
      const twice = step(step(start, part), 1 - part);
      expect(Math.abs(twice - step(start, 1))).toBeLessThan(1e-12);
    }),
  );
});

test('uptake stays between floor and ceiling, stands still undriven, and grows with growth', () => {
  fc.assert(
    fc.property(place, rate, rate, share, ({ floor, ceiling, start }, growth, decline, more) => {
      const next = uptakeStep(start, floor, ceiling, growth, decline);
      expect(next).toBeGreaterThanOrEqual(floor);
      expect(next).toBeLessThanOrEqual(ceiling);
      expect(uptakeStep(start, floor, ceiling, 0, 0)).toBe(start);
      expect(uptakeStep(floor, floor, ceiling, 0, decline)).toBe(floor);
      const driven = uptakeStep(start, floor, ceiling, growth + more, decline);
      expect(driven).toBeGreaterThanOrEqual(next - 1e-12);
    }),
  );
});

test('uptake comes to rest where what grows and what falls back are equal', () => {
  // v₀ = 0.1, K = 0.4, r = 0.2, d = 0.05 a day: −0.5 v² + 0.15 v + 0.005 = 0, so v = 0.15 + √0.0325.
  let v = 0.1;
  for (let day = 0; day < 400; day++) v = uptakeStep(v, 0.1, 0.4, 0.2, 0.05);
  expect(v).toBeCloseTo(0.15 + Math.sqrt(0.0325), 12);
});
