import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayShareOfTicks } from '../../../src/model/traffic/diurnal.ts';
import { numberBetween } from '../../arbitraryNumbers.ts';

const curve = fc
  .array(numberBetween(0, 9), { minLength: 24, maxLength: 24 })
  .filter((hourly) => hourly.some((value) => value > 0.01))
  .map((hourly) => {
    const mean = hourly.reduce((sum, value) => sum + value, 0) / 24;
    return Float64Array.from(hourly, (value) => value / mean);
  });

test('the ticks of a day add up to one day, whatever their length and wherever the day begins', () => {
  const lengths = fc.constantFrom(0.25, 0.5, 1, 1.5, 2, 3, 5, 7, 24);
  fc.assert(
    fc.property(curve, lengths, numberBetween(0, 24), (day, hours, start) => {
      // 5 or 7 hours do not divide a day, but 24 ticks of h hours are h days.
      const shares = dayShareOfTicks(day, start, 24 * 4, hours);
      const sum = shares.reduce((all, share) => all + share, 0);
      expect(Math.abs(sum / (4 * hours) - 1)).toBeLessThan(1e-12);
    }),
  );
});

test('a tick takes the mean of the hours that it covers, past midnight too', () => {
  // Hour h has weight h/11.5, so that the mean is 1. From 22:30 on, three hours: ½ · 22 + 23 + 0 + ½ · 1 = 34.5.
  const day = Float64Array.from({ length: 24 }, (_, hour) => hour / 11.5);
  expect(dayShareOfTicks(day, 22.5, 1, 3)[0]).toBeCloseTo(34.5 / 11.5 / 24, 14);
  // The same hours one by one: 22.5, 11.5 and 0.5.
  const hourly = dayShareOfTicks(day, 22.5, 3, 1);
  [22.5, 11.5, 0.5].forEach((mean, tick) => {
    expect(hourly[tick]).toBeCloseTo(mean / 11.5 / 24, 14);
  });
});
