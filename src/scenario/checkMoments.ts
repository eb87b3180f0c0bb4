// Do the dates of a scenario exist, and do they lie where they have an effect?
import { formatMoment } from '../model/index.ts';
import { checkLadder } from './checkLadder.ts';
import { checkWindow } from './checkWindow.ts';
import { momentOf, mustFollow, mustLieWithin, type Period } from './moment.ts';
import { at, entries, items, numberOf, type Place, textOf } from './place.ts';
import type { ProblemList } from './problem.ts';

/** At one hour each, more than two years. */
export const MOST_TICKS = 20_000;
const msPerHour = 3_600_000;

export function checkMoments(scenario: Place, problems: ProblemList): void {
  const period = checkPeriod(scenario, problems);
  const plugIns = [
    ...items(at(scenario, 'stacks')).flatMap((stack) => items(at(stack, 'strategies'))),
    ...items(at(scenario, 'countermeasures')),
  ];
  const momentOfStep = checkLadder(scenario, problems);
  for (const plugIn of plugIns) checkWindow(at(plugIn, 'window'), period, momentOfStep, problems);
  for (const [, ledger] of entries(at(scenario, 'ledgers'))) {
    for (const entry of items(ledger)) {
      const from = momentOf(at(entry, 'from'), problems);
      const until = momentOf(at(entry, 'until'), problems);
      mustLieWithin(at(entry, 'from'), from, period, problems, 'before its end');
      mustFollow(at(entry, 'until'), from, until, problems);
    }
  }
  for (const fact of items(at(scenario, 'facts'))) {
    const place = at(fact, 'at');
    const from = momentOf(place, problems);
    mustLieWithin(place, from, period, problems, 'before its end');
    const until = momentOf(at(fact, 'until'), problems);
    mustFollow(at(fact, 'until'), from, until, problems);
    mustLieWithin(at(fact, 'until'), until, period, problems, 'at its end at the latest');
  }
  const opening = at(scenario, 'opensAt');
  mustLieWithin(opening, momentOf(opening, problems), period, problems, 'before its end');
  // What led to it and what came of it may lie outside the period.
  for (const step of items(at(scenario, 'story'))) momentOf(at(step, 'at'), problems);
}

/** Of a period that cannot be used nothing is given: then no moment is said to lie outside of it. */
function checkPeriod(scenario: Place, problems: ProblemList): Period {
  const place = at(scenario, 'period');
  const [begin, end] = [at(place, 'from'), at(place, 'to')];
  const from = momentOf(begin, problems);
  const to = momentOf(end, problems);
  const text = `the period ${textOf(begin)} to ${textOf(end)}`;
  if (from === undefined || to === undefined) return { from: undefined, to: undefined, text };
  if (to <= from) {
    problems.add(end, `a moment after ${textOf(begin)}, with which the period begins`);
    return { from: undefined, to: undefined, text };
  }
  checkTicks(scenario, from, to, problems);
  return { from, to, text };
}

/** Not too many, and they must fill the period. */
function checkTicks(scenario: Place, from: number, to: number, problems: ProblemList): void {
  const tickHours = numberOf(at(scenario, 'tickHours')) ?? 1;
  const end = at(at(scenario, 'period'), 'to');
  const ticks = Math.ceil((to - from) / msPerHour / tickHours);
  if (tickHours > 0 && ticks > MOST_TICKS) {
    const latest = formatMoment(from + MOST_TICKS * tickHours * msPerHour, 0);
    problems.add(end, `at most ${MOST_TICKS} ticks, that is up to ${latest}`, {
      found: `${textOf(end)}, after ${ticks} ticks`,
    });
  }
  const tickMs = Math.round(tickHours * msPerHour);
  if ((to - from) % tickMs !== 0) {
    const hours = Number(((to - from) / msPerHour).toPrecision(7));
    problems.add(at(scenario, 'tickHours'), `hours that divide the period of ${hours} h`, {
      found: `${tickHours}`,
    });
  }
}
