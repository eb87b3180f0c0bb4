// The commands that run a scenario many times, as a person starts them.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { metrics } from '../../src/model/index.ts';
import { uncertainTiny } from '../model/study/uncertainTiny.ts';

const launcher = fileURLToPath(new URL('../../src/cli/launch.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'overblock-'));

function overblock(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, 'overblock', ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}
const json = (...args: string[]) => JSON.parse(overblock(...args).stdout);
const linesOf = (text: string) => text.trimEnd().split('\n');
const read = (file: string) => readFileSync(join(folder, file), 'utf8');

beforeAll(() => {
  writeFileSync(join(folder, 'tiny.json'), JSON.stringify(uncertainTiny()));
  // The first call builds the program; the others find it built.
  expect(overblock('--help').status).toBe(0);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const sweep = ['sweep', 'tiny.json', '--vary', 'hunt.prefixLength=24:32:3', '--seeds', '3'];
const path = 'stacks.adaptive.strategies.hunt.parameters.prefixLength';

describe('sweep', () => {
  test('gives a point a value, over the same seeds, and says nothing else', () => {
    const { status, stdout, stderr } = overblock(...sweep);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const { seeds, axes, points } = JSON.parse(stdout);
    expect(seeds).toEqual([7, 8, 9]);
    expect(axes).toEqual([{ path, values: [24, 28, 32] }]);
    expect(points.map((point: { values: object }) => point.values)).toEqual(
      [24, 28, 32].map((value) => ({ [path]: value })),
    );
    const run = json(
      'run',
      'tiny.json',
      '--set',
      'strategies.hunt.prefixLength=28',
      '--seeds',
      '3',
    );
    expect(points[1].quantiles).toEqual(run.ensemble.quantiles);
  }, 30_000);

  test('as CSV it has a row a run: run, seed, stack, the parameters, the metrics', () => {
    const { stdout } = overblock(
      ...sweep,
      '--format',
      'csv',
      '--vary',
      'hopping.hopDelayHours=1,3',
    );
    const [header = '', ...rows] = linesOf(stdout);
    const hop = 'countermeasures.hopping.parameters.hopDelayHours';
    const ids = metrics.map(({ id }) => id).join(',');
    expect(header).toBe(`scenario,hash,run,seed,stack,${path},${hop},${ids}`);
    expect(rows).toHaveLength(3 * 2 * 3);
    const starts = rows.map((row) => row.split(',').slice(2, 7).join(' '));
    expect(starts.slice(0, 4)).toEqual([
      '1 7 adaptive 24 1',
      '2 8 adaptive 24 1',
      '3 9 adaptive 24 1',
      '4 7 adaptive 24 3',
    ]);
  }, 30_000);

  test('as a table it is for the eye; progress is counted on stderr when asked for', () => {
    const { stdout, stderr } = overblock(...sweep, '--format', 'table', '--progress');
    expect(stdout).toContain('stack adaptive; means and ranges over 3 seeds');
    expect(stdout).toMatch(/prefixLength +Target stopped +5 – 95 %/);
    expect(stderr).toContain('run 9 of 9');
  }, 30_000);
});

describe('--resume', () => {
  test('keeps the runs, takes them back, adds what is new, and mends a line that was cut off', () => {
    const all = overblock(...sweep, '--resume', 'kept.csv').stdout;
    const full = read('kept.csv');
    expect(linesOf(full)).toHaveLength(1 + 9);
    // As if it had been stopped in the middle of the sixth row.
    writeFileSync(
      join(folder, 'kept.csv'),
      `${linesOf(full).slice(0, 6).join('\n')}\ntiny-days,12`,
    );
    const resumed = overblock(...sweep, '--resume', 'kept.csv');
    expect(resumed.stdout).toBe(all);
    expect(resumed.stderr).toContain('kept.csv: the last line was cut off');
    expect(read('kept.csv')).toBe(full);
    // The rows are read, not run: another figure in one of them comes out in the result.
    const [header, first, second = '', ...rest] = linesOf(full);
    const changed = second.replace(/[^,]+$/, '123456');
    writeFileSync(join(folder, 'kept.csv'), `${[header, first, changed, ...rest].join('\n')}\n`);
    const last = metrics.at(-1)?.id ?? '';
    const { points } = JSON.parse(overblock(...sweep, '--resume', 'kept.csv').stdout);
    expect(points[0].quantiles[last].q95).toBeGreaterThan(1000);
    // Two seeds more are three times two rows more.
    overblock(...sweep.slice(0, -1), '5', '--resume', 'kept.csv');
    expect(linesOf(read('kept.csv'))).toHaveLength(1 + 15);
    expect(linesOf(read('kept.csv')).at(-1)).toMatch(/^tiny-days,[0-9a-f]{16},15,11,adaptive,32,/);
  }, 60_000);

  test('refuses the rows of another study, another scenario and another version', () => {
    overblock(...sweep, '--resume', 'other.csv');
    const good = read('other.csv');
    const study = overblock(
      ...['sweep', 'tiny.json', '--vary', 'hunt.discoveryPerHour=0.1,0.2', '--resume', 'other.csv'],
    );
    expect(study.status).toBe(2);
    expect(study.stderr).toContain('line 1: found "scenario,hash');
    const scenario = overblock(...sweep, '--seed', '8', '--resume', 'other.csv');
    expect(scenario.status).toBe(2);
    expect(scenario.stderr).toContain('expected a whole row that begins with tiny-days,');
    const [header, first = '', ...rest] = linesOf(good);
    const changed = [header, first.replace(/[^,]+$/, '123456'), ...rest].join('\n');
    writeFileSync(join(folder, 'other.csv'), `${changed}\n`);
    const version = overblock(...sweep, '--resume', 'other.csv');
    expect(version.status).toBe(2);
    expect(version.stderr).toContain('but this version gives');
    expect(version.stdout).toBe('');
    expect(overblock(...sweep, '--resume', 'no/such.csv').stderr).toContain('does not exist');
    expect(existsSync(join(folder, 'no'))).toBe(false);
  }, 60_000);
});

describe('compare', () => {
  test('puts stacks side by side; without draws over seeds alone', () => {
    const { stacks } = json('compare', 'tiny.json', '--stacks', 'none,ledger', '--seeds', '2');
    expect(stacks.map(({ stack }: { stack: string }) => stack)).toEqual(['none', 'ledger']);
    expect(stacks[0].means.collateral).toBe(0);
    expect(stacks[1].means.collateral).toBeGreaterThan(0);
    expect(stacks[0]).not.toHaveProperty('variances');
  }, 30_000);

  test('with draws it tells inputs from chance: the register leaves nothing to chance', () => {
    const { inputs, stacks } = json(
      ...['compare', 'tiny.json', '--stacks', 'ledger', '--draws', '5', '--seeds', '3'],
      ...['--set', 'countermeasures=[]'],
    );
    expect(inputs.map(({ id }: { id: string }) => id)).toEqual([
      'world.networks.fixed.completeness.value',
      'world.services.mapper.users.value',
    ]);
    const { input, chance } = stacks[0].variances.collateral;
    expect(input).toBeGreaterThan(1e-6);
    expect(chance).toBeLessThan(1e-20);
  }, 30_000);

  test('sets strategies to equal effect, or tells what is in reach', () => {
    const equal = ['compare', 'tiny.json', '--seeds', '4', '--tolerance', '0.01'];
    const { stacks } = json(
      ...[...equal, '--equal', 'targetBlocked=0.4', '--by', 'dpi:classifier.threshold'],
    );
    expect(stacks[0]).toMatchObject({ stack: 'dpi', kind: 'found', isWithin: true });
    expect(Math.abs(stacks[0].means.targetBlocked - 0.4)).toBeLessThanOrEqual(0.01);
    const narrow = json(
      ...[...equal, '--equal', 'targetBlocked=0.99', '--by', 'dpi:classifier.threshold=2:8'],
    );
    expect(narrow.stacks[0]).toMatchObject({ kind: 'none', low: 2, high: 8 });
    expect(narrow.stacks[0].atLow).toBeGreaterThan(narrow.stacks[0].atHigh);
  }, 30_000);

  test('sets strategies to what a stack reaches that has nothing to set', () => {
    const { equal, stacks } = json(
      ...[
        'compare',
        'tiny.json',
        '--seeds',
        '2',
        '--tolerance',
        '0.01',
        '--set',
        'countermeasures=[]',
      ],
      ...['--equal', 'targetBlocked@ledger', '--by', 'dpi:classifier.threshold'],
    );
    // The register on the tiny world, by hand: of courier half for 60 ticks and half for 36 on mobile
    // (0.6), on fixed lines half as much (0.4 · 0.5) for 58 and 36 ticks of 72.
    const level = (0.5 * (0.6 * 60 + 0.2 * 58) + 0.5 * (0.6 * 36 + 0.2 * 36)) / 72;
    expect(equal).toMatchObject({ metric: 'targetBlocked', reference: 'ledger' });
    expect(equal.level).toBeCloseTo(level, 12);
    expect(stacks[0]).toMatchObject({ stack: 'ledger', kind: 'reference' });
    expect(stacks[0].means.targetBlocked).toBe(equal.level);
    expect(stacks[1]).toMatchObject({ stack: 'dpi', kind: 'found', isWithin: true });
    expect(Math.abs(stacks[1].means.targetBlocked - level)).toBeLessThanOrEqual(0.01);
  }, 30_000);

  test('stacks that find no room side by side stand below each other', () => {
    const wide = ['compare', 'tiny.json', '--seeds', '2', '--format', 'table'];
    const below = linesOf(overblock(...wide).stdout);
    expect(Math.max(...below.slice(1).map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(below.filter((line) => line.startsWith('adaptive ')).length).toBeGreaterThan(1);
    const abreast = overblock(
      ...wide,
      '--stacks',
      'none',
      '--show',
      'collateral,targetBlocked',
    ).stdout;
    expect(abreast).toMatch(/none +5 – 95 %\nEverybody else hit +0 %/);
  }, 30_000);

  test('finds where a classifier harms as much as the register', () => {
    const { breakEven, stacks } = json(
      ...['compare', 'tiny.json', '--seeds', '2', '--reference', 'ledger'],
      ...['--break-even', 'dpi:classifier.threshold'],
    );
    expect(stacks[0]).toMatchObject({ kind: 'found', isWithin: true });
    const miss = stacks[0].means.collateral / breakEven.level - 1;
    expect(Math.abs(miss)).toBeLessThanOrEqual(0.001);
    // All sessions but the target's are TLS, scored alike, so that boxes, which see all mobile flows (0.6)
    // and half of the others, take 0.8 times the false-positive rate. Of the target 3/4 score Normal(2, 1).
    expect(0.8 * stacks[0].rates.falsePositiveRate).toBeCloseTo(stacks[0].means.collateral, 9);
    expect(stacks[0].rates.truePositiveRate).toBeGreaterThan(0.7);
  }, 30_000);
});

test('frontier marks what no other point beats, in the order of the gain', () => {
  const { points } = json(
    ...['frontier', 'tiny.json', '--stacks', 'none,adaptive,dpi', '--seeds', '2'],
    ...['--vary', 'dpi:classifier.threshold=-2:4:4', '--vary', 'adaptive:hunt.prefixLength=24,28'],
  );
  expect(points).toHaveLength(1 + 2 + 4);
  type Point = { isOnFront: boolean; means: { targetBlocked: number; collateral: number } };
  const places = points.map(({ means }: Point) => means);
  points.forEach(({ isOnFront, means }: Point, index: number) => {
    const { targetBlocked: gain, collateral: harm } = means;
    const isBeaten = places.some(
      (other: Point['means']) =>
        other.targetBlocked >= gain &&
        other.collateral <= harm &&
        (other.targetBlocked > gain || other.collateral < harm),
    );
    expect(isOnFront).toBe(!isBeaten);
    if (index > 0) expect(gain).toBeGreaterThanOrEqual(places[index - 1].targetBlocked);
  });
}, 30_000);

describe('sensitivity', () => {
  const about = ['sensitivity', 'tiny.json', '--seeds', '2'];

  test('by default it is a tornado, the longest bar first', () => {
    const { inputs, effects } = json(...about);
    expect(inputs).toHaveLength(5);
    const lengths = effects.map((one: { atLow: number; atHigh: number }) =>
      Math.abs(one.atHigh - one.atLow),
    );
    expect(lengths).toEqual(lengths.toSorted((a: number, b: number) => b - a));
    expect(lengths[0]).toBeGreaterThan(0);
  }, 30_000);

  test('Morris and Sobol give their figures for each input', () => {
    const morris = json(...about, '--method', 'morris', '--trajectories', '3');
    expect(Object.keys(morris.effects[0])).toEqual(['input', 'mean', 'meanSize', 'deviation']);
    const sobol = json(...about, '--method', 'sobol', '--samples', '4', '--only', 'mapper');
    expect(sobol.effects).toHaveLength(1);
    expect(sobol.effects[0].total.value).toBeGreaterThan(0);
    expect(overblock(...about, '--method', 'morris', '--format', 'table').stdout).toMatch(
      /size of the effect +mean +deviation/,
    );
  }, 30_000);

  test('tells where a conclusion turns; an input of one’s own may be added', () => {
    // Mapper is hit harder than the rest: the more users it has, the more is hit.
    const level = json('run', 'tiny.json').totals.collateral;
    const { flip, inputs } = json(
      ...['sensitivity', 'tiny.json', '--seeds', '1', '--only', 'mapper', '--only', 'radio'],
      ...['--input', 'world.services.radio.users.value=1000:3000'],
      ...['--flip', `collateral < ${level * 1.05}`],
    );
    expect(inputs[0]).toMatchObject({
      title: 'Radio: users',
      low: 1000,
      mode: 2000,
      high: 3000,
      assumed: 'Given on the command line.',
    });
    expect(flip.holds).toBe(true);
    const mapper = flip.inputs.find(({ input }: { input: string }) => input.includes('mapper'));
    expect(mapper).toMatchObject({ holdsAtLow: true, holdsAtHigh: false });
    expect(mapper.values[0]).toBeGreaterThan(4000);
    expect(mapper.values[0]).toBeLessThan(8000);
  }, 30_000);
});

test('a conclusion may hold two stacks against each other', () => {
  const about = ['sensitivity', 'tiny.json', '--seeds', '2', '--only', 'discoveryPerHour'];
  const { flip } = json(...about, '--flip', 'collateral@adaptive > collateral@none');
  expect(flip.holds).toBe(true);
  // None hits nobody, so the margin is what the hunt hits.
  const { stacks } = json('compare', 'tiny.json', '--seeds', '2', '--stacks', 'adaptive');
  expect(flip.margin).toBe(stacks[0].means.collateral);
}, 30_000);

describe('wrong input ends with 2, a message and no result', () => {
  const tiny = 'tiny.json';
  test.each([
    [['sweep', tiny], '--vary: found nothing'],
    [['sweep', tiny, '--vary', 'hunt.prefixLenght=8:24:5'], 'did you mean prefixLength?'],
    [['sweep', tiny, '--vary', 'hnut.prefixLength=8:24:5'], 'did you mean hunt?'],
    [['sweep', tiny, '--vary', 'hunt.prefixLength=8:24:4'], 'a whole number from 8 to 32'],
    [['sweep', tiny, '--vary', 'hunt.prefixLength=4,8'], 'hunt.prefixLength: found 4, expected a'],
    [
      ['frontier', tiny, '--vary', 'dpi:classifier.threshold=x'],
      'dpi:classifier.threshold: found "x", expected a number',
    ],
    [
      ['sweep', tiny, '--vary', 'hunt.prefixLength=8:24'],
      '--vary: found "8:24", expected from:to:steps, or values with commas; did you mean 8:24:5?',
    ],
    [['sweep', tiny, '--vary', 'hunt.prefixLength=8:24:1'], 'with 2 steps or more'],
    [['sweep', tiny, '--vary', 'hunt.prefixLength'], 'expected path=from:to:steps'],
    [['sweep', tiny, '--vary', 'hunt.prefixLength=8,9', '--seeds', '0'], 'a whole number from 1'],
    [[...sweep, '--resume', 'a.csv', '--out', './a.csv'], 'expected another file'],
    [['compare', tiny, '--stacks', 'none,adaptiv'], 'did you mean adaptive?'],
    [['compare', tiny, '--equal', 'targetBloked=0.2'], 'did you mean targetBlocked?'],
    [
      ['compare', tiny, '--equal', 'targetBlocked=0.2'],
      '--by: found nothing, expected stack:path, such as --by adaptive:hunt.prefixLength\n',
    ],
    [['compare', tiny, '--equal', 'targetBlocked@leger', '--by', 'a:b.c'], 'did you mean ledger?'],
    [
      ['compare', tiny, '--equal', 'targetBlocked@dpi', '--by', 'dpi:classifier.threshold'],
      '--by: found dpi, which --equal takes as it is, expected other stacks',
    ],
    [
      [
        ...['compare', tiny, '--equal', 'targetBlocked=0.2', '--by', 'dpi:classifier.threshold'],
        ...['--stacks', 'dpi,ledger'],
      ],
      'expected ledger:path, or --equal metric@ledger',
    ],
    [
      [
        ...['compare', tiny, '--equal', 'targetBlocked=0.2', '--by', 'dpi:classifier.threshold'],
        ...['--stacks', 'dpi,adaptive'],
      ],
      'expected adaptive:path such as adaptive:hunt.prefixLength, or --equal metric@adaptive',
    ],
    [
      ['compare', tiny, '--equal', 'targetBlocked@dpi'],
      'such as --by adaptive:hunt.prefixLength\n',
    ],
    [
      [
        ...['compare', tiny, '--reference', 'ledger'],
        ...['--break-even', 'dpi:classifier.operatingPoint.falsePositiveRate'],
      ],
      'expected dpi:classifier.threshold, since this classifier has scores',
    ],
    [['compare', tiny, '--show', 'colateral'], 'did you mean collateral?'],
    [['frontier', tiny, '--harm', 'costPerHead'], 'the world tiny says nothing of its economy'],
    [['compare', tiny, '--by', 'dpi:classifier.threshold'], 'found without --equal'],
    [['compare', tiny, '--break-even', 'dpi:classifier.threshold'], '--reference: found nothing'],
    [['compare', tiny, '--draws', '3', '--seeds', '1'], 'expected --seeds 2 or more'],
    [
      ['compare', tiny, '--equal', 'targetBlocked=0.2', '--by', 'dpi:classifier.scores.tls.mean'],
      '=low:high, since the schema gives it no range of its own',
    ],
    [['frontier', tiny, '--harm', 'colateral'], 'did you mean collateral?'],
    [['sensitivity', tiny, '--method', 'sobel'], 'did you mean sobol?'],
    [['sensitivity', tiny, '--flip', 'collateral = 3'], 'two sides with > or < between'],
    [['sensitivity', tiny, '--flip', 'collateral@dip > 3'], 'did you mean dpi?'],
    [['sensitivity', tiny, '--input', 'hunt.entries=1:2'], 'the path of a number'],
    [['sensitivity', tiny, '--only', 'nowhere'], 'a part of the path of an uncertain input'],
    [['sensitivity', tiny, '--samples', '9'], 'expected --method sobol'],
  ])(
    '%j',
    (args, message) => {
      const { status, stdout, stderr } = overblock(...args);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain(message);
    },
    30_000,
  );
});

test.each(['sweep', 'compare', 'sensitivity', 'frontier'])(
  '%s explains itself',
  (command) => {
    const { status, stdout } = overblock(command, '--help');
    expect(status).toBe(0);
    expect(stdout).toContain(`Usage: overblock ${command} <file or id>`);
    expect(stdout).toContain('--resume FILE');
  },
  30_000,
);
