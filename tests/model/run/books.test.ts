// 8. Conservation: demand = through + lost in every class and tick, and a badge that would tell.
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { BOOKS_TOLERANCE, run } from '../../../src/model/run/run.ts';
import type { RunState } from '../../../src/model/run/runState.ts';
import { randomScenario } from '../../oracle/randomScenario.ts';
import { tiny } from './tinyRun.ts';

const tampering: { with: ((state: RunState) => void) | undefined } = { with: undefined };

// What the boxes do to the sessions is worked out here; a mistake in it must show in the books.
vi.mock(import('../../../src/model/run/boxFactors.ts'), async (original) => {
  const real = await original();
  return {
    ...real,
    fillLook(state: RunState, look: number) {
      real.fillLook(state, look);
      tampering.with?.(state);
    },
  };
});

afterEach(() => {
  tampering.with = undefined;
});

test('8: the books balance in random worlds', () => {
  fc.assert(
    fc.property(randomScenario, (scenario) => {
      const { balanced, tally } = run(scenario);
      expect(balanced).toBe(true);
      expect(tally.worstImbalance).toBeLessThanOrEqual(BOOKS_TOLERANCE);
    }),
    { numRuns: 300 },
  );
}, 60_000);

test.each([
  [
    'a millionth of the losses forgotten',
    ({ factors }: RunState) => scale(factors.reach, 1 - 1e-6),
  ],
  [
    'a millionth of the losses counted twice',
    ({ factors }: RunState) => scale(factors.reach, 1 + 1e-6),
  ],
  [
    'sessions that get through from nowhere',
    ({ factors }: RunState) => scale(factors.through, 1 + 1e-6),
  ],
  ['losses that are no number', ({ factors }: RunState) => scale(factors.reach, Number.NaN)],
  [
    'one profile whose sessions are no number',
    ({ factors }: RunState) => factors.through.fill(Number.NaN, 0, 1),
  ],
  ['infinite losses', ({ factors }: RunState) => scale(factors.reach, Number.POSITIVE_INFINITY)],
])('the books do not balance with %s', (_, tamper) => {
  for (const stack of ['ledger', 'dpi']) {
    tampering.with = undefined;
    expect(run(tiny({ stack })).balanced).toBe(true);
    tampering.with = tamper;
    expect(run(tiny({ stack })).balanced).toBe(false);
  }
});

test('a protocol called like a key of every object has no share and no score but its own', () => {
  const { world } = tiny();
  const protocols = [...world.protocols, { id: 'constructor', title: 'Odd', look: 'Odd.' }];
  for (const stack of ['ledger', 'dpi']) {
    const [usual, odd] = [tiny({ stack }), tiny({ stack, world: { ...world, protocols } })].map(
      (scenario) => run(scenario),
    );
    expect(odd!.balanced).toBe(true);
    expect(odd!.tally.roleLostOfRow).toEqual(usual!.tally.roleLostOfRow);
  }
});

function scale(factors: Float64Array, by: number): void {
  factors.forEach((factor, at) => {
    factors[at] = factor * by;
  });
}
