// Several studies carried out as one: each round asks for what all of them wait for, so that searches
// that take one step after the other still keep several workers busy.
import type { Totals } from './counts.ts';
import type { Study } from './study.ts';

/** The results in the order of the studies; each is given what it would have been given alone. */
export function* together<R>(studies: readonly Study<R>[]): Study<R[]> {
  const steps = studies.map((study) => ({ study, next: study.next() }));
  for (;;) {
    const waiting = steps.filter(({ next }) => !next.done);
    if (waiting.length === 0) break;
    const batches = waiting.map(({ next }) => (next.done ? [] : next.value));
    const totals: readonly Totals[] = yield batches.flat();
    let from = 0;
    waiting.forEach((step, index) => {
      const to = from + batches[index]!.length;
      step.next = step.study.next(totals.slice(from, to));
      from = to;
    });
  }
  return steps.map(({ next }) => {
    if (!next.done) throw new Error('a study stopped before its end');
    return next.value;
  });
}
