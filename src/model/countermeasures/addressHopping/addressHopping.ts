// The target moves: a listed address is given up for a fresh one, and the clients must learn of it.
import * as z from 'zod/mini';
import { fileParameter, numberParameter, reference } from '../../parameter.ts';
import { rule } from '../../rule.ts';
import { type CountermeasureSetting, defineCountermeasure, type Mover } from '../countermeasure.ts';
import { faultsOf } from './faults.ts';
import { createFleet } from './fleet.ts';
import { hopFleet } from './hopFleet.ts';
import { failShare, spreadNews } from './reachFleet.ts';

const parameters = z
  .strictObject({
    service: fileParameter(reference('service'), {
      kind: 'text',
      label: 'Service',
      help: 'Who moves.',
    }),
    profile: z.optional(
      fileParameter(reference('profile'), {
        kind: 'text',
        label: 'Profile',
        help: 'Only the placements of the service with this profile move; without it, all do.',
      }),
    ),
    pools: fileParameter(
      z.array(
        z.strictObject({ pool: reference('pool'), weight: z.number().check(z.gt(0), z.lte(1e6)) }),
      ),
      {
        kind: 'list',
        label: 'Pools',
        help: 'Where fresh addresses are rented, by weight among those that still have unlisted space.',
      },
    ),
    hopDelayHours: numberParameter({
      label: 'Hop delay',
      help: 'Hours from the listing of an address until the target has replaced it, rounded to whole ticks.',
      unit: 'h',
      min: 0,
      max: 72,
      step: 1,
      default: 1,
    }),
    newsDelayHours: numberParameter({
      label: 'News delay',
      help: 'Mean hours until a client learns of a fresh address, rounded to half ticks; the news spreads evenly, from the tick of the hop over twice that time.',
      unit: 'h',
      min: 0,
      max: 72,
      step: 1,
      default: 3,
    }),
    channels: z._default(
      fileParameter(
        z.array(
          z.strictObject({
            service: reference('service'),
            share: z.number().check(z.gt(0), z.lte(1)),
          }),
        ),
        {
          kind: 'list',
          label: 'Update channels',
          help: 'Services that carry the news, with the share of the clients that each reaches; what is lost of them slows the news. The rest of the clients always hear.',
        },
      ),
      [],
    ),
  })
  .check(
    rule(['channels'], ({ channels }) => {
      const reached = channels.reduce((sum, { share }) => sum + share, 0);
      if (reached <= 1 + 1e-9) return undefined;
      const found = `shares that add up to ${Number(reached.toPrecision(7))}`;
      return { path: ['channels'], expected: 'shares that add up to 1 at most', found };
    }),
  );

type Chosen = z.infer<typeof parameters>;

export const addressHopping = defineCountermeasure({
  technique: 'addressHopping',
  title: 'Address hopping',
  explanation:
    'The target gives up a listed address for a fresh one in a cloud and tells its clients.',
  parameters,
  begin: (chosen, setting) => createMover(chosen, setting),
  faults: faultsOf,
});

function createMover(chosen: Chosen, setting: CountermeasureSetting): Mover {
  const fleets = placementsOf(chosen, setting).map((placement) =>
    createFleet(placement, chosen.service, setting),
  );
  const pools = chosen.pools.map(({ pool: id, weight }) => {
    const pool = setting.numberOfPool(id);
    const { setOfPool, addressesOfPool } = setting.world.pools;
    return { pool, weight, set: setOfPool[pool]!, addresses: addressesOfPool[pool]! };
  });
  const hopDelayTicks = Math.round(chosen.hopDelayHours / setting.tickHours);
  // N equal shares hear 0, 1 … N − 1 ticks after the hop: (N − 1)/2 ticks on average.
  const newsStep = 1 / (Math.round((2 * chosen.newsDelayHours) / setting.tickHours) + 1);
  const channels = chosen.channels.map(({ service, share }) => ({
    service: setting.numberOfService(service),
    share,
  }));
  const always = 1 - channels.reduce((sum, channel) => sum + channel.share, 0);
  return {
    kind: 'mover',
    placements: fleets.map((fleet) => fleet.placement),
    addressesOf: (index) => fleets[index]!.addressOfSlot,
    hop(tick, published, hops) {
      for (const fleet of fleets) {
        hops.push(...hopFleet(fleet, tick, published, pools, hopDelayTicks));
      }
    },
    spreadNews(last) {
      const reach = (network: number) =>
        channels.reduce(
          (sum, channel) => sum + channel.share * (1 - last.lostShare(channel.service, network)),
          always,
        );
      let told = false;
      for (const fleet of fleets) {
        if (fleet.newsComplete) continue;
        spreadNews(fleet, newsStep, reach);
        told = true;
      }
      return told;
    },
    failShare: (index, level, version, network, completeness) =>
      failShare(fleets[index]!, level, version, network, completeness),
  };
}

function placementsOf(
  { service: id, profile: only }: Chosen,
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
