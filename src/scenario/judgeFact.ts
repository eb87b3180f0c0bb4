// A published figure beside the simulated one: what was published, what we accept, does the model keep to it?
import { type Fact, type Metric, metrics, parseMoment, type Run, tickOf } from '../model/index.ts';

export interface FactJudgement {
  readonly metric: Metric;
  /** The simulated figure at the moment of the fact. */
  readonly model: number;
  /** The single figure that was published. */
  readonly value: number | undefined;
  /** Bounds, of what we accept beside a value, else of what was published. */
  readonly low: number | undefined;
  readonly high: number | undefined;
  /** Does the simulated figure lie within the bounds? Undefined where there are none. */
  readonly isWithin: boolean | undefined;
  /** Was the figure published to the last digit? Then those beside it are shown so, too. */
  readonly isExact: boolean;
}

/** Undefined for an event, of which the model has no figure. */
export function judgeFact({ plan, tally }: Run, fact: Fact): FactJudgement | undefined {
  const metric = metrics.find((one) => one.id === fact.metric);
  const moment = parseMoment(fact.at);
  if (!metric || moment === undefined) return undefined;
  const { value, low, high } = fact;
  const tick = Math.max(0, Math.min(plan.ticks - 1, tickOf(plan, moment)));
  const model = metric.at(tally, tick);
  const isBounded = low !== undefined || high !== undefined;
  return {
    metric,
    model,
    value,
    low,
    high,
    isWithin: isBounded ? model >= (low ?? -Infinity) && model <= (high ?? Infinity) : undefined,
    isExact: metric.unit !== 'share' && (value === undefined ? [low, high] : [value]).some(isExact),
  };
}

/** 1,835,008 is exact; 19.3 million is not. */
function isExact(figure: number | undefined): boolean {
  return figure !== undefined && Number(figure.toPrecision(3)) !== figure;
}

/** What became of the fact, in a few words. */
export function roleInWords({ role }: Fact): string {
  return role === 'calibration' ? 'used to set the model' : 'not used to set the model';
}
