// What a study counts of each run: all metrics and, where the world has an economy, what the block cost others.
import { metrics } from '../metrics/index.ts';
import type { MetricAbout } from '../metrics/metric.ts';
import type { Cost } from '../run/cost.ts';
import { yardsticksOf } from '../run/costs.ts';
import type { Run } from '../run/run.ts';
import type { Scenario } from '../run/scenarioSchema.ts';

/** Totals of a run by id of what was counted. */
export type Totals = Readonly<Record<string, number>>;

/** The costs that follow from totals of a run; those by kind of business take longer, and are left to a single run. */
const COSTS: Readonly<Partial<Record<Cost['id'], Pick<MetricAbout, 'id' | 'title'>>>> = {
  userHours: { id: 'costUserHours', title: 'Cost of user-hours lost' },
  perHead: { id: 'costPerHead', title: 'Cost by the yardstick per head' },
  gdpShare: { id: 'costGdpShare', title: 'Cost by the yardstick of GDP' },
};

/** Ids of the costs, also of those that a world without an economy cannot count. */
export const costIds: readonly string[] = Object.values(COSTS).map(({ id }) => id);

/** What a study of the scenario counts, in a fixed order. Yardsticks of cost stand side by side: none is right alone. */
export function countsOf({ world: { economy } }: Pick<Scenario, 'world'>): MetricAbout[] {
  if (!economy) return [...metrics];
  const costs = Object.values(COSTS).map(
    ({ id, title }): MetricAbout => ({
      id,
      title: `${title}, ${economy.currency}`,
      help: 'Each factor at its value; see the costs of a run for its formula and limits.',
      unit: 'currency',
    }),
  );
  return [...metrics, ...costs];
}

export function totalsOfRun(run: Run): Record<string, number> {
  const costs = yardsticksOf(run).flatMap(({ id, value }) => {
    const about = COSTS[id];
    return about ? [[about.id, value] as const] : [];
  });
  return Object.fromEntries([
    ...metrics.map((metric) => [metric.id, metric.total(run.tally)] as const),
    ...costs,
  ]);
}
