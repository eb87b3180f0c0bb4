// The services list of the tiny world's register, worked out on paper (see tests/tinyWorld.ts).
import { describe, expect, test } from 'vitest';
import { type Run, run } from '../../../src/model/index.ts';
import { strategiesInWords } from '../../../src/scenario/lossWords.ts';
import { layoutServices, storyOfService } from '../../../src/views/services/layout.ts';
import { tiny as tinyWith } from '../../model/run/tinyRun.ts';
import { tinyWorldWithoutTail } from '../../tinyWorld.ts';

const tiny = run(tinyWith());

function storyOf(of: Run, name: string, tick: number) {
  const row = layoutServices(of, tick).find((one) => one.name === name);
  if (!row) throw new Error(`${name} is missing`);
  return { lost: row.lost, ...storyOfService(of, row, tick) };
}

/** The tiny world under one list a ledger; each ledger has some prefixes in a span of ticks of 17 April. */
function listsOf(ledgers: Readonly<Record<string, readonly string[]>>, until?: string) {
  const entry = (prefix: string) => ({
    ...{ prefix, from: '2018-04-17T00:00+03:00', assumed: 'By hand.' },
    ...(until !== undefined && { until }),
  });
  const strategies = Object.keys(ledgers).map((ledger) => ({
    id: ledger,
    technique: 'addressBlocklist',
    parameters: { entries: 'ledger', ledger },
  }));
  return run(
    tinyWith({
      world: tinyWorldWithoutTail(),
      ledgers: Object.fromEntries(
        Object.entries(ledgers).map(([id, prefixes]) => [id, prefixes.map(entry)]),
      ),
      stack: 'own',
      stacks: [{ id: 'own', title: 'Own', summary: 'Own.', strategies }],
    }),
  );
}

describe('the services list', () => {
  test('has the target first, then those that are down, then the others, by sessions lost', () => {
    // At tick 40 mobile lines (0.6) lose what is listed, fixed ones (0.4) half of it: 80 %. A quarter
    // of radio is listed. Lantern and bank lose nothing; the bank has more sessions.
    const rows = layoutServices(tiny, 40);
    expect(rows.map(({ name, state, isTarget }) => [name, state, isTarget])).toEqual([
      ['Courier', 'down', true],
      ['Mapper', 'down', false],
      ['Radio', 'hit', false],
      ['Bank', 'works', false],
      ['Lantern', 'works', false],
    ]);
    [0.8, 0.8, 0.2, 0, 0].forEach((lost, index) => {
      expect(rows[index]?.lost).toBeCloseTo(lost, 12);
    });
  });

  test('says nothing of what took a service that loses nothing', () => {
    expect(storyOf(tiny, 'Bank', 71)).toEqual({ lost: 0, cause: '', since: '' });
  });

  test('names the entries that took a hit service, how many of its addresses, and since when', () => {
    expect(storyOf(tiny, 'Courier', 40)).toMatchObject({
      cause: 'Address blocklist: 192.0.2.0/24 and 1 more entry (3 of its 3 addresses)',
      since: '16 April, 12:00',
    });
    expect(storyOf(tiny, 'Radio', 71)).toMatchObject({
      cause: 'Address blocklist: 198.51.100.16/28 (1 of its 2 addresses)',
      since: '17 April, 00:00',
    });
  });

  test('an address under two entries is counted once', () => {
    expect(storyOf(tiny, 'Mapper', 40).cause).toBe(
      'Address blocklist: 198.51.100.0/25 and 1 more entry (its only address)',
    );
  });
});

describe('while networks lag', () => {
  const short = listsOf({ short: ['198.51.100.0/25'] }, '2018-04-17T12:00+03:00');
  const lag = 'applied by Fixed lines (they lag by up to 2 h): 198.51.100.0/25 (its only address)';

  test('after a listing, those that do not apply it yet are named', () => {
    const at = (tick: number) => storyOf(short, 'Mapper', tick);
    expect(at(25).lost).toBeCloseTo(0.6, 12);
    expect(at(25).cause).toBe(`Address blocklist: not yet ${lag}`);
    expect(at(26).lost).toBeCloseTo(0.8, 12);
    expect(at(26).cause).toBe('Address blocklist: 198.51.100.0/25 (its only address)');
  });

  test('after an entry is gone, those that still apply it are named, with the entry', () => {
    // Off the list at tick 36; fixed lines (0.4) still lose half until tick 38.
    const at = (tick: number) => storyOf(short, 'Mapper', tick);
    expect(at(37).lost).toBeCloseTo(0.2, 12);
    expect(at(37).cause).toBe(`Address blocklist: still ${lag}`);
    expect(at(38)).toMatchObject({ lost: 0, cause: '' });
  });

  test('an entry that all apply is named before one that some still do', () => {
    expect(storyOf(tiny, 'Mapper', 60).cause).toBe(
      'Address blocklist: 198.51.100.16/28 and 1 more entry (its only address)',
    );
  });
});

describe('with two lists', () => {
  const two = listsOf({ west: ['192.0.2.0/24'], east: ['198.51.100.0/25'] });

  test('each has its own entries and its own count of addresses', () => {
    const { lost, cause } = storyOf(two, 'Courier', 40);
    expect(lost).toBeCloseTo(0.8, 12);
    expect(cause.split('; ')).toEqual([
      'Address blocklist (west): 192.0.2.0/24 (2 of its 3 addresses)',
      'Address blocklist (east): 198.51.100.0/25 (1 of its 3 addresses)',
    ]);
  });

  test('each has a line of what it took, and would have taken alone', () => {
    // Both stand for ticks 24 … 71 of 72; fixed lines come two hours later: (0.6 · 48 + 0.2 · 46) / 72
    // = 52.8 % of what is listed. Half of the target each; of the others’ 9,000 sessions 4,500.
    expect(strategiesInWords(two)).toEqual([
      'Address blocklist (west) took 26 % of the target’s and 0 % of everybody else’s; alone it would take 26 % and 0 %.',
      'Address blocklist (east) took 26 % of the target’s and 26 % of everybody else’s; alone it would take 26 % and 26 %.',
    ]);
    expect(strategiesInWords(tiny)).toEqual([]);
  });

  test('one that is switched off has no line, and one alone needs none', () => {
    const { scenario } = two;
    const stacks = scenario.stacks.map((stack) => ({
      ...stack,
      strategies: stack.strategies.map((entry) => ({ ...entry, off: entry.id === 'west' })),
    }));
    expect(strategiesInWords(run({ ...scenario, stacks }))).toEqual([]);
  });
});
