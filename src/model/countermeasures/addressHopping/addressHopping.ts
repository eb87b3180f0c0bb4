// The target moves: a listed address is given up for a fresh one, and the clients must learn of it.
import { type CountermeasureSetting, defineCountermeasure, type Mover } from '../countermeasure.ts';
import { faultsOf } from './faults.ts';
import { createFleet, noticeVersions } from './fleet.ts';
import { hopFleet } from './hopFleet.ts';
import { newsInTick, newsStepOf } from './news.ts';
import { type HoppingParameters, parameters } from './parameters.ts';
import { failShare, hamperedShare, spreadNews } from './reachFleet.ts';
import { createSupply, evictDue } from './supply.ts';

export const addressHopping = defineCountermeasure({
  technique: 'addressHopping',
  title: 'Address hopping',
  explanation:
    'The target gives up a listed address for a fresh one in a cloud and tells its clients.',
  parameters,
  begin: (chosen, setting) => createMover(chosen, setting),
  faults: faultsOf,
});

function createMover(chosen: HoppingParameters, setting: CountermeasureSetting): Mover {
  const { world, tickHours, fromTick, untilTick, isMovedOfPlacement } = setting;
  const service = setting.numberOfService(chosen.service);
  const fleets = placementsOf(chosen, setting).map((placement) => {
    isMovedOfPlacement[placement] = 1;
    return createFleet(placement, chosen.service, setting);
  });
  const supply = createSupply(chosen, setting);
  const hopDelayTicks = Math.round(chosen.hopDelayHours / tickHours);
  const newsStep = newsStepOf(chosen.newsDelayHours, tickHours);
  return {
    kind: 'mover',
    placements: fleets.map((fleet) => fleet.placement),
    addressesOf: (index) => fleets[index]!.addressOfSlot,
    hop(tick, published, hops) {
      if (tick < fromTick || untilTick <= tick) {
        for (const fleet of fleets) noticeVersions(fleet, published);
        return;
      }
      // What was listed before the target began to move, or may stay no longer, is no news of the lists.
      const mustLook = evictDue(supply, tick, world) || tick === fromTick;
      for (const fleet of fleets) {
        if (mustLook) fleet.nextHopAt = tick;
        hops.push(...hopFleet(fleet, tick, published, supply, hopDelayTicks));
      }
    },
    spreadNews(tick, last, channels) {
      const step = (network: number) =>
        newsInTick(service, newsStep, channels, tick, network, last);
      let told = false;
      for (const fleet of fleets) {
        if (fleet.newsComplete) continue;
        spreadNews(fleet, step);
        told = true;
      }
      return told;
    },
    failShare: (index, level, version, network, completeness) =>
      failShare(fleets[index]!, level, version, network, completeness),
    hamperedShare: (index, levels, version, network) =>
      hamperedShare(fleets[index]!, levels, version, network),
  };
}

function placementsOf(
  { service: id, profile: only }: HoppingParameters,
  setting: CountermeasureSetting,
): number[] {
  const { services, placements, profiles } = setting.world;
  const service = setting.numberOfService(id);
  const first = services.firstPlacementOfService[service]!;
  const end = services.firstPlacementOfService[service + 1]!;
  const all = Array.from({ length: end - first }, (_, index) => first + index);
  if (only === undefined) return all;
  return all.filter((p) => profiles.ids[placements.profileOfPlacement[p]!] === only);
}
