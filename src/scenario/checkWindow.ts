// When a plug-in is in force: moments or steps of the ladder, with an effect within the period.
import { momentOf, mustFollow, mustLieWithin, type Period } from './moment.ts';
import { at, type Place, textOf } from './place.ts';
import type { ProblemList } from './problem.ts';
import { mustName } from './reference.ts';

type MomentOfStep = ReadonlyMap<string, number | undefined>;

/** A window may end with the period; one that ends before it begins would never be in force. */
export function checkWindow(
  window: Place,
  period: Period,
  momentOfStep: MomentOfStep,
  problems: ProblemList,
): void {
  const from = momentOf(at(window, 'from'), problems);
  const to = momentOf(at(window, 'to'), problems);
  mustLieWithin(at(window, 'from'), from, period, problems, 'before its end');
  mustLieWithin(at(window, 'to'), to, period, problems, 'at its end at the latest');
  const { fromStep, untilStep } = checkSteps(window, momentOfStep, problems);
  if (fromStep !== undefined && period.to !== undefined && fromStep >= period.to) {
    problems.add(at(window, 'fromStep'), `a step before the end of ${period.text}`);
  }
  if (untilStep !== undefined && period.from !== undefined && untilStep <= period.from) {
    problems.add(at(window, 'untilStep'), `a step after the beginning of ${period.text}`);
  }
  mustFollow(
    at(window, to === undefined ? 'untilStep' : 'to'),
    from ?? fromStep,
    to ?? untilStep,
    problems,
  );
}

/** The moments of the steps that a window hangs on, each instead of a moment of its own. */
function checkSteps(
  window: Place,
  momentOfStep: MomentOfStep,
  problems: ProblemList,
): { fromStep: number | undefined; untilStep: number | undefined } {
  const pairs = [
    ['fromStep', 'from'],
    ['untilStep', 'to'],
  ] as const;
  const [fromStep, untilStep] = pairs.map(([key, rival]) => {
    const place = at(window, key);
    if (place.value !== undefined && at(window, rival).value !== undefined) {
      problems.add(place, `either ${rival} or ${key}, and not both`, { found: 'both' });
    }
    mustName(place, 'the id of a step of the ladder', new Set(momentOfStep.keys()), problems);
    return momentOfStep.get(textOf(place) ?? '');
  });
  return { fromStep, untilStep };
}
