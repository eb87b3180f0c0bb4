// The ROC curve of a classifier as shapes: moving θ walks along it.
import { line } from 'd3-shape';
import {
  flagProbability,
  type PlugInEntry,
  scoresOfProtocols,
  type World,
} from '../model/index.ts';

export interface RocCurve {
  readonly path: string;
  readonly point: { readonly x: number; readonly y: number };
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

const POINTS = 121;
const LEAST_THETA = -8;
const MOST_THETA = 10;

/** @param size of the square drawing, px */
export function layoutRoc(
  parameters: PlugInEntry['parameters'],
  protocols: readonly string[],
  mix: TrafficMix,
  size: number,
): RocCurve {
  const scores = scoresOfProtocols(
    parameters as Parameters<typeof scoresOfProtocols>[0],
    protocols,
  );
  // A box that acts on a share of what it flags scales both rates, and with them the whole curve.
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
  const at = (threshold: number): [number, number] => [
    size * rate(mix.others, threshold),
    size * (1 - rate(mix.target, threshold)),
  ];
  const thetas = Array.from(
    { length: POINTS },
    (_, i) => MOST_THETA + ((LEAST_THETA - MOST_THETA) * i) / (POINTS - 1),
  );
  const threshold = parameters.threshold as number;
  const [x, y] = at(threshold);
  return {
    path: line()(thetas.map(at)) ?? '',
    point: { x, y },
    truePositiveRate: rate(mix.target, threshold),
    falsePositiveRate: rate(mix.others, threshold),
  };
}
