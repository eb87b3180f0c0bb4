import { expect, test } from 'vitest';
import {
  type Fact,
  run,
  runEnsemble,
  type Scenario,
  scenarioSchema,
} from '../../../src/model/index.ts';
import { countInWords, layoutScoreboard } from '../../../src/views/scoreboard/layout.ts';
import { reportedRange } from '../../../src/views/scoreboard/reportedRange.ts';
import { tinyScenario, tinyWorld, tinyWorldWithoutTail } from '../../tinyWorld.ts';

const scenario: Scenario = {
  ...scenarioSchema.parse(tinyScenario(tinyWorld())),
  world: tinyWorld(),
};

test('without a strategy nothing is stopped and nobody is hit, in so many words', () => {
  const { heroes, sentence } = layoutScoreboard(run({ ...scenario, stack: 'none' }), 0, undefined);
  expect(heroes.map((score) => score.figure)).toEqual(['0 %', 'none']);
  expect(sentence).toContain('0 % of Courier stopped');
  expect(sentence).toContain('sessions: none.');
});

test('where no strategy keeps a list, none is counted', () => {
  const { others } = layoutScoreboard(run({ ...scenario, stack: 'dpi' }), 30, undefined);
  expect(others[0]).toMatchObject({
    figure: 'none',
    label: 'addresses listed',
    notes: ['no strategy in use keeps a list'],
  });
});

test('the figures of a moment are those worked out by hand', () => {
  // Tick 25: mobile lines (0.6) lose all of courier and mapper and a quarter of radio; fixed ones (0.4)
  // half of courier’s dedicated half, listed since tick 12, and nothing yet of what is listed since 24:
  // courier 0.5 · 0.8 + 0.5 · 0.6, and of the others’ 9,000 sessions 0.6 · 4,500.
  const tiny = run({ ...scenario, world: tinyWorldWithoutTail() });
  const { heroes, others, sentence } = layoutScoreboard(tiny, 25, undefined);
  expect(heroes.map((score) => score.figure)).toEqual(['70 %', '3 in 10']);
  expect(heroes[1]?.label).toBe('of everybody else’s sessions lost (30 %)');
  // Over 72 ticks: courier’s half from tick 12 on, (0.6 · 60 + 0.2 · 58) / 72 · 0.5, and the other in
  // ticks 24 … 59, (0.6 · 36 + 0.2 · 36) / 72 · 0.5; of the others (0.6 · 48 + 0.2 · 46) / 72 · 0.5.
  expect(heroes.map((score) => score.notes.at(-1))).toEqual([
    'whole period: 53 %',
    'whole period: 26 %',
  ]);
  expect(sentence).toContain('70 % of Courier stopped');
  // 256 + 128 addresses; mapper is down, radio loses 15 %.
  expect(others.slice(0, 2).map(({ figure, notes }) => [figure, ...notes])).toEqual([
    ['384', 'in 2 reported or assumed entries'],
    ['1', 'lose half or more of their sessions; 2 of 4 lose 5 % or more'],
  ]);
});

test('a range over seeds is said to be that of chance alone, and nothing where chance moves nothing', () => {
  const seeds = Array.from({ length: 40 }, (_, seed) => seed);
  const tiny = run(scenario);
  const chanceUnder = (stack: string) => {
    const under = { ...scenario, stack };
    return layoutScoreboard(tiny, 0, runEnsemble(under, seeds)).heroes[0]?.chance;
  };
  expect(chanceUnder('ledger')).toBe(undefined);
  // Two of 40 lie below the lower twentieth, and two above the upper one.
  expect(chanceUnder('adaptive')).toMatch(/^by chance alone: \d+ % to \d+ % \(36 of 40 runs\)$/);
});

test('the headline reads as a sentence whatever the target is called, and however many are counted', () => {
  const world = tinyWorld();
  const rename = (name: string) => ({
    ...scenario,
    world: {
      ...world,
      services: world.services.map((one) => (one.id === 'courier' ? { ...one, name } : one)),
    },
  });
  const { sentence, heroes } = layoutScoreboard(run(rename('The 14 sites')), 0, undefined);
  expect(sentence).toContain('0 % of the 14 sites stopped; ');
  expect(heroes[0]?.label).toBe('of the 14 sites stopped');
  expect(layoutScoreboard(run(rename('Theatre')), 0, undefined).heroes[0]?.label).toBe(
    'of Theatre stopped',
  );
  const single = {
    register: [{ prefix: '192.0.2.1/32', from: scenario.period.from, assumed: 'made up' }],
  };
  const countsOf = (one: Scenario) =>
    layoutScoreboard(run(one), 25, undefined).others.slice(0, 2).map(countInWords);
  expect(countsOf({ ...scenario, ledgers: single })).toEqual([
    '1 address listed',
    '0 services down',
  ]);
  expect(countsOf({ ...scenario, stack: 'dpi' })[0]).toBe('no addresses listed');
  expect(countsOf(scenario)[1]).toBe('1 service down');
});

test('of what is stopped, those who left are told from those who are blocked', () => {
  const leaving = {
    id: 'leaving',
    technique: 'substitution',
    parameters: { service: 'courier', rivals: [], ceiling: 0.5, leavePerDay: 1, returnPerDay: 0.5 },
  };
  const tiny = run({ ...scenario, countermeasures: [leaving] });
  const tick = 40;
  const [target] = layoutScoreboard(tiny, tick, undefined).heroes;
  const shares = /^(.*) % blocked, (.*) % because users left$/.exec(target?.notes[0] ?? '');
  const [blocked, left] = [Number(shares?.[1]), Number(shares?.[2])];
  expect(left).toBeGreaterThan(0);
  // Each of the three is rounded to a point.
  expect(Math.abs(blocked + left - Number.parseFloat(target?.figure ?? ''))).toBeLessThan(1.6);
  expect(target?.notes.at(-1)).toMatch(/^whole period: .* % \(.* % because users left\)$/);
  const sentence = layoutScoreboard(run(scenario), tick, undefined).sentence;
  expect(sentence).not.toContain('left');
});

test('counts the named services and never the target among those that are hit', () => {
  const tiny = run(scenario);
  const { others } = layoutScoreboard(tiny, tiny.plan.ticks - 1, undefined);
  expect(others.find((score) => score.id === 'servicesDown')?.notes[0]).toMatch(
    /of 4 lose 5 % or more$/,
  );
});

test('entries of a file are told from simulated ones and say what vouches for them, and those without the target from the others', () => {
  const notesUnder = (stack: string) => {
    const tiny = run({ ...scenario, stack });
    return layoutScoreboard(tiny, tiny.plan.ticks - 1, undefined).others[0]?.notes;
  };
  expect(notesUnder('ledger')).toEqual([
    'in 2 reported or assumed entries',
    '1 of them without any address of Courier',
  ]);
  expect(notesUnder('adaptive')?.[0]).toMatch(/simulated entries$/);
  // Of a made-up list nothing is reported.
  const madeUp = {
    register: [{ prefix: '192.0.2.0/24', from: scenario.period.from, assumed: 'made up' }],
  };
  const tiny = run({ ...scenario, ledgers: madeUp });
  expect(layoutScoreboard(tiny, 1, undefined).others[0]?.notes).toEqual(['in 1 assumed entry']);
});

const check = (id: string, more: Partial<Fact>): Fact => ({
  id,
  title: id,
  at: scenario.period.from,
  metric: 'targetBlocked',
  role: 'check',
  reported: 'gazette',
  ...more,
});

test('the report nearest to the hour stands under the figure, with its day, and none that is far away', () => {
  const facts = [
    check('at-the-start', { low: 0.15, high: 0.4 }),
    check('the-days-after', {
      at: '2018-04-18T00:00+03:00',
      until: '2018-04-20T00:00+03:00',
      value: 0.3,
      low: 0.2,
      high: 0.35,
    }),
    check('the-same-days', {
      at: '2018-04-18T00:00+03:00',
      until: '2018-04-20T00:00+03:00',
      value: 0.52,
    }),
    check('after-the-month', {
      at: '2018-04-30T00:00+03:00',
      until: '2018-05-02T00:00+03:00',
      low: 0.8,
    }),
    check('set-to', { low: 0.05, high: 0.06, role: 'calibration' }),
  ];
  const tiny = run({ ...scenario, facts });
  expect(tiny.plan.tickHours).toBe(1);
  const at = (tick: number, metric = 'targetBlocked') =>
    reportedRange(tiny, tick, metric, scenario.stack);
  // The period begins on 16 April: the 18th is two days on, nearer than the start from the 25th hour on.
  expect(at(3)).toBe('reported for 16 April: 15 % to 40 %');
  expect(at(24)).toBe('reported for 16 April: 15 % to 40 %');
  expect(at(25)).toBe('reported for 18 to 19 April: 30 % to 52 %');
  expect(at(10 * 24)).toBe('reported for 30 April to 1 May: 80 % or more');
  expect(at(25 * 24)).toBe('no report within a week of this hour');
  expect(at(3, 'collateral')).toBe('no figure was reported');
});

test('a what-if shows no report but one about itself', () => {
  const facts = [
    check('of-what-happened', { low: 0.15, high: 0.4 }),
    check('of-the-hunt', { high: 0.95, stack: 'adaptive' }),
  ];
  const noteUnder = (stack: string) =>
    layoutScoreboard(run({ ...scenario, facts, stack }), 0, undefined, 'ledger').heroes[0]?.notes;
  expect(noteUnder('ledger')).toContain('reported for 16 April: 15 % to 40 %');
  expect(noteUnder('adaptive')).toContain('reported for 16 April: up to 95 %');
  expect(noteUnder('dpi')).toContain('a what-if: no report is about it');
});
