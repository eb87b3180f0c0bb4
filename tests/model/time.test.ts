import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatMoment, hoursBetween, parseMoment, ticksBetween } from '../../src/model/time.ts';

test('moments are milliseconds since 1970, at whatever offset they are written', () => {
  expect(parseMoment('1970-01-01T00:00Z')).toBe(0);
  expect(parseMoment('2018-04-16T20:15+03:00')).toBe(Date.UTC(2018, 3, 16, 17, 15));
  expect(parseMoment('2018-04-16T20:15:30-09:30')).toBe(Date.UTC(2018, 3, 17, 5, 45, 30));
  expect(parseMoment('2018-04-16T24:00Z')).toBe(Date.UTC(2018, 3, 17));
  expect(parseMoment('2018-04-16T23:59:59Z')).toBe(Date.UTC(2018, 3, 16, 23, 59, 59));
  expect(parseMoment('2018-04-16T23:59+23:59')).toBe(Date.UTC(2018, 3, 16));
});

test.each([
  '2018-02-29T00:00Z',
  '1900-02-29T00:00Z',
  '2018-04-31T00:00Z',
  '2018-13-01T00:00Z',
  '2018-00-01T00:00Z',
  '2018-04-00T00:00Z',
  '2018-04-16T24:01Z',
  '2018-04-16T24:00:01Z',
  '2018-04-16T24:01:01Z',
  '2018-04-16T25:00Z',
  '2018-04-16T12:00:60Z',
  '2018-04-16T12:60Z',
  '2018-04-16T12:00',
  '2018-04-16T12:00+24:00',
  '2018-04-16T12:00+03:60',
  '2018-04-16',
  '18-04-16T12:00Z',
  '',
])('"%s" is no moment', (text) => {
  expect(parseMoment(text)).toBeUndefined();
});

test('leap days are those of the Gregorian calendar', () => {
  for (const year of [1600, 1996, 2000, 2016, 2400]) {
    expect(parseMoment(`${year}-02-29T00:00Z`)).toBe(Date.UTC(year, 1, 29));
    expect(parseMoment(`${year}-03-01T00:00Z`)).toBe(Date.UTC(year, 2, 1));
    expect(formatMoment(Date.UTC(year, 1, 29), 0)).toBe(`${year}-02-29T00:00+00:00`);
    expect(formatMoment(Date.UTC(year, 2, 1), 0)).toBe(`${year}-03-01T00:00+00:00`);
  }
});

const minute = fc.integer({
  min: Date.UTC(1000, 0, 1) / 60_000,
  max: Date.UTC(9998, 0, 1) / 60_000,
});

test('what is written is read back, in every time zone', () => {
  fc.assert(
    fc.property(minute, fc.integer({ min: -12 * 4, max: 14 * 4 }), (at, quarters) => {
      const text = formatMoment(at * 60_000, quarters / 4);
      expect(parseMoment(text)).toBe(at * 60_000);
      expect(Date.parse(text)).toBe(at * 60_000);
    }),
    { numRuns: 2000 },
  );
});

test('an offset that is no whole minute is written as the nearest one', () => {
  expect(formatMoment(0, 5.01)).toBe('1970-01-01T05:01+05:01');
});

test('hours between two moments are counted with their sign', () => {
  expect(hoursBetween(0, 5_400_000)).toBe(1.5);
  expect(hoursBetween(3_600_000, 0)).toBe(-1);
});

test('a tenth of an hour is 360,000 ms, so that three hours are 30 of them and not 29.999…', () => {
  const threeHours = 10_800_000;
  expect(ticksBetween(0, threeHours, 0.1)).toBe(30);
  expect(ticksBetween(threeHours, 0, 2)).toBe(-1.5);
});
