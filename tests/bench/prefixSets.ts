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
  const text = seededPrefixes(count, 'one list')
    .map(({ first, last }) => `${formatPrefix(first, last)}\n`)
    .join('');
  return [...aggregateAgainstCidrTools(text), aggregateAgainstIprange(text), ...setOperations()];
}

function aggregateAgainstCidrTools(text: string): BenchRow[] {
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
    { name: '10k lines aggregated', figure: milliseconds[0] as number, unit: 'ms', met: true },
    {
      name: '… by cidr-tools',
      figure: milliseconds[1] as number,
      unit: 'ms',
      ratio,
      aim: 'ours ≤ 0.33×',
      met: ratio <= 0.33,
    },
  ];
}

function aggregate(text: string): string {
  return writePrefixes(readPrefixes(text).set);
}

function aggregateByCidrTools(text: string): string {
  return `${mergeCidr(text.trimEnd().split('\n')).join('\n')}\n`;
}

/** A whole process, since that is how the tool is used; its output goes nowhere while timed. */
function aggregateAgainstIprange(text: string): BenchRow {
  const name = '… by iprange (C, a process)';
  const aim = 'ours ≤ 0.20×';
  if (spawnSync('iprange', ['--version']).error) {
    return { name, figure: 'not installed', unit: '', aim, met: true };
  }
  const folder = mkdtempSync(join(tmpdir(), 'overblock-bench-'));
  const file = join(folder, 'prefixes.txt');
  writeFileSync(file, text);
  const args = ['--print-suffix-ips', '/32', file];
  const output = spawnSync('iprange', args, { encoding: 'utf8', maxBuffer: 2 ** 26 }).stdout;
  if (aggregate(text) !== output) throw new Error('iprange disagrees');
  const { milliseconds, ratios } = runPaired(
    [
      { name: 'ours', run: () => aggregate(text).length },
      { name: 'iprange', run: () => spawnSync('iprange', args, { stdio: 'ignore' }).status ?? 1 },
    ],
    { rounds: 41, warmUps: 5 },
  );
  rmSync(folder, { recursive: true });
  const ratio = ratios[1] as number;
  return { name, figure: milliseconds[1] as number, unit: 'ms', ratio, aim, met: ratio <= 0.2 };
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
