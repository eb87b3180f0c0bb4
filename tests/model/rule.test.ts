import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { notAbove, rule } from '../../src/model/rule.ts';

/** Two ends of which the lower one is at most the upper one. */
function inOrder() {
  const ends = { low: z.number(), high: z.number(), note: z.optional(z.string()) };
  return z.strictObject(ends).check(notAbove('low', 'high', 'upper end'));
}

/** Where a schema finds fault with a value, and in which words. */
function faultsOf(schema: z.ZodMiniType, value: unknown) {
  const { error } = schema.safeParse(value);
  return error?.issues.map(({ path, message }) => ({ path, message })) ?? [];
}

test('one number is at most the other one', () => {
  expect(faultsOf(inOrder(), { low: 1, high: 2 })).toEqual([]);
  expect(faultsOf(inOrder(), { low: 2, high: 2 })).toEqual([]);
  expect(faultsOf(inOrder(), { low: 3, high: 2 })).toEqual([
    { path: ['low'], message: 'at most the upper end of 2' },
  ]);
});

test('a rule waits until the parameters that it is about are right', () => {
  // 3 > null would be true.
  const faults = faultsOf(inOrder(), { low: 3, high: null });
  expect(faults.map(({ path }) => path)).toEqual([['high']]);
  const never = z.strictObject({}).check(rule([], () => ({ path: [], expected: 'nothing' })));
  expect(faultsOf(never, {})).toEqual([{ path: [], message: 'nothing' }]);
  expect(faultsOf(never, 7)).toHaveLength(1);
  expect(faultsOf(never, 7)[0]?.message).not.toBe('nothing');
});

test('a mistake elsewhere, or a key that nobody knows, does not hide what a rule finds', () => {
  const elsewhere = faultsOf(inOrder(), { low: 3, high: 2, note: 4 });
  expect(elsewhere.map(({ path }) => path)).toEqual([['note'], ['low']]);
  const unknown = faultsOf(inOrder(), { low: 3, high: 2, colour: 'red' });
  expect(unknown.map(({ path }) => path)).toEqual([[], ['low']]);
});

test('a rule about all parameters together has no place, but words of its own for what it found', () => {
  const even = z.strictObject({ n: z.number() }).check(
    rule(['n'], ({ n }) => {
      const fault = { path: [], expected: 'an even number', found: 'an odd one' };
      return n % 2 === 1 ? fault : undefined;
    }),
  );
  expect(faultsOf(even, { n: 2 })).toEqual([]);
  const [issue] = even.safeParse({ n: 3 }).error!.issues;
  expect(issue).toMatchObject({
    code: 'custom',
    path: [],
    message: 'an even number',
    params: { found: 'an odd one' },
  });
});
