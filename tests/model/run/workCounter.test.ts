// A list change touches the flow classes behind the changed prefixes, and no other: counted exactly.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { intersection } from '../../../src/model/net/setAlgebra.ts';
import { contains } from '../../../src/model/net/setQueries.ts';
import { type Run, run } from '../../../src/model/run/run.ts';
import { type Listing, listedAt } from '../../../src/model/strategies/listingLog.ts';
import { addressesOfPlacement } from '../../../src/model/world/placeServices.ts';
import { scenarioOfLists } from '../../oracle/randomScenario.ts';
import { tiny } from './tinyRun.ts';

/** Which of a placement's addresses (or of its pool, for spread sites) are listed, as a text. */
function listedPart(
  { plan, placed }: Run,
  placement: number,
  tick: number,
  of: (l: Listing) => boolean,
  listings: readonly Listing[],
) {
  const { placements, pools } = plan.world;
  const set = listedAt(listings, tick, of);
  if (!placements.isSpreadOfPlacement[placement]) {
    return addressesOfPlacement(placed, placement)
      .filter((address) => contains(set, address))
      .join();
  }
  const own = intersection(pools.setOfPool[placements.poolOfPlacement[placement]!]!, set);
  return `${own.first} ${own.last}`;
}

/** For each tick and network, the classes of the placements of which another part is listed than before. */
function expectedTouches(result: Run): number {
  const { plan, placed, listings, stack } = result;
  const { placements, networks } = plan.world;
  const views = stack.flatMap((_, at): ((listing: Listing) => boolean)[] => [
    (listing) => listing.strategy <= at,
    (listing) => listing.strategy === at,
  ]);
  let touches = 0;
  for (let placement = 0; placement < placements.count; placement++) {
    const classes = plan.cells.classesOfPlacement[placement]!;
    let before: string[] = views.map(() => (placements.isSpreadOfPlacement[placement] ? ' ' : ''));
    for (let tick = 0; tick < plan.ticks; tick++) {
      const now = views.map((view) => listedPart(result, placement, tick, view, listings));
      if (now.some((part, view) => part !== before[view])) {
        for (let network = 0; network < networks.ids.length; network++) {
          const lag = Math.round(placed.lagHoursOfNetwork[network]! / plan.tickHours);
          if (tick + lag < plan.ticks) touches += classes;
        }
      }
      before = now;
    }
  }
  return touches;
}

test('the classes touched are those behind changed addresses, on each network that applies the change', () => {
  fc.assert(
    fc.property(scenarioOfLists, (scenario) => {
      // Boxes are no list change: they work out every class when they start or their load changes.
      const result = run(scenario);
      expect(result.classesTouched).toBe(expectedTouches(result));
    }),
    { numRuns: 150 },
  );
}, 60_000);

test('in the tiny world the half-listed cloud touches four classes on two networks', () => {
  // Mapper and a quarter of radio with one protocol each, courier's cloud address with two; no tail.
  const { world } = tiny();
  const providers = world.providers.map((provider) => ({
    ...provider,
    pools: provider.pools.map(({ tail: _, ...pool }) => pool),
  }));
  const entry = {
    prefix: '198.51.100.0/25',
    from: '2018-04-17T00:00+03:00',
    assumed: 'for the test',
  };
  const once = tiny({ world: { ...world, providers }, ledgers: { register: [entry] } });
  expect(run(once).classesTouched).toBe((1 + 1 + 2) * 2);
  // A nested entry changes nothing; taking both off touches the same classes once more.
  const nested = { ...entry, prefix: '198.51.100.16/28', from: '2018-04-17T05:00+03:00' };
  const until = '2018-04-18T00:00+03:00';
  const ledger = [entry, nested].map((one) => ({ ...one, until }));
  const twice = tiny({ world: { ...world, providers }, ledgers: { register: ledger } });
  expect(run(twice).classesTouched).toBe(2 * (1 + 1 + 2) * 2);
});
