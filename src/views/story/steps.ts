// The story of a scenario as steps in time: which can be gone to, and which has come about last.
import { type LocalText, parseMoment, type Run, tickOf } from '../../model/index.ts';
import { type Origin, whereFrom } from '../../scenario/whereFrom.ts';

export interface Step {
  readonly id: string;
  readonly at: string;
  readonly title: LocalText;
  readonly note: LocalText | undefined;
  readonly origin: Origin;
  /** Undefined where the step lies outside the simulated period. */
  readonly tick: number | undefined;
  /** The last that has come about at the moment shown. */
  readonly isCurrent: boolean;
}

/** In the order of time; steps of one moment in that of the file. */
export function layoutSteps({ scenario, plan }: Run, now: number): Step[] {
  const steps = scenario.story.map((step) => {
    const tick = tickOf(plan, parseMoment(step.at) ?? 0);
    return { step, tick };
  });
  steps.sort((a, b) => a.tick - b.tick);
  const current = steps.findLastIndex(({ tick }) => tick <= now);
  return steps.map(({ step, tick }, index) => ({
    id: step.id,
    at: step.at,
    title: step.title,
    note: step.note,
    origin: whereFrom(scenario, step),
    tick: tick >= 0 && tick < plan.ticks ? tick : undefined,
    isCurrent: index === current,
  }));
}
