// The ROC curve of a classifier as shapes: moving θ walks along it.
import { line } from 'd3-shape';
import type { PlugInEntry } from '../model/index.ts';
import {
  aucOfMix,
  baseRateOf,
  type ErrorRates,
  errorRatesOf,
  precisionOf,
  type TrafficMix,
} from '../scenario/errorRates.ts';

export interface RocCurve extends ErrorRates {
  readonly path: string;
  readonly point: { readonly x: number; readonly y: number };
  /** Area under the curve of the scores, whatever share of what it flags the box acts on. */
  readonly auc: number;
  /** Share of the target in all sessions, and in those that are flagged at this threshold (NaN: in none). */
  readonly baseRate: number;
  readonly precision: number;
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
  const ratesAt = errorRatesOf(parameters, protocols, mix);
  const at = (threshold: number): [number, number] => {
    const { truePositiveRate, falsePositiveRate } = ratesAt(threshold);
    return [size * falsePositiveRate, size * (1 - truePositiveRate)];
  };
  const thetas = Array.from(
    { length: POINTS },
    (_, i) => MOST_THETA + ((LEAST_THETA - MOST_THETA) * i) / (POINTS - 1),
  );
  const threshold = parameters.threshold as number;
  const [x, y] = at(threshold);
  const rates = ratesAt(threshold);
  return {
    path: line()(thetas.map(at)) ?? '',
    point: { x, y },
    ...rates,
    auc: aucOfMix(parameters, protocols, mix),
    baseRate: baseRateOf(mix),
    precision: precisionOf(mix, rates),
  };
}
