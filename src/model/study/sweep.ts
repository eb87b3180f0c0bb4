// A sweep: one or two values (or more) walked through in steps, everything else being the same.
import { type Point, pointsStudy } from './points.ts';
import type { Path, Setting, Value } from './settings.ts';
import type { Study } from './study.ts';

export interface Axis {
  readonly path: Path;
  readonly values: readonly Value[];
}

/** `count` values from one end to the other, evenly; the middle one when the count is 1. */
export function evenSteps(from: number, to: number, count: number): number[] {
  if (count === 1) return [(from + to) / 2];
  return Array.from({ length: count }, (_, index) =>
    // Both ends to the bit.
    index === count - 1 ? to : from + ((to - from) * index) / (count - 1),
  );
}

/** Every combination of the values of the axes, the last axis fastest; one empty combination without axes. */
export function gridOf(axes: readonly Axis[]): Setting[][] {
  return axes.reduce<Setting[][]>(
    (grid, { path, values }) =>
      grid.flatMap((settings) => values.map((value) => [...settings, { path, value }])),
    [[]],
  );
}

/** One point a combination, in the order of the grid. */
export function sweepStudy(axes: readonly Axis[], seeds: readonly number[]): Study<Point[]> {
  return pointsStudy(gridOf(axes), seeds);
}
