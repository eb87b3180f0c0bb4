// Runs every bench and prints one table. A new bench is one line in the list.
import { isMainThread } from 'node:worker_threads';
import type { Bench, BenchRow } from './benchRow.ts';
import { benchEdits } from './edits.ts';
import { benchEngine } from './engine.ts';
import { benchGrowth } from './growth.ts';
import { benchLookUps } from './lookups.ts';
import { benchMemory } from './memory.ts';
import { benchPrefixSets } from './prefixSets.ts';
import { benchSeeds, serveSeeds } from './seeds.ts';
import { benchWhole } from './whole.ts';

const benches: readonly Bench[] = [
  benchPrefixSets,
  benchLookUps,
  benchEngine,
  benchWhole,
  benchMemory,
  benchGrowth,
  benchSeeds,
  benchEdits,
];

const columns = ['', 'median', 'ratio', 'aim', 'met'];
// The threads of a bench are this same program.
if (isMainThread) printTable([columns, ...benches.flatMap((bench) => bench()).map(cellsOf)]);
else serveSeeds();

function cellsOf({ name, figure, unit, ratio, aim, met }: BenchRow): string[] {
  const value = typeof figure === 'number' ? figure.toPrecision(3) : figure;
  const verdict = aim === undefined || typeof figure === 'string' ? '' : met ? 'yes' : 'NO';
  return [
    name,
    `${value} ${unit}`,
    ratio === undefined ? '' : `${ratio.toFixed(3)}×`,
    aim ?? '',
    verdict,
  ];
}

function printTable(lines: readonly string[][]): void {
  const widths = columns.map((_, i) =>
    Math.max(...lines.map((line) => (line[i] as string).length)),
  );
  for (const line of lines) {
    console.log(
      line
        .map((cell, i) => cell.padEnd(widths[i] as number))
        .join('  ')
        .trimEnd(),
    );
  }
}
