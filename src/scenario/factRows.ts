// Model against report: each published figure of a scenario beside the model's, from the stack that stands
// for what happened, with the error.
import { type Fact, parseMoment, type Run, type Scenario } from '../model/index.ts';
import { type FactJudgement, judgeFact } from './judgeFact.ts';
import { amount } from './words.ts';

export interface FactRow extends FactJudgement {
  readonly fact: Fact;
  /** Id of the stack that stands for what happened. */
  readonly stack: string;
  readonly error: FigureError | undefined;
}

/** How far the model is off: shares by percentage points, all else in relation to the report. */
export interface FigureError {
  readonly kind: 'points' | 'relative';
  readonly value: number;
}

/**
 * @param runOf the run of a stack; asked once for each that a fact needs
 * @param own the stack of the facts that name none
 */
export function factRows(
  { facts, stack }: Scenario,
  runOf: (stack: string) => Run,
  own: string = stack,
): FactRow[] {
  const runs = new Map<string, Run>();
  return facts.flatMap((fact) => {
    const of = fact.stack ?? own;
    const run = runs.get(of) ?? runOf(of);
    runs.set(of, run);
    const judgement = judgeFact(run, fact);
    return judgement ? [{ fact, stack: of, ...judgement, error: errorOf(judgement) }] : [];
  });
}

/**
 * Against the figure as it was published; where a range was published instead, against its nearer end, and
 * none within it. Undefined where something is reported as none and the model has some.
 */
function errorOf({ metric, model, value, low, high }: FactJudgement): FigureError | undefined {
  const beside = value ?? Math.min(Math.max(model, low ?? -Infinity), high ?? Infinity);
  if (metric.unit === 'share') return { kind: 'points', value: 100 * (model - beside) };
  if (beside === 0) return model === 0 ? { kind: 'relative', value: 0 } : undefined;
  return { kind: 'relative', value: model / beside - 1 };
}

/** “+3.2 points”, “−12 %”, “none”. */
export function errorInWords(error: FigureError | undefined): string {
  if (!error) return '–';
  const figure = error.kind === 'points' ? error.value : 100 * error.value;
  if (figure === 0) return 'none';
  const size = Math.abs(figure);
  const shown = size < 0.05 ? '< 0.1' : size < 10 ? size.toFixed(1) : amount(Math.round(size));
  return `${figure < 0 ? '−' : '+'}${shown}${error.kind === 'points' ? ' points' : ' %'}`;
}

export type Verdict = 'within' | 'outside' | 'no bounds';

export function verdictOf({ isWithin }: Pick<FactJudgement, 'isWithin'>): Verdict {
  if (isWithin === undefined) return 'no bounds';
  return isWithin ? 'within' : 'outside';
}

export interface FactCounts {
  readonly within: number;
  readonly outside: number;
  readonly noBounds: number;
}

/** How many rows of one role there are, by what became of them. */
export function countVerdicts(rows: readonly FactRow[], role: Fact['role']): FactCounts {
  const verdicts = rows.filter(({ fact }) => fact.role === role).map(verdictOf);
  const count = (asked: Verdict) => verdicts.filter((one) => one === asked).length;
  return {
    within: count('within'),
    outside: count('outside'),
    noBounds: count('no bounds'),
  };
}

/** Hours of the mean that a fact is; undefined for the figure of one hour. */
export function hoursOfFact({ at, until }: Fact): number | undefined {
  if (until === undefined) return undefined;
  return ((parseMoment(until) ?? 0) - (parseMoment(at) ?? 0)) / 3_600_000;
}
