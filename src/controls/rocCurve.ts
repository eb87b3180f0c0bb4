// The ROC curve of a classifier as shapes: moving θ walks along it.
import { line } from 'd3-shape';
import type { PlugInEntry } from '../model/index.ts';
import { type ErrorRates, errorRatesOf, type TrafficMix } from '../scenario/errorRates.ts';

export interface RocCurve extends ErrorRates {
  readonly path: string;
  readonly point: { readonly x: number; readonly y: number };
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
  return {
    path: line()(thetas.map(at)) ?? '',
    point: { x, y },
    ...ratesAt(threshold),
  };
}
