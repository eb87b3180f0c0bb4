// What a block costs businesses: sessions that they lose, by kind of business, and moving elsewhere.
import type { Countermeasure } from '../countermeasures/countermeasure.ts';
import { countermeasures } from '../countermeasures/index.ts';
import { daysOfRows } from '../metrics/metric.ts';
import { lostShare } from '../metrics/tally.ts';
import { type Cost, counted, given, productOf, sumOf } from './cost.ts';
import type { Run } from './run.ts';
import type { PlugInEntry } from './scenarioSchema.ts';

/** Undefined when the world puts a value on the sessions of no category. */
export function businessLoss(run: Run, currency: string): Cost | undefined {
  const { categories } = run.scenario.world;
  const lost = lostByCategory(run);
  const terms = categories.flatMap(({ id, title, valuePerSession }) =>
    valuePerSession
      ? [
          productOf(title, [
            counted('sessions lost', lost.get(id) ?? 0),
            given('loss of a session', valuePerSession),
          ]),
        ]
      : [],
  );
  if (terms.length === 0) return undefined;
  return sumOf({
    id: 'businessLoss',
    title: 'Business lost, by category',
    currency,
    formula: 'sum over the categories: sessions lost or gone to rivals × loss of a session',
    limits:
      'What one firm loses another may win; unnamed sites and categories without a value are left out.',
    terms,
  });
}

/** Sessions of named services other than the target, lost or gone, over the run. */
function lostByCategory({ tally, plan }: Run): Map<string, number> {
  const days = daysOfRows(tally);
  const lost = new Map<string, number>();
  for (let service = 0; service < tally.firstTail; service++) {
    if (tally.isTargetOfService[service]) continue;
    const category = plan.world.services.categories[service]!;
    const demand = tally.demandOfService[service]!;
    const sessions = days.reduce(
      (sum, share, row) => sum + share * lostShare(tally, row, service) * demand,
      0,
    );
    lost.set(category, (lost.get(category) ?? 0) + sessions);
  }
  return lost;
}

/** Undefined unless a countermeasure of the scenario says what a move costs. */
export function migrationCost(run: Run, currency: string): Cost | undefined {
  const priced = run.scenario.countermeasures.filter((entry) => !entry.off && priceOf(entry) > 0);
  if (priced.length === 0) return undefined;
  return sumOf({
    id: 'migration',
    title: 'Moving elsewhere',
    currency,
    formula: 'moves of businesses × cost of a move',
    limits: 'One cost for all, large and small; what is paid at the new place is left out.',
    terms: priced.map((entry) =>
      productOf(entry.title ?? entry.id, [
        counted('moves', countMoves(run, entry.id)),
        given('cost of a move', { ...entry.bases?.costPerMove, value: priceOf(entry) }),
      ]),
    ),
  });
}

function priceOf({ technique, parameters }: PlugInEntry): number {
  const plugIn: Countermeasure | undefined = countermeasures.find(
    (one) => one.technique === technique,
  );
  return plugIn?.priceOfMove?.(parameters) ?? 0;
}

/** A business moves all its addresses at once: that is one move. */
function countMoves({ hops, entryOfHop, plan }: Run, entry: string): number {
  const { serviceOfPlacement } = plan.world.placements;
  const moved = hops.filter(({ why }, at) => why === 'migrated' && entryOfHop[at] === entry);
  return new Set(moved.map(({ tick, placement }) => `${tick} ${serviceOfPlacement[placement]}`))
    .size;
}
