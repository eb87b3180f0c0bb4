import { expect, test } from 'vitest';
import { run } from '../../../src/model/run/run.ts';
import { lostShareOf, tinyUnder } from '../run/tinyRun.ts';

test('no blocking loses nothing and lists nothing', () => {
  const result = run(tinyUnder([{ id: 'nothing', technique: 'none', parameters: {} }]));
  for (const id of ['courier', 'mapper', 'bank', 'nimbus-shared-tail']) {
    expect(lostShareOf(result, id, 40)).toBe(0);
  }
  expect(result.listings).toEqual([]);
});
