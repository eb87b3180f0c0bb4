// The program as a person starts it: its output, its messages, its exit codes.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { metrics } from '../../src/model/index.ts';
import { tinyHopping, tinyScenario, tinyWorld } from '../tinyWorld.ts';

const launcher = fileURLToPath(new URL('../../src/cli/launch.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'overblock-'));

function overblock(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, 'overblock', ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function write(name: string, value: unknown): void {
  writeFileSync(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value));
}

beforeAll(() => {
  mkdirSync(join(folder, 'worlds'));
  write('worlds/tiny.json', tinyWorld());
  write('tiny.json', tinyScenario());
  write('hopping.json', { ...tinyScenario(tinyWorld()), countermeasures: [tinyHopping()] });
  // The first call builds the program; the others find it built.
  expect(overblock('--help').status).toBe(0);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('run', () => {
  test('prints JSON and nothing else; the world lies beside the file', () => {
    const { status, stdout, stderr } = overblock('run', 'tiny.json');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const result = JSON.parse(stdout);
    expect(result).toMatchObject({ scenario: 'tiny-days', seed: 7, ticks: 72, balanced: true });
    expect(Object.keys(result.totals)).toEqual(metrics.map(({ id }) => id));
    expect(result.totals.listedAddresses).toBe(272);
  }, 30_000);

  test('takes stack, seed, values and a moment', () => {
    const { stdout } = overblock(
      ...[
        'run',
        'hopping.json',
        '--stack',
        'adaptive',
        '--seed=3',
        '--at',
        '2018-04-16T05:00+03:00',
      ],
      ...[
        '--set',
        'strategies.hunt.prefixLength=28',
        '--set',
        'countermeasures.hopping.hopDelayHours=2',
      ],
      ...['--set', 'strategies.hunt.listAs=registered'],
    );
    const result = JSON.parse(stdout);
    expect(result).toMatchObject({ stack: 'adaptive', seed: 3, poolsAt: '2018-04-16T05:00+03:00' });
    // Whole registered blocks: a pool is listed entirely or not at all.
    for (const { listedShare } of result.pools) expect([0, 1]).toContain(listedShare);
  }, 30_000);

  test('runs several seeds and gives quantiles; progress goes to stderr', () => {
    const { stdout, stderr } = overblock('run', 'tiny.json', '--stack', 'adaptive', '--seeds', '3');
    const { seed, totals, ensemble } = JSON.parse(stdout);
    expect(seed).toBe(7);
    expect(ensemble.seeds).toEqual([7, 8, 9]);
    expect(ensemble.totals.collateral[0]).toBe(totals.collateral);
    const sorted = ensemble.totals.collateral.toSorted((a: number, b: number) => a - b);
    expect(ensemble.quantiles.collateral.q50).toBe(sorted[1]);
    expect(stderr).toContain('seed 3 of 3');
  }, 30_000);

  test('prints a table for the eye', () => {
    const { status, stdout } = overblock('run', 'tiny.json', '--format', 'table');
    expect(status).toBe(0);
    expect(stdout).toContain('Over the whole period: Courier: 53 % of sessions stopped.');
    expect(stdout).not.toContain('at 2018-04-17T12:00+03:00');
    expect(stdout).toMatch(/ +of the target +alone +of others +alone\n/);
    expect(stdout).toMatch(/\(register\) +53 % +53 % +\d+ % +\d+ %\n/);
    // Of 30,000 sessions 5,000/24 · (0.6 · 96 + 0.2 · 94) = 15,917 are lost and 14,083 get through.
    expect(stdout).toMatch(/\n +stopped +got through\nTarget +15.9 thousand +14.1 thousand\n/);
    expect(stdout).toContain('The target has 50 % of all sessions.\n');
    expect(stdout).toMatch(/The target \(Messaging\) +30 thousand +15.9 thousand +53 %\n/);
    expect(stdout).toMatch(/Mapper +53 % +6,333 +2018-04-17T00:00\+03:00/);
  }, 30_000);

  test('the table sets several costs side by side, or says that there are none', () => {
    const poor = overblock('run', 'tiny.json', '--format', 'table').stdout;
    expect(poor).toContain('What it cost others\nNothing is said: the world has no economy.\n');
    const rich = overblock('run', 'april-2018', '--format', 'table').stdout;
    expect(rich).toMatch(
      /yardsticks side by side, not to be added\n +RUB +from – to {2}worked out as\n/,
    );
    for (const title of ['User-hours lost', 'per head', 'share of GDP', 'Business lost']) {
      expect(rich).toMatch(new RegExp(`${title}.* billion +\\S+ \\w+ – `));
    }
  }, 30_000);

  test('the table shows the figures of a moment beside those of the whole period', () => {
    const { stdout } = overblock(
      ...['run', 'tiny.json', '--format', 'table', '--at', '2018-04-17T12:00+03:00'],
    );
    expect(stdout).toMatch(/ {2}over the whole period +at 2018-04-17T12:00\+03:00\n/);
    // All of courier's addresses are listed then; fixed lines (0.4) enforce half of the list.
    expect(stdout).toMatch(/Target stopped +53 % +80 %/);
    expect(stdout).toMatch(/Addresses listed +272 +384/);
  }, 30_000);

  test('writes a long table of all seeds to a file', () => {
    const { status, stdout } = overblock(
      ...['run', 'tiny.json', '--format', 'csv', '--seeds', '2', '--out', 'tiny.csv'],
    );
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    const [header, ...rows] = readFileSync(join(folder, 'tiny.csv'), 'utf8').trimEnd().split('\n');
    expect(header).toBe('run,seed,stack,time,metric,value');
    expect(rows).toHaveLength(2 * 72 * metrics.length);
    expect(rows).toContain('tiny-days,8,ledger,2018-04-17T06:00+03:00,listedAddresses,384');
  }, 30_000);

  test('a table of more text than the program may hold is written as it comes', () => {
    // 1,000 seeds of 72 ticks: some 50 MB, with a heap of 40.
    const { status, stderr } = spawnSync(
      process.execPath,
      [
        ...['--max-old-space-size=40', launcher, 'overblock', 'run', 'tiny.json'],
        ...['--format', 'csv', '--seeds', '1000', '--out', 'many.csv'],
      ],
      { cwd: folder, encoding: 'utf8' },
    );
    expect({ status, last: stderr.trimEnd().split('\n').at(-1) }).toEqual({
      status: 0,
      last: 'seed 1000 of 1000',
    });
    const rows = readFileSync(join(folder, 'many.csv'), 'utf8').trimEnd().split('\n');
    expect(rows).toHaveLength(1 + 1000 * 72 * metrics.length);
    expect(rows.at(-1)).toMatch(/^tiny-days,1006,ledger,2018-04-18T23:00\+03:00,/);
  }, 60_000);
});

/** A classifier that does not say what it looks for. */
const bareClassifier = {
  ...tinyScenario(),
  stack: 'dpi',
  stacks: [
    {
      id: 'dpi',
      title: 'Classifier',
      summary: 'It looks for nothing.',
      strategies: [{ id: 'boxes', technique: 'flowClassifier' }],
    },
  ],
};

describe('list and validate', () => {
  test('list names scenarios and worlds', () => {
    const { scenarios, worlds } = JSON.parse(overblock('list', '--format', 'json').stdout);
    expect(scenarios.length).toBeGreaterThan(0);
    expect(worlds).toContain('russia-2018');
    expect(overblock('list').stdout).toContain(scenarios[0].id);
  }, 30_000);

  test('validate tells right files from wrong ones', () => {
    write('wrong.json', { ...tinyScenario(), stack: 'ledgr', titel: 'x' });
    const right = overblock('validate', 'tiny.json', 'worlds/tiny.json');
    expect(right).toEqual({
      status: 0,
      stdout: 'tiny.json: right\nworlds/tiny.json: right\n',
      stderr: '',
    });
    write('other.json', { some: 'thing' });
    write('bare.json', bareClassifier);
    const wrong = overblock(
      ...['validate', 'tiny.json', 'wrong.json', 'nothing.json', 'other.json', 'bare.json'],
    );
    expect(wrong.status).toBe(2);
    expect(wrong.stdout).toBe('tiny.json: right\n');
    expect(wrong.stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(
        /^wrong\.json: titel: found the unknown key titel, .*did you mean title\?$/,
      ),
      'wrong.json: stack: found "ledgr", expected the id of a stack: one of none, ledger, adaptive, dpi; did you mean ledger?',
      'nothing.json: there is no such file',
      'other.json: found an object with some, expected a scenario or a world: an object with kind "scenario" or kind "world"',
      'bare.json: stacks[0].strategies[0].parameters: found nothing, expected an object with exactly one of scores, an operatingPoint and a preset',
    ]);
  }, 30_000);
});

describe('wrong input ends with 2, a message and no result', () => {
  test.each([
    [['rnu', 'tiny.json'], 'did you mean run?'],
    [[], 'Usage: overblock'],
    [['run'], 'expected one file or id'],
    [['run', 'nothing.json'], 'expected a file that exists'],
    [['run', 'worlds/tiny.json'], 'worlds/tiny.json: found a world, expected a scenario: '],
    [['run', 'april-2081'], 'did you mean april-2018?'],
    [['run', 'tiny.json', '--sed', '3'], 'did you mean --seed?'],
    [['run', 'tiny.json', '--seed', '-1'], 'expected a whole number from 0 to 4294967295'],
    [['run', 'tiny.json', '--seeds', '0'], 'expected a whole number from 1 to'],
    [['run', 'tiny.json', '--out'], '--out: found nothing'],
    [['run', 'tiny.json', '--out', 'no/such/file'], '--out: the folder no/such does not exist'],
    [['run', 'tiny.json', '--out', 'worlds'], '--out: found EISDIR'],
    [['run', 'tiny.json', '--format', 'jsn'], 'did you mean json?'],
    [['run', 'tiny.json', '--stack', 'adaptiv'], 'did you mean adaptive?'],
    [['run', 'tiny.json', '--set', 'seed'], 'expected path=value'],
    [
      ['run', 'tiny.json', '--set', 'strategies.register.prefixLength=7'],
      'strategies.register.prefixLength: found 7, expected a whole number from 8 to 32',
    ],
    [['run', 'tiny.json', '--set', '__proto__.x=1'], '__proto__'],
    [['run', 'tiny.json', '--at', '2018-04-17'], 'did you mean 2018-04-17T00:00Z?'],
    [
      ['run', 'tiny.json', '--at', '2019-04-17T00:00Z'],
      'expected a moment from 2018-04-16T00:00+03:00',
    ],
    [['validate'], 'found no file'],
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

test('tells its version', () => {
  const { status, stdout } = overblock('--version');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
}, 30_000);

test.each(['run', 'check', 'list', 'validate', 'new', 'lookup'])(
  '%s explains itself',
  (command) => {
    const { status, stdout } = overblock(command, '--help');
    expect(status).toBe(0);
    expect(stdout).toContain(`Usage: overblock ${command}`);
  },
  30_000,
);

describe.skipIf(process.platform === 'win32')('a reader that stops early is no failure', () => {
  const firstLineOf = (args: string) =>
    spawnSync(
      'bash',
      ['-c', `set -o pipefail; "${process.execPath}" "${launcher}" overblock ${args} | head -n 1`],
      { cwd: folder, encoding: 'utf8' },
    );

  test('of one run', () => {
    expect(firstLineOf('run tiny.json')).toMatchObject({ status: 0, stderr: '' });
  }, 30_000);

  test('of what is said beside the result as well', () => {
    const args = 'run tiny.json --seeds 20 2>&1';
    expect(firstLineOf(args)).toMatchObject({ status: 0, stdout: 'seed 2 of 20\n', stderr: '' });
  }, 30_000);

  test('and what it does not read is never run: not even a tenth of the seeds', () => {
    expect(firstLineOf('run tiny.json --format csv --seeds 10000')).toMatchObject({
      status: 0,
      stdout: 'run,seed,stack,time,metric,value\n',
      stderr: '',
    });
  }, 30_000);
});
