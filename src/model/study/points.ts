// The same runs at several settings: what each metric comes to at each of them, over the same seeds.
import type { Totals } from './counts.ts';
import { meanOf, type Quantiles, quantilesOf } from './quantiles.ts';
import type { Setting } from './settings.ts';
import type { Study } from './study.ts';

/** What comes of a scenario with some settings, over seeds. */
export interface Point {
  readonly settings: readonly Setting[];
  readonly means: Totals;
  readonly quantiles: Readonly<Record<string, Quantiles>>;
}

/** Runs every case with every seed: differences between cases are not those of chance. */
export function* pointsStudy(
  cases: readonly (readonly Setting[])[],
  seeds: readonly number[],
): Study<Point[]> {
  const totals = yield cases.flatMap((settings) => seeds.map((seed) => ({ settings, seed })));
  return cases.map((settings, index) =>
    pointOf(settings, totals.slice(index * seeds.length, (index + 1) * seeds.length)),
  );
}

/** One case alone. */
export function* pointStudy(settings: readonly Setting[], seeds: readonly number[]): Study<Point> {
  const [point] = yield* pointsStudy([settings], seeds);
  return point!;
}

function pointOf(settings: readonly Setting[], totals: readonly Totals[]): Point {
  const ids = Object.keys(totals[0] ?? {});
  const valuesOf = (id: string) => totals.map((one) => one[id]!);
  return {
    settings,
    means: Object.fromEntries(ids.map((id) => [id, meanOf(valuesOf(id))])),
    quantiles: Object.fromEntries(ids.map((id) => [id, quantilesOf(valuesOf(id))])),
  };
}
