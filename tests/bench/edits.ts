// A slider that moves: how long one edit of a parameter takes, checks and all.
import { readFileSync } from 'node:fs';
import type { Scenario } from '../../src/model/index.ts';
import { applyEdits } from '../../src/scenario/edits.ts';
import { readScenario } from '../../src/scenario/readScenario.ts';
import { checkedScenario } from '../scenario/tinyShelf.ts';
import type { BenchRow } from './benchRow.ts';
import { runPaired } from './paired.ts';

const path = 'stacks.adaptive.strategies.hunt.parameters.prefixLength';
const edits = 100;

export function benchEdits(): BenchRow[] {
  const [tiny, april] = [checkedScenario(), shippedApril()];
  const { milliseconds } = runPaired(
    [
      { name: 'tiny', run: () => moveSlider(tiny) },
      { name: 'april', run: () => moveSlider(april) },
    ],
    { rounds: 15, warmUps: 3 },
  );
  const [inTiny, inApril] = milliseconds.map((time) => time / edits) as [number, number];
  const unit = 'ms';
  return [
    {
      name: 'one edit of a parameter, tiny scenario',
      figure: inTiny,
      unit,
      aim: '≤ 0.2 ms',
      met: inTiny <= 0.2,
    },
    { name: '  the same in April 2018', figure: inApril, unit, met: true },
  ];
}

function moveSlider(base: Scenario): number {
  let sum = 0;
  for (let i = 0; i < edits; i++) {
    const reading = applyEdits(base, [{ path, value: 8 + (i % 25) }]);
    if (!reading.ok) throw new Error('an edit of a slider was refused');
    sum += reading.scenario.stacks.length;
  }
  return sum;
}

function shippedApril(): Scenario {
  const read = (file: string) => readFileSync(`scenarios/${file}.json`, 'utf8');
  const reading = readScenario(read('april-2018'), {
    knownWorlds: ['russia-2018'],
    worldText: (id) => read(`worlds/${id}`),
  });
  if (!reading.ok) throw new Error('the scenario of April 2018 was refused');
  return reading.scenario;
}
