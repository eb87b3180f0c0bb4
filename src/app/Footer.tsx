// What the page is and is not: simulated figures, with their sources and assumptions.
import { useMemo } from 'react';
import type { Scenario } from '../model/index.ts';
import { addCounts, countFigures } from '../scenario/countFigures.ts';
import { count } from '../scenario/words.ts';
import { usePage } from '../store/state.ts';

export function Footer() {
  const base = usePage((page) => page.base);
  const bases = useMemo(() => (base ? ` ${basesInWords(base)}` : ''), [base]);
  return (
    <footer className="footer small soft">
      <p>
        Everything on this page that is not marked as reported is simulated.
        {bases} It teaches about blocking; it blocks nothing and evades nothing. Nothing is sent
        anywhere.
      </p>
    </footer>
  );
}

/** How many figures somebody published, and how many are assumed. */
function basesInWords(scenario: Scenario): string {
  const { reported, derived, assumed } = addCounts(countFigures(scenario));
  return (
    `Of the figures that it rests on ${count(reported)} are reported, ${count(derived)} derived and ` +
    `${count(assumed)} assumed; the files say by whom, how and why.`
  );
}
