// Error rates of a classifier that scores flows: pure functions of two bell curves and a threshold.
import { normalCdf } from '../normal.ts';

/** The suspicion score of a protocol's flows: Normal(mean, deviation), deviation > 0. */
export interface ProtocolScore {
  readonly mean: number;
  readonly deviation: number;
}

/** P(flag) = Φ((μ − θ)/σ): the true-positive rate of the target's protocol, a false-positive rate of others. */
export function flagProbability(score: ProtocolScore, threshold: number): number {
  return normalCdf((score.mean - threshold) / score.deviation);
}

/**
 * Area under the ROC curve, 0 … 1: the chance that a flow of the target scores above one of the
 * others. Their difference is Normal(μt − μo, √(σt² + σo²)).
 */
export function aucOf(target: ProtocolScore, other: ProtocolScore): number {
  const { deviation: t } = target;
  const { deviation: o } = other;
  return normalCdf((target.mean - other.mean) / Math.sqrt(t * t + o * o));
}

/**
 * Share of the flagged flows that are the target's, by Bayes' rule; NaN when nothing is flagged.
 * @param baseRate share of the target in all flows, 0 … 1
 */
export function precisionAt(baseRate: number, truePositives: number, falsePositives: number) {
  const right = baseRate * truePositives;
  return right / (right + (1 - baseRate) * falsePositives);
}

/**
 * Share of the flows that a box for `capacity` can inspect at a load, both in units of the busiest
 * hour of the day: min(1, capacity/load).
 */
export function inspectedShare(capacity: number, load: number): number {
  return load <= capacity ? 1 : capacity / load;
}
