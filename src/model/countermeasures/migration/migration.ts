// Businesses that the block hits again and again move to another pool, once and for good.
import { type Fleet, noticeVersions } from '../addressHopping/fleet.ts';
import { failShare, hamperedShare } from '../addressHopping/reachFleet.ts';
import { rentedPools } from '../addressHopping/rentedPool.ts';
import { type CountermeasureSetting, defineCountermeasure, type Mover } from '../countermeasure.ts';
import { type Business, businessesOf, consider, createResolve } from './business.ts';
import { faultsOf } from './faults.ts';
import { type MigrationParameters, parameters } from './parameters.ts';
import { relocate } from './relocate.ts';

export const migration = defineCountermeasure({
  technique: 'migration',
  title: 'Migration',
  explanation: 'Businesses that have lost sessions for long enough move to another provider.',
  parameters,
  begin: (chosen, setting) => createMover(chosen, setting),
  priceOfMove: ({ costPerMove }) => costPerMove,
  faults: faultsOf,
});

function createMover(chosen: MigrationParameters, setting: CountermeasureSetting): Mover {
  const { fromTick, untilTick, isMovedOfPlacement } = setting;
  const resolve = createResolve(chosen, setting);
  const pools = rentedPools(chosen.pools, setting);
  let staying = businessesOf(chosen, setting);
  const fleets: Fleet[] = [];
  const placements: number[] = [];
  /** Is it served from where it was at first? Another mover may have taken it along. */
  const isHere = (business: Business) =>
    business.placements.every((placement) => !isMovedOfPlacement[placement]);
  const take = (fleet: Fleet) => {
    fleets.push(fleet);
    placements.push(fleet.placement);
    isMovedOfPlacement[fleet.placement] = 1;
  };
  return {
    kind: 'mover',
    placements,
    addressesOf: (index) => fleets[index]!.addressOfSlot,
    hop(tick, published, hops, last) {
      for (const fleet of fleets) noticeVersions(fleet, published);
      if (tick < fromTick || untilTick <= tick) return;
      let isDue = false;
      for (const business of staying) {
        if (business.moveAt === Number.POSITIVE_INFINITY) consider(business, tick, last, resolve);
        if (tick < business.moveAt) continue;
        isDue = true;
        if (!isHere(business)) continue;
        const { random } = business.temper!;
        relocate(business, random, tick, { pools, setting, published }, hops)?.forEach(take);
      }
      if (isDue) staying = staying.filter(isHere);
    },
    // Clients of a business ask for its name: no news has to spread.
    spreadNews: () => false,
    failShare: (index, level, version, network, completeness) =>
      failShare(fleets[index]!, level, version, network, completeness),
    hamperedShare: (index, levels, version, network) =>
      hamperedShare(fleets[index]!, levels, version, network),
  };
}
