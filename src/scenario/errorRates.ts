// The error rates of a classifier on the traffic of a world, as its threshold moves.
import {
  aucOf,
  flagProbability,
  type PlugInEntry,
  precisionAt,
  scoresOfProtocols,
  type World,
} from '../model/index.ts';

export interface ErrorRates {
  /** Share of the target's sessions, and of everybody else's, that an inspecting box acts on. */
  readonly truePositiveRate: number;
  readonly falsePositiveRate: number;
}

export interface TrafficMix {
  /** Sessions by protocol. */
  readonly target: Float64Array;
  readonly others: Float64Array;
}

/** Sessions a day by protocol, of the target and of everybody else. */
export function mixOfTraffic(world: World, isTargetOfService: Uint8Array): TrafficMix {
  const { placements, services, profiles, protocols } = world;
  const target = new Float64Array(protocols.ids.length);
  const others = new Float64Array(protocols.ids.length);
  for (let p = 0; p < placements.count; p++) {
    const service = placements.serviceOfPlacement[p] as number;
    const daily =
      (services.sessionsPerDayOfService[service] as number) *
      (placements.shareOfPlacement[p] as number);
    const mix = profiles.mixOfProfile[placements.profileOfPlacement[p] as number] as Float64Array;
    const sums = isTargetOfService[service] === 1 ? target : others;
    mix.forEach((share, protocol) => {
      sums[protocol] = (sums[protocol] as number) + daily * share;
    });
  }
  return { target, others };
}

/** The rates at a threshold; a box that acts on a share of what it flags scales both. */
export function errorRatesOf(
  parameters: PlugInEntry['parameters'],
  protocols: readonly string[],
  { target, others }: TrafficMix,
): (threshold: number) => ErrorRates {
  const scores = scoresOf(parameters, protocols);
  const { share = 1 } = parameters as { readonly share?: number };
  const rate = (sessions: Float64Array, threshold: number) => {
    let flagged = 0;
    let all = 0;
    sessions.forEach((amount, protocol) => {
      const score = scores[protocol];
      all += amount;
      if (score) flagged += amount * flagProbability(score, threshold);
    });
    return all === 0 ? 0 : (share * flagged) / all;
  };
  return (threshold) => ({
    truePositiveRate: rate(target, threshold),
    falsePositiveRate: rate(others, threshold),
  });
}

/** Share of the target in all sessions, 0 … 1: the base rate that precision hangs on. */
export function baseRateOf({ target, others }: TrafficMix): number {
  const ofTarget = sumOf(target);
  const all = ofTarget + sumOf(others);
  return all === 0 ? 0 : ofTarget / all;
}

/** Of what a box flags at these rates, the share that is the target's; NaN when it flags nothing. */
export function precisionOf(mix: TrafficMix, rates: ErrorRates): number {
  return precisionAt(baseRateOf(mix), rates.truePositiveRate, rates.falsePositiveRate);
}

/**
 * Area under the ROC curve of the scores on a mix of traffic: the chance that a session of the target
 * scores above one of the others, as a mean over the pairs of their protocols. A protocol without a
 * score lies below all that have one, and two of them are a draw. NaN without a target or others.
 */
export function aucOfMix(
  parameters: PlugInEntry['parameters'],
  protocols: readonly string[],
  { target, others }: TrafficMix,
): number {
  const scores = scoresOf(parameters, protocols);
  let won = 0;
  target.forEach((ofTarget, t) => {
    others.forEach((ofOthers, o) => {
      won += ofTarget * ofOthers * chanceAbove(scores[t], scores[o]);
    });
  });
  return won / (sumOf(target) * sumOf(others));
}

type Score = ReturnType<typeof scoresOfProtocols>[number];

function chanceAbove(target: Score, other: Score): number {
  if (target && other) return aucOf(target, other);
  if (target) return 1;
  return other ? 0 : 0.5;
}

function scoresOf(parameters: PlugInEntry['parameters'], protocols: readonly string[]) {
  return scoresOfProtocols(parameters as Parameters<typeof scoresOfProtocols>[0], protocols);
}

function sumOf(sessions: Float64Array): number {
  return sessions.reduce((sum, amount) => sum + amount, 0);
}
