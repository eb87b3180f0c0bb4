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

function checkPeriod(scenario: Place, problems: ProblemList): Period {
  const place = at(scenario, 'period');
  const from = momentOf(at(place, 'from'), problems);
  const to = momentOf(at(place, 'to'), problems);
  mustFollow(at(place, 'to'), from, to, problems);
  const tickHours = numberOf(at(scenario, 'tickHours')) ?? 1;
  if (from !== undefined && to !== undefined && to > from && tickHours > 0) {
    const ticks = Math.ceil((to - from) / msPerHour / tickHours);
    if (ticks > MOST_TICKS) {
      const latest = formatMoment(from + MOST_TICKS * tickHours * msPerHour, 0);
      problems.add(at(place, 'to'), `at most ${MOST_TICKS} ticks, that is up to ${latest}`, {
        found: `${textOf(at(place, 'to'))}, after ${ticks} ticks`,
      });
    }
  }
  const tickMs = Math.round(tickHours * msPerHour);
  if (from !== undefined && to !== undefined && to > from && (to - from) % tickMs !== 0) {
    const hours = Number(((to - from) / msPerHour).toPrecision(7));
    problems.add(at(scenario, 'tickHours'), `hours that divide the period of ${hours} h`, {
      found: `${tickHours}`,
    });
  }
  const text = `the period ${textOf(at(place, 'from'))} to ${textOf(at(place, 'to'))}`;
  return { from, to, text };
}
