// `overblock validate --figures`: how much of a scenario was reported, derived or assumed, and what says nothing.
import type { Scenario } from '../model/index.ts';
import { addCounts, countFigures, type FigureCount, sumOf } from '../scenario/countFigures.ts';
import { columns } from './columns.ts';

const kinds = ['reported', 'derived', 'assumed'] as const;

export function figuresTable(scenarios: readonly Scenario[]): string {
  const blocks = scenarios.map((scenario) => blockOf(scenario, countFigures(scenario)));
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

export function figuresJson(scenarios: readonly Scenario[]): string {
  const described = scenarios.map((scenario) => ({
    scenario: scenario.id,
    title: scenario.title,
    world: scenario.world.id,
    figures: countFigures(scenario).map(({ about, of, counts, without }) => ({
      ...{ about, of, ...counts, without },
    })),
  }));
  return `${JSON.stringify({ scenarios: described }, null, 2)}\n`;
}

function blockOf({ id, title, world }: Scenario, counted: readonly FigureCount[]): string[] {
  const parts = (['scenario', 'world'] as const).flatMap((part) => {
    const own = counted.filter(({ of }) => of === part);
    const sum = addCounts(own);
    const name = part === 'scenario' ? 'its own figures' : `its world, ${world.id}`;
    const without = own.reduce((count, one) => count + one.without.length, 0);
    return [
      ...own.map((one) => [`  ${one.about}`, ...cells(one.counts, one.without.length)]),
      [name, ...cells(sum, without)],
    ];
  });
  const rows = [['', ...kinds, 'in all', 'without a basis'], ...parts];
  const silent = counted.flatMap(({ without }) => without);
  return [
    `${title.en} (${id})`,
    ...columns(rows, rows[0]?.map((_, column) => column > 0) ?? []).map((line) => `  ${line}`),
    ...silent.map((path) => `  without a basis: ${path}`),
  ];
}

function cells(counts: FigureCount['counts'], without: number): string[] {
  return [...kinds.map((kind) => counts[kind]), sumOf(counts), without].map(String);
}
