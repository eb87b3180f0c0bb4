// The steps of the ladder that are taken during a run, for its story.
import { parseMoment } from '../time.ts';
import { tickOf } from './plan.ts';
import type { Plan } from './runState.ts';
import type { Scenario } from './scenarioSchema.ts';
import { numberOfStep } from './span.ts';

export interface LadderEvent {
  readonly tick: number;
  /** Id of the step. */
  readonly subject: string;
  /** Its title, and whether the company complies. */
  readonly detail: string;
}

/**
 * Steps before the run are its past and those after its end its future: neither is told. When the
 * company complies, no later step is taken.
 */
export function ladderEvents(
  plan: Plan,
  { ladder, compliesAt }: Pick<Scenario, 'ladder' | 'compliesAt'>,
): LadderEvent[] {
  const last =
    typeof compliesAt === 'string' ? numberOfStep({ ladder }, compliesAt) : ladder.length;
  return ladder.slice(0, last + 1).flatMap(({ id, at, title, kind }, index) => {
    const tick = tickOf(plan, parseMoment(at) ?? Number.NaN);
    if (!(tick >= 0 && tick < plan.ticks)) return [];
    const complies =
      kind === 'block'
        ? `${title}: the company complies before it`
        : `${title}; the company complies`;
    return [{ tick, subject: id, detail: index === last ? complies : title }];
  });
}
