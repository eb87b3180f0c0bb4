// From which moment to which a window lasts: its own moments, the steps of the ladder that it hangs
// on, and what becomes of it when the company complies.
import { parseMoment } from '../time.ts';
import type { LadderStep, PlugInEntry, Scenario } from './scenarioSchema.ts';

/** Milliseconds since 1970, from the first up to, not including, the last; may be infinite. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

type Ladder = Pick<Scenario, 'ladder' | 'compliesAt'>;

export function isEver({ from, to }: Span): boolean {
  return from < to;
}

/**
 * The span of a window, its weekly hours left out. If the company complies at a step, a window that
 * hangs on that step or a later one never begins, and one that hangs on an earlier one ends with it.
 * @throws Error on what the scenario check would have refused.
 */
export function spanOf(scenario: Ladder, entry: Pick<PlugInEntry, 'window'>): Span {
  const { from, to, fromStep, untilStep } = entry.window ?? {};
  const span = {
    from: momentOf(scenario, from, fromStep) ?? Number.NEGATIVE_INFINITY,
    to: momentOf(scenario, to, untilStep) ?? Number.POSITIVE_INFINITY,
  };
  const compliesAt = scenario.compliesAt ?? undefined;
  if (fromStep === undefined || compliesAt === undefined) return span;
  const complies = numberOfStep(scenario, compliesAt);
  // By order, not by moment: two steps may fall on one day.
  if (numberOfStep(scenario, fromStep) >= complies) return { from: span.from, to: span.from };
  return { from: span.from, to: Math.min(span.to, momentOfStep(scenario, compliesAt)) };
}

function momentOf(
  scenario: Ladder,
  text: string | undefined,
  step: string | undefined,
): number | undefined {
  if (step !== undefined) return momentOfStep(scenario, step);
  return text === undefined ? undefined : mustParse(text);
}

/** The moment of a step of the ladder, in milliseconds since 1970. @throws Error when there is none */
export function momentOfStep(scenario: Ladder, id: string): number {
  return mustParse((scenario.ladder[numberOfStep(scenario, id)] as LadderStep).at);
}

/** The position of a step on the ladder. @throws Error when there is none */
export function numberOfStep({ ladder }: Pick<Scenario, 'ladder'>, id: string): number {
  const found = ladder.findIndex((step) => step.id === id);
  if (found < 0) throw new Error(`there is no step "${id}"`);
  return found;
}

function mustParse(text: string): number {
  const moment = parseMoment(text);
  if (moment === undefined) throw new Error(`"${text}" is not a moment`);
  return moment;
}
