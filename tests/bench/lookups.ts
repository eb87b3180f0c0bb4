// Who owns an address: the index against a plain binary search over the same segments.
import { buildPrefixIndex, lookUpAll, type PrefixIndex } from '../../src/model/net/prefixIndex.ts';
import type { BenchRow } from './benchRow.ts';
import { runPaired } from './paired.ts';
import { seededAddresses, seededPrefixes } from './seededPrefixes.ts';

const addressCount = 2_000_000;

export function benchLookUps(): BenchRow[] {
  return [5_000, 10_000, 100_000].flatMap(compareAt);
}

function compareAt(count: number): BenchRow[] {
  const prefixes = seededPrefixes(count, `owners of ${count}`);
  const first = Uint32Array.from(prefixes, (prefix) => prefix.first);
  const last = Uint32Array.from(prefixes, (prefix) => prefix.last);
  const value = Int32Array.from(prefixes, (_, i) => i % 200);
  const index = buildPrefixIndex(first, last, value);
  const addresses = seededAddresses(addressCount, prefixes, `asked of ${count}`);
  const ours = new Int32Array(addressCount);
  const plain = new Int32Array(addressCount);
  const { milliseconds, ratios } = runPaired(
    [
      { name: 'plain', run: () => runPlain(index, addresses, plain) },
      { name: 'index', run: () => runIndex(index, addresses, ours) },
      { name: 'build', run: () => buildPrefixIndex(first, last, value).firstOfSegment.length },
    ],
    { rounds: 9, warmUps: 2 },
  );
  if (ours.some((owner, i) => owner !== plain[i])) throw new Error('the two searches disagree');
  const [plainTime, indexTime, buildTime] = milliseconds as [number, number, number];
  const ratio = ratios[1] as number;
  const size = `${count / 1000}k prefixes`;
  const rate = (time: number) => addressCount / time / 1000;
  return [
    { name: `plain search, ${size}`, figure: rate(plainTime), unit: 'M look-ups/s', met: true },
    {
      name: `index, ${size}`,
      figure: rate(indexTime),
      unit: 'M look-ups/s',
      ratio,
      aim: '≥ 3× plain',
      met: ratio >= 3,
    },
    { name: `building it, ${size}`, figure: buildTime, unit: 'ms', met: true },
  ];
}

function runIndex(index: PrefixIndex, addresses: Uint32Array, out: Int32Array): number {
  lookUpAll(index, addresses, out);
  return out[0] as number;
}

function runPlain(index: PrefixIndex, addresses: Uint32Array, out: Int32Array): number {
  searchPlainly(index.firstOfSegment, index.valueOfSegment, addresses, out);
  return out[0] as number;
}

function searchPlainly(
  start: Uint32Array,
  value: Int32Array,
  addresses: Uint32Array,
  out: Int32Array,
): void {
  for (let i = 0; i < addresses.length; i++) {
    const address = addresses[i]!;
    let low = 0;
    let high = start.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (start[middle]! <= address) low = middle;
      else high = middle - 1;
    }
    out[i] = value[low]!;
  }
}
