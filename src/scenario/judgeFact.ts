// A published figure beside the simulated one: what was published, what we accept, does the model keep to it?
import {
  type Fact,
  type Metric,
  metrics,
  parseMoment,
  type Run,
  serviceMetrics,
  tickOf,
} from '../model/index.ts';

export interface FactJudgement {
  /** What was counted: of everybody, or of one service. */
  readonly metric: Pick<Metric, 'id' | 'title' | 'unit'>;
  /** The simulated figure at the moment of the fact, or its mean until the end of it. */
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

/** Undefined where another stack than that of the run stands for what happened. */
export function judgeFact(run: Run, fact: Fact): FactJudgement | undefined {
  if (fact.stack !== undefined && fact.stack !== run.scenario.stack) return undefined;
  const { metric, at } = measureOf(run, fact);
  const { value, low, high } = fact;
  const model = meanOf(run, at, ticksOf(run, fact));
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

/** What a fact counts, and how to ask for it at a tick. */
function measureOf({ plan, tally }: Run, fact: Fact) {
  const service = plan.world.services.ids.indexOf(fact.service ?? '');
  const ofService = serviceMetrics.find(({ id }) => id === fact.metric);
  if (ofService && service >= 0) {
    return { metric: ofService, at: (tick: number) => ofService.at(tally, tick, service) };
  }
  const metric = metrics.find(({ id }) => id === fact.metric);
  if (!metric) throw new Error(`there is no metric "${fact.metric}"`);
  return { metric, at: (tick: number) => metric.at(tally, tick) };
}

/** The ticks of a fact, the first and the one after the last: one, or those until its end. */
function ticksOf({ plan }: Run, { at, until }: Fact): readonly [number, number] {
  const tickAt = (text: string) => tickOf(plan, parseMoment(text) as number);
  const first = Math.max(0, Math.min(plan.ticks - 1, tickAt(at)));
  return [first, until === undefined ? first + 1 : Math.max(first + 1, tickAt(until))];
}

/** Weighted by the traffic of the hours, as the shares of a whole run are. */
function meanOf(
  { tally }: Run,
  at: (tick: number) => number,
  [first, end]: readonly [number, number],
): number {
  if (end === first + 1) return at(first);
  let sum = 0;
  let weight = 0;
  for (let tick = first; tick < end; tick++) {
    const share = tally.dayShareOfTick[tick] as number;
    sum += share * at(tick);
    weight += share;
  }
  return weight === 0 ? at(first) : sum / weight;
}

/** 1,835,008 is exact; 19.3 million is not. */
function isExact(figure: number | undefined): boolean {
  return figure !== undefined && Number(figure.toPrecision(3)) !== figure;
}

/** What became of the fact, in a few words. */
export function roleInWords({ role }: Fact): string {
  return role === 'calibration'
    ? 'no check: used to set the model, or decided by what was typed in'
    : 'not used to set the model';
}
