// Prefix lists: text to aggregated text against cidr-tools and iprange; set operations by rate.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mergeCidr } from 'cidr-tools';
import { formatPrefix } from '../../src/model/net/prefix.ts';
import { type PrefixSet, setOfPrefixes } from '../../src/model/net/prefixSet.ts';
import { readPrefixes, writePrefixes } from '../../src/model/net/prefixText.ts';
import { difference, intersection, union } from '../../src/model/net/setAlgebra.ts';
import { countAddresses, countOverlap } from '../../src/model/net/setQueries.ts';
import type { BenchRow } from './benchRow.ts';
import { runPaired } from './paired.ts';
import { seededPrefixes } from './seededPrefixes.ts';

const count = 10_000;

export function benchPrefixSets(): BenchRow[] {
  const text = textOf(count, 'one list');
  return [...againstCidrTools(text), ...againstIprange(text), ...setOperations()];
}

function againstCidrTools(text: string): BenchRow[] {
  if (aggregate(text) !== aggregateByCidrTools(text)) throw new Error('cidr-tools disagrees');
  const { milliseconds, ratios } = runPaired(
    [
      { name: 'ours', run: () => aggregate(text).length },
      { name: 'cidr-tools', run: () => aggregateByCidrTools(text).length },
    ],
    { rounds: 61, warmUps: 20 },
  );
  const ratio = ratios[1] as number;
  return [
    { name: '10k lines to fewest lines', figure: milliseconds[0] as number, unit: 'ms', met: true },
    {
      name: '10k lines by cidr-tools',
      figure: milliseconds[1] as number,
      unit: 'ms',
      ratio,
      aim: 'ours ≤ 0.33×',
      met: ratio <= 0.33,
    },
  ];
}

function textOf(lines: number, seed: string): string {
  return seededPrefixes(lines, seed)
    .map(({ first, last }) => `${formatPrefix(first, last)}\n`)
    .join('');
}

function aggregate(text: string): string {
  return writePrefixes(readPrefixes(text).set);
}

function subtract(text: string, without: string): string {
  return writePrefixes(difference(readPrefixes(text).set, readPrefixes(without).set));
}

function aggregateByCidrTools(text: string): string {
  return `${mergeCidr(text.trimEnd().split('\n')).join('\n')}\n`;
}

/** Whole processes, since that is how the tool is used; their output goes nowhere while timed. */
function againstIprange(text: string): BenchRow[] {
  const folder = mkdtempSync(join(tmpdir(), 'overblock-bench-'));
  const file = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const other = textOf(count, 'another list');
  const million = textOf(1_000_000, 'a long list');
  const [one, two, long] = [file('one', text), file('two', other), file('long', million)];
  const rows = [
    aimAtIprange('10k lines', 0.2, 41, [one], () => aggregate(text)),
    aimAtIprange('10k less 10k', 0.25, 41, [one, '--except', two], () => subtract(text, other)),
    aimAtIprange('1M lines', 0.5, 7, [long], () => aggregate(million)),
  ];
  rmSync(folder, { recursive: true });
  return rows;
}

function aimAtIprange(
  job: string,
  aimed: number,
  rounds: number,
  input: string[],
  ours: () => string,
): BenchRow {
  const name = `${job} by iprange, a process`;
  const aim = `ours ≤ ${aimed.toFixed(2)}×`;
  const args = ['--print-suffix-ips', '/32', ...input];
  const { error, stdout } = spawnSync('iprange', args, { encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (error) return { name, figure: 'not installed', unit: '', aim, met: true };
  if (ours() !== stdout) throw new Error(`iprange disagrees about ${job}`);
  const { milliseconds, ratios } = runPaired(
    [
      { name: 'ours', run: () => ours().length },
      { name: 'iprange', run: () => spawnSync('iprange', args, { stdio: 'ignore' }).status ?? 1 },
    ],
    { rounds, warmUps: 3 },
  );
  const ratio = ratios[1] as number;
  return { name, figure: milliseconds[1] as number, unit: 'ms', ratio, aim, met: ratio <= aimed };
}

function setOperations(): BenchRow[] {
  const a = setOfPrefixes(seededPrefixes(count, 'set a'));
  const b = setOfPrefixes(seededPrefixes(count, 'set b'));
  const intervals = a.first.length + b.first.length;
  const sizes = [a, b, union(a, b), intersection(a, b)].map(countAddresses);
  if (sizes[2] !== (sizes[0] as number) + (sizes[1] as number) - (sizes[3] as number)) {
    throw new Error('|A ∪ B| is not |A| + |B| − |A ∩ B|');
  }
  const names = ['union', 'intersection', 'difference', 'overlap count'];
  const runs = [runUnion, runIntersection, runDifference, runOverlap];
  const { milliseconds } = runPaired(
    runs.map((run, i) => ({ name: names[i] as string, run: () => run(a, b) })),
    { rounds: 61, warmUps: 200, repeats: 10 },
  );
  return milliseconds.map((time, i) => {
    const rate = intervals / time / 1000;
    const name = `${names[i]} of 10k and 10k`;
    return { name, figure: rate, unit: 'M intervals/s', aim: '≥ 100', met: rate >= 100 };
  });
}

function runUnion(a: PrefixSet, b: PrefixSet): number {
  return union(a, b).first.length;
}

function runIntersection(a: PrefixSet, b: PrefixSet): number {
  return intersection(a, b).first.length;
}

function runDifference(a: PrefixSet, b: PrefixSet): number {
  return difference(a, b).first.length;
}

function runOverlap(a: PrefixSet, b: PrefixSet): number {
  return countOverlap(a, b);
}
