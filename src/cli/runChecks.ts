// What was published beside what one run says: the last block of its table, in the words of `check`.
import type { Run } from '../model/index.ts';
import { factRows } from '../scenario/factRows.ts';
import { countsInWords, factLines, widthOfFacts } from './factLines.ts';
import { wrapped } from './wrapped.ts';

/** Lines of the table; none where nothing that was published is about the stack of this run. */
export function runChecks(run: Run): string[] {
  const { scenario } = run;
  const facts = scenario.facts.filter(
    ({ stack }) => stack === undefined || stack === scenario.stack,
  );
  const rows = factRows({ ...scenario, facts }, () => run);
  if (rows.length === 0) return [];
  const own = rows.map((row) => ({ ...row, range: undefined }));
  return [...wrapped(countsInWords(rows), widthOfFacts, '  '), '', ...factLines(scenario, own, 1)];
}
