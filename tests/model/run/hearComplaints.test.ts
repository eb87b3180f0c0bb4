// Complaints in whole runs: what is lost is heard of in the next tick, and a list that listens lets go.
import { expect, test } from 'vitest';
import { run } from '../../../src/model/run/run.ts';
import { storyOf } from '../../../src/model/run/story.ts';
import { answerInWords } from '../../../src/scenario/answerWords.ts';
import { describeRelieved } from '../../../src/scenario/relievedEntries.ts';
import { tinyWorldWithoutTail } from '../../tinyWorld.ts';
import { lossesOf, tiny, tinyUnder } from './tinyRun.ts';

const assumed = 'for the test';
const listed = (prefix: string) => ({ prefix, from: '2018-04-16T00:00+03:00', assumed });
const appeal = (complaintsPerThousandLost: number, changes: object = {}) => ({
  id: 'hotline',
  technique: 'appeal',
  parameters: { complaintsPerThousandLost },
  ...changes,
});

/** When the entries of a list come off under a pressure of so many complaints a day for 5 hours. */
function ends(
  pressurePerDay: number,
  countermeasures: readonly object[],
  changes: object = {},
  before: readonly Readonly<Record<string, unknown>>[] = [],
) {
  const parameters = { entries: 'ledger', ledger: 'register', pressurePerDay, pressureHours: 5 };
  const entry = { id: 'register', technique: 'addressBlocklist', parameters };
  const register = [listed('198.51.100.0/25'), listed('203.0.113.0/24')];
  const scenario = { world: tinyWorldWithoutTail(), ledgers: { register }, countermeasures };
  return run(tinyUnder([...before, entry], { ...scenario, ...changes })).listings.map(
    ({ untilTick }) => untilTick,
  );
}

const forever = Number.POSITIVE_INFINITY;

test('an entry comes off once the complaints behind it have been too many for long enough', () => {
  // Mobile (0.6 of the users) enforces at tick 0, fixed lines for half of their 0.4 at tick 2: of a
  // listed service 0.6 is lost in ticks 0 and 1, then 0.8. Behind 198.51.100.0/25: mapper's 4,000
  // and a quarter of radio's 2,000, 4,500 sessions a day; at 10 complaints a thousand 27, then 36 a day.
  // Behind 203.0.113.0/24: three quarters of radio and bank's 2,000: 3,500 sessions; 21, then 28 a day.
  const tenAThousand = [appeal(10)];
  // 26.9: the first is heard of at once, in ticks 1 … 5; the second from tick 3 (the loss of tick 2) to 7.
  expect(ends(26.9, tenAThousand)).toEqual([5, 7]);
  expect(ends(27.1, tenAThousand)).toEqual([7, 7]);
  expect(ends(35.9, tenAThousand)).toEqual([7, forever]);
  expect(ends(36.1, tenAThousand)).toEqual([forever, forever]);
  // Two hotlines hear twice as much.
  expect(ends(71.9, [appeal(10), appeal(10, { id: 'agora' })])).toEqual([7, forever]);
});

test('the story says which entries came off because of complaints, and which for another reason', () => {
  // As above: of both entries the first comes off in tick 5; the other is taken off by its document at 6.
  const parameters = {
    ...{ entries: 'ledger', ledger: 'register', pressurePerDay: 26.9, pressureHours: 5 },
  };
  const entry = { id: 'register', technique: 'addressBlocklist', parameters };
  const register = [
    listed('198.51.100.0/25'),
    { ...listed('203.0.113.0/24'), until: '2018-04-16T06:00+03:00' },
  ];
  const found = run(
    tinyUnder([entry], {
      ...{ world: tinyWorldWithoutTail(), ledgers: { register }, countermeasures: [appeal(10)] },
    }),
  );
  expect(found.listings.map(({ why, untilTick }) => [why, untilTick])).toEqual([
    ['complaints', 5],
    [undefined, 6],
  ]);
  const unlisted = storyOf(found).filter(({ kind }) => kind === 'unlisted');
  expect(unlisted.map(({ subject, detail }) => [subject, detail])).toEqual([
    ['198.51.100.0/25', '128 addresses, by register, because of complaints'],
    ['203.0.113.0/24', '256 addresses, by register'],
  ]);
  expect(answerInWords(found, 4, found.scenario.countermeasures[0]!)).toBe('');
  expect(answerInWords(found, 5, found.scenario.countermeasures[0]!)).toBe(
    'Up to now: 1 entry came off the lists because of complaints: 198.51.100.0/25.',
  );
  expect(describeRelieved(found)).toEqual([
    {
      prefix: '198.51.100.0/25',
      strategy: 'register',
      listed: '2018-04-16T00:00+03:00',
      unlisted: '2018-04-16T05:00+03:00',
    },
  ]);
});

test('without an appeal, or before and after its window, nobody is heard', () => {
  expect(ends(0.001, [])).toEqual([forever, forever]);
  expect(ends(0.001, [appeal(0)])).toEqual([forever, forever]);
  const late = { window: { from: '2018-04-16T20:00+03:00' } };
  // In force from tick 20 on: heard in 20 … 24.
  expect(ends(26.9, [appeal(10, late)])).toEqual([24, 24]);
  const short = { window: { from: '2018-04-16T20:00+03:00', to: '2018-04-17T00:00+03:00' } };
  expect(ends(26.9, [appeal(10, short)])).toEqual([forever, forever]);
});

test('a list that does not listen gives the same to the bit with and without an appeal', () => {
  const deaf = tiny();
  expect(lossesOf(run({ ...deaf, countermeasures: [appeal(100)] }))).toEqual(lossesOf(run(deaf)));
});

test('who gets through a tunnel does not complain', () => {
  // A half of all users have one that always works: 18 complaints a day instead of 36, 14 instead of 28.
  const halfOfAll = {
    initialShare: 0.5,
    ceiling: 0.5,
    saves: 1,
    growthPerDay: 0,
    declinePerDay: 0,
  };
  const parameters = { service: 'courier', covers: 'everything', looks: { tls: 1 }, ...halfOfAll };
  const tunnel = { id: 'vpn', technique: 'circumvention', parameters };
  expect(ends(13.9, [appeal(10), tunnel])).toEqual([7, 7]);
  expect(ends(17.9, [appeal(10), tunnel])).toEqual([7, forever]);
  expect(ends(18.1, [appeal(10), tunnel])).toEqual([forever, forever]);
});

test('about a business that has moved nobody complains where it was', () => {
  // Mapper, hit from tick 0 on, is at an unlisted address from tick 2 at the latest. Then 198.51.100.0/25
  // holds a quarter of radio only: 4 complaints a day, where it had 27. 203.0.113.0/24 has 21, later 28.
  const patience = { patienceLowHours: 1, patienceHours: 1, patienceHighHours: 1, moveHours: 0 };
  const pools = [{ pool: 'nimbus-dedicated', weight: 1 }];
  const parameters = { services: ['mapper'], pools, movers: 1, ...patience };
  const moves = { id: 'moves', technique: 'migration', parameters };
  expect(ends(10, [appeal(10)])).toEqual([5, 5]);
  expect(ends(10, [appeal(10), moves])).toEqual([forever, 5]);
});

test('about what a box takes nobody complains to the keeper of a list', () => {
  // A box before the list drops half of all TLS: a listed bystander loses 0.5, and of the other half
  // what the list takes. Complaints behind 203.0.113.0/24 halve: 14 a day.
  const half = {
    id: 'half',
    technique: 'flowClassifier',
    parameters: {
      threshold: 0,
      coverageFixed: 1,
      scores: { tls: { mean: 0, deviation: 1 }, mtproto: { mean: 0, deviation: 1 } },
    },
  };
  expect(ends(13.9, [appeal(10)], {}, [half])[1]).toBe(7);
  expect(ends(14.1, [appeal(10)], {}, [half])[1]).toBe(forever);
});

test('those who have left do not complain any more', () => {
  // Of 28 complaints 16 are bank's, whose users leave while it fails: after three hours fewer than 27.5.
  const parameters = { service: 'bank', ceiling: 1, leavePerDay: 1, returnPerDay: 0 };
  const leaving = { id: 'leaving', technique: 'substitution', parameters };
  expect(ends(27.5, [appeal(10)])[1]).toBe(7);
  expect(ends(27.5, [appeal(10), leaving])[1]).toBe(forever);
});
