// A reported fact in words, beside what the model says at the same moment.
import {
  type Fact,
  type Metric,
  metrics,
  parseMoment,
  type Run,
  type Source,
  tickOf,
} from '../../model/index.ts';
import { percent, roughly } from '../../store/words.ts';

export function laneValue(metric: Metric, value: number): string {
  return metric.unit === 'share' ? percent(value) : roughly(value);
}

export function factInWords(run: Run, fact: Fact): string {
  const metric = metrics.find((one) => one.id === fact.metric);
  if (!metric) return fact.note ? `${fact.title}. ${fact.note}` : `${fact.title}.`;
  const tick = Math.min(run.plan.ticks - 1, tickOf(run.plan, parseMoment(fact.at) as number));
  const modelled = laneValue(metric, metric.at(run.tally, tick));
  if (fact.low === undefined && fact.high === undefined) {
    return `${fact.title}. Simulated ${modelled}.`;
  }
  return (
    `${fact.title}: reported ${reportedRange(metric, fact)}, simulated ${modelled} ` +
    `(${fact.role === 'check' ? 'kept as a check' : 'used for calibration'}).`
  );
}

function reportedRange(metric: Metric, { low, high }: Fact): string {
  const bounds = [low, high]
    .filter((bound) => bound !== undefined)
    .map((bound) => laneValue(metric, bound));
  return bounds[0] === bounds[1] ? (bounds[0] ?? 'nothing') : bounds.join(' to ');
}

/** The source of a fact; the scenario check has made sure that it exists. */
export function sourceOfFact({ scenario }: Run, fact: Fact): Source {
  const source = scenario.sources[fact.reported] ?? scenario.world.sources[fact.reported];
  return source ?? { title: fact.reported };
}
