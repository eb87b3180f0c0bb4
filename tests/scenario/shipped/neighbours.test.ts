// The made-up street: every headline number of its four stacks, worked out on paper.
import { expect, test } from 'vitest';
import { formatPrefix, lookUpAddress, parseAddress } from '../../../src/model/index.ts';
import { lostAt, metricAt, openShipped, runStack, totalOf } from './shippedRuns.ts';

/*
 * Sessions an hour, on a flat day: Pigeon (the target) 2,400 / 24 = 100; Bakery 100, Radio 200,
 * Doorman 150, Theatre 100, Bank 450. Bystanders together: 100 + 200 + 150 + 100 + 450 = 1,000.
 * The block is in force from 12:00 to 24:00: 12 of 24 hours, so shares of the day are half of those of an hour.
 *
 * | stack       | what it covers                                        | target | others                      |
 * | ----------- | ----------------------------------------------------- | ------ | --------------------------- |
 * | one address | .10                                                   | 100    | 0                           |
 * | row of 16   | .0 – .15: Bakery at .5                                | 100    | 100                         |
 * | whole block | .0 – .255: Bakery, half of Radio, Doorman, by need    | 100    | 100 + 100 + 150 + 50 = 400  |
 * |             | half of Theatre                                       |        |                             |
 * | signature   | 0.8 of scrambled flows: all of Pigeon, 1/4 of Radio   | 80     | 200 · 1/4 · 0.8 = 40        |
 */
const street = await openShipped('neighbours');
const MORNING = '2000-01-01T11:59+00:00';
const AFTERNOON = '2000-01-01T12:00+00:00';
const EVENING = '2000-01-01T23:59+00:00';
const SERVICES = ['pigeon', 'bakery', 'radio', 'doorman', 'theatre', 'bank'];

const onPaper = [
  {
    stack: 'one-address',
    lost: [1, 0, 0, 0, 0, 0],
    listed: 2 ** (32 - 32),
    collateral: 0 / 1000,
    ratio: 0 / 100,
    precision: 100 / (100 + 0),
    hit: 0,
    down: 0,
  },
  {
    stack: 'row-of-16',
    lost: [1, 1, 0, 0, 0, 0],
    listed: 2 ** (32 - 28),
    collateral: 100 / 1000,
    ratio: 100 / 100,
    precision: 100 / (100 + 100),
    hit: 1,
    down: 1,
  },
  {
    stack: 'whole-block',
    // Radio: every second listener asks the other address. Theatre: every second visitor needs the Doorman.
    lost: [1, 1, 1 / 2, 1, 1 / 2, 0],
    listed: 2 ** (32 - 24),
    collateral: 400 / 1000,
    ratio: 400 / 100,
    precision: 100 / (100 + 400),
    hit: 4,
    down: 4,
  },
  {
    stack: 'signature',
    lost: [0.8, 0, 0.25 * 0.8, 0, 0, 0],
    listed: 0,
    collateral: 40 / 1000,
    ratio: 40 / 80,
    precision: 80 / (80 + 40),
    // Radio loses 20 %: hit (5 % and more), not down (50 % and more).
    hit: 1,
    down: 0,
  },
];

test.each(onPaper)('in an hour under $stack each service loses what the paper says', (paper) => {
  const result = runStack(street, paper.stack);
  SERVICES.forEach((id, i) => {
    expect(lostAt(result, id, MORNING), id).toBe(0);
    expect(lostAt(result, id, AFTERNOON), id).toBeCloseTo(paper.lost[i]!, 12);
    expect(lostAt(result, id, EVENING), id).toBeCloseTo(paper.lost[i]!, 12);
  });
});

test.each(onPaper)('the headline numbers under $stack are those on paper', (paper) => {
  const result = runStack(street, paper.stack);
  const inTheAfternoon = (id: string) => metricAt(result, id, AFTERNOON);
  expect(inTheAfternoon('targetBlocked')).toBeCloseTo(paper.lost[0]!, 12);
  expect(inTheAfternoon('collateral')).toBeCloseTo(paper.collateral, 12);
  // Every session carries the same bytes, so bytes tell the same.
  expect(inTheAfternoon('collateralBytes')).toBeCloseTo(paper.collateral, 12);
  expect(inTheAfternoon('overblockingRatio')).toBeCloseTo(paper.ratio, 12);
  expect(inTheAfternoon('precision')).toBeCloseTo(paper.precision, 12);
  expect(inTheAfternoon('listedAddresses')).toBe(paper.listed);
  expect(inTheAfternoon('servicesHit')).toBe(paper.hit);
  expect(inTheAfternoon('servicesDown')).toBe(paper.down);
  // Half of the day.
  expect(totalOf(result, 'targetBlocked')).toBeCloseTo(paper.lost[0]! / 2, 12);
  expect(totalOf(result, 'collateral')).toBeCloseTo(paper.collateral / 2, 12);
  // 1,000 · 12 hours, 0.1 hours a session.
  expect(totalOf(result, 'collateralUserHours')).toBeCloseTo(1000 * 12 * 0.1 * paper.collateral, 9);
});

test('of the sessions of others, 50 of 1,000 an hour are lost through the Doorman', () => {
  const result = runStack(street, 'whole-block');
  expect(metricAt(result, 'collateralByNeed', AFTERNOON)).toBeCloseTo(50 / 1000, 12);
});

/*
 * Listed in the tick of 12:00, replaced an hour later: Pigeon loses the hour from 12:00 to 13:00, 100 of
 * its 2,400 sessions a day. The entry stays: the Bakery loses 12 hours, 1,200 of 24,000 sessions of others.
 * 1,200 / 100 = 12. In the whole block no free address is left, so Pigeon stays where it is: 1,200.
 */
test('if Pigeon may move, the row of 16 stops it for an hour and the Bakery for twelve', () => {
  const result = runStack(street, 'row-of-16', ['pigeon-moves']);
  expect(totalOf(result, 'targetBlocked')).toBeCloseTo(100 / 2400, 12);
  expect(totalOf(result, 'collateral')).toBeCloseTo(1200 / 24_000, 12);
  expect(totalOf(result, 'overblockingRatio')).toBeCloseTo(12, 9);
  expect(lostAt(result, 'bakery', EVENING)).toBe(1);
});

test('out of the whole block it cannot move', () => {
  const result = runStack(street, 'whole-block', ['pigeon-moves']);
  expect(totalOf(result, 'targetBlocked')).toBeCloseTo(1 / 2, 12);
});

test('the Bank is never hit, whatever the stack, and chance plays no part', () => {
  for (const { id } of street.stacks) {
    const one = runStack(street, id);
    const other = runStack({ ...street, seed: street.seed + 1 }, id);
    for (const service of SERVICES) {
      expect(lostAt(other, service, AFTERNOON)).toBe(lostAt(one, service, AFTERNOON));
    }
    expect(lostAt(one, 'bank', AFTERNOON)).toBe(0);
  }
});

test('had Pigeon complied, nobody would have lost anything', () => {
  const complied = runStack({ ...street, compliesAt: 'demand' }, 'whole-block');
  expect(totalOf(complied, 'targetBlocked')).toBe(0);
  expect(totalOf(complied, 'collateral')).toBe(0);
});

test('a look-up of number 5 names the Bakery, Pigeon beside it, and the row of 16 that covers both', () => {
  const report = lookUpAddress(runStack(street, 'row-of-16'), parseAddress('192.0.2.5')!, 12);
  const idOf = ({ service }: { readonly service: number }) => SERVICES[service];
  expect(report.services.map(idOf)).toEqual(['bakery']);
  expect(report.neighbours.map(idOf)).toEqual(['pigeon']);
  expect(report.listings.map(({ first, last }) => formatPrefix(first, last))).toEqual([
    '192.0.2.0/28',
  ]);
});

test('each step of the story that is about a stack or a move says which button shows it, in both languages', () => {
  const { story, stacks, countermeasures } = street;
  const buttonsOf = new Map([
    ['by-address', ['one-address']],
    ['by-row', ['row-of-16']],
    ['by-block', ['whole-block']],
    ['by-look', ['signature']],
    ['if-it-moves', ['row-of-16', 'whole-block', 'pigeon-moves']],
  ]);
  for (const [id, buttons] of buttonsOf) {
    const note = story.find((step) => step.id === id)?.note;
    for (const button of buttons) {
      const { title } = [...stacks, ...countermeasures].find((one) => one.id === button) ?? {};
      expect(note?.en).toContain(`“${title}”`);
      expect(note?.ru).toContain(`«${title}»`);
    }
  }
});
