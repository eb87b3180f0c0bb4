// What people who were hit tell the office.
import { expect, test } from 'vitest';
import { appeal } from '../../../src/model/countermeasures/appeal.ts';
import type { CountermeasureSetting } from '../../../src/model/countermeasures/countermeasure.ts';

test('so many complaints a thousand are a thousandth of that for each lost session', () => {
  const setting = { fromTick: 3, untilTick: 9 } as CountermeasureSetting;
  const begun = (complaintsPerThousandLost: number) =>
    appeal.begin({ complaintsPerThousandLost }, setting);
  const common = { kind: 'appeal', fromTick: 3, untilTick: 9 };
  expect(begun(2)).toEqual({ ...common, perLostSession: 0.002 });
  expect(begun(0)).toEqual({ ...common, perLostSession: 0 });
});

test('unless the file says more, it is what the hotline of April 2018 heard', () => {
  // 43,000 messages in 8 days, 32 million lost sessions a day: 5,375 / 32,000 = 0.168 a thousand.
  expect(appeal.parameters.parse({}).complaintsPerThousandLost).toBeCloseTo(43 / 8 / 32, 1);
});
