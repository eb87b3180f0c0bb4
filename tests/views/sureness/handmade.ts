// Points, inputs and numbers to set that are written down instead of run.
import type { Input, Point, Setting } from '../../../src/model/index.ts';
import type { Knob } from '../../../src/views/sureness/knobs.ts';

/** Chance moves nothing by itself: 5 and 95 % lie `spread` below and above the mean. */
export function pointOf(
  targetBlocked: number,
  collateral: number,
  settings: readonly Setting[] = [],
  spread = 0,
): Point {
  const around = (q50: number) => {
    return { q5: q50 - spread, q25: q50, q50, q75: q50, q95: q50 + spread };
  };
  return {
    settings,
    means: { targetBlocked, collateral },
    quantiles: { targetBlocked: around(targetBlocked), collateral: around(collateral) },
  };
}

export function inputOf(id: string, low: number, mode: number, high: number): Input {
  const basis = { assumed: 'By hand.' };
  return { path: [id], id, title: `The ${id}`, low, mode, high, isWhole: false, basis };
}

export function knobOf(parts: Partial<Knob> = {}): Knob {
  return {
    id: 'stacks.own.strategies.boxes.parameters.threshold',
    path: ['stacks', 0, 'strategies', 0, 'parameters', 'threshold'],
    group: 'Boxes',
    parameter: { id: 'threshold', kind: 'number', label: 'Threshold', help: '.', default: 0 },
    value: 2,
    low: 0,
    high: 10,
    isWhole: false,
    hasBasis: false,
    ...parts,
  };
}
