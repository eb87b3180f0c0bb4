// Published figures beside those of the model, for the eye: scenario by scenario, and how many hold.

import type { FactRow } from '../scenario/factRows.ts';
import type { CheckedScenario } from './checkedScenario.ts';
import { countsInWords, factLines, widthOfFacts } from './factLines.ts';
import { wrapped } from './wrapped.ts';

export function* checkTable(checked: Iterable<CheckedScenario>): Iterable<string> {
  const all: FactRow[] = [];
  let scenarios = 0;
  for (const one of checked) {
    yield `${blockOf(one).join('\n')}\n\n`;
    all.push(...one.rows);
    scenarios++;
  }
  const where = scenarios === 1 ? '1 scenario' : `${scenarios} scenarios`;
  yield `${wrapped(`In ${where}: ${countsInWords(all)}`, widthOfFacts, '').join('\n')}\n`;
}

function blockOf({ scenario, seeds, rows }: CheckedScenario): string[] {
  const head = `${scenario.title.en} (${scenario.id})`;
  if (rows.length === 0)
    return [head, '  No figure was published that the model could be held to.'];
  return [
    head,
    ...wrapped(countsInWords(rows), widthOfFacts, '  '),
    '',
    ...factLines(scenario, rows, seeds),
  ];
}
