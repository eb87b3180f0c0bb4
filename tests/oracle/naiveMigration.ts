// Businesses that move, as plain objects: hit for how long, how patient, where they went.
import { type Random, randomBelow, randomTriangular, type Streams } from '../../src/model/rng.ts';
import type { PlugInEntry } from '../../src/model/run/scenarioSchema.ts';
import { addressOfRank, type Block, countBlocks, holds, without } from './blocks.ts';
import type { Fleet } from './naiveHopping.ts';
import type { NaiveScope } from './naiveScope.ts';
import { find, type NaivePlacement, type NaiveService, type NaiveWorld } from './naiveWorld.ts';

interface Business {
  readonly service: NaiveService;
  readonly number: number;
  readonly random: Random;
  /** Hours of being hit that it stands; infinite for one that would never move. */
  patienceHours: number | undefined;
  hitTicks: number;
  moveAt: number;
}

interface MigrationParameters {
  readonly pools: readonly { readonly pool: string; readonly weight: number }[];
  readonly services?: readonly string[];
  readonly hitShare: number;
  readonly patienceLowHours: number;
  readonly patienceHours: number;
  readonly patienceHighHours: number;
  readonly moveHours: number;
  readonly movers: number;
}

/** Moves those whose time has come; returns the fresh addresses, in order. */
export type Migrate = (
  tick: number,
  listed: readonly Block[],
  lostToAddressRules: (service: number) => number,
) => number[];

/** @param fleetOf who is served from addresses that changed: grows with each move */
export function beginMigration(
  entry: PlugInEntry,
  { from, to }: NaiveScope,
  world: NaiveWorld,
  named: number,
  fleetOf: Map<NaivePlacement, Fleet>,
  streams: Streams,
  tickHours: number,
): Migrate {
  const chosen = entry.parameters as unknown as MigrationParameters;
  const businesses = world.services.slice(0, named).flatMap((service, number): Business[] => {
    if (service.isTarget || chosen.services?.includes(service.id) === false) return [];
    const random = streams('migration', service.id);
    return [{ service, number, random, patienceHours: undefined, hitTicks: 0, moveAt: Infinity }];
  });
  const pools = chosen.pools.map(({ pool, weight }) => ({ pool: find(world.pools, pool), weight }));

  return (tick, listed, lostToAddressRules) => {
    if (tick < from || to <= tick) return [];
    return businesses.flatMap((business) => {
      if (business.moveAt === Infinity) decide(business, tick, lostToAddressRules(business.number));
      if (tick < business.moveAt) return [];
      return relocate(business, listed);
    });
  };

  function decide(business: Business, tick: number, lost: number) {
    business.hitTicks = lost < chosen.hitShare ? 0 : business.hitTicks + 1;
    if (business.hitTicks === 0) return;
    business.patienceHours ??= draw(business.random);
    const stood = business.hitTicks * tickHours;
    if (stood + 1e-9 * tickHours < business.patienceHours) return;
    business.moveAt = tick + Math.round(chosen.moveHours / tickHours);
  }

  function draw(random: Random): number {
    const wouldMove = random() < chosen.movers;
    const { patienceLowHours: low, patienceHours: mode, patienceHighHours: high } = chosen;
    const hours = randomTriangular(random, { low, mode, high });
    return wouldMove ? hours : Infinity;
  }

  /** All its addresses into one pool with room for them; each the first unlisted one from a drawn one on. */
  function relocate({ service, random }: Business, listed: readonly Block[]): number[] {
    if (service.placements.some((placement) => fleetOf.has(placement))) return [];
    const wanted = service.placements.reduce((sum, { addresses }) => sum + addresses.length, 0);
    const open = pools.filter(
      ({ pool }) =>
        service.placements.some((placement) => placement.pool !== pool) &&
        countBlocks(without(pool.blocks, listed)) >= wanted,
    );
    if (open.length === 0) return [];
    const all = open.reduce((sum, { weight }) => sum + weight, 0);
    const poolDraw = random();
    let passed = 0;
    const drawn = open.find(({ weight }) => {
      passed += weight;
      return poolDraw * all < passed;
    });
    const { blocks } = (drawn ?? (open.at(-1) as (typeof open)[number])).pool;
    const fresh: number[] = [];
    while (fresh.length < wanted) {
      let rank = randomBelow(random, countBlocks(blocks));
      const isTaken = (address: number) =>
        fresh.includes(address) || listed.some((block) => holds(block, address));
      while (isTaken(addressOfRank(blocks, rank))) rank = (rank + 1) % countBlocks(blocks);
      fresh.push(addressOfRank(blocks, rank));
    }
    for (const placement of service.placements) {
      const own = fresh.slice(0, placement.addresses.length);
      fleetOf.set(placement, fleetAt(placement, fresh.splice(0, own.length), world, random));
    }
    return service.placements.flatMap(
      (placement) => fleetOf.get(placement)?.slots.map(({ address }) => address) ?? [],
    );
  }
}

/** Clients ask for its name, so everybody has heard at once. */
function fleetAt(
  placement: NaivePlacement,
  addresses: readonly number[],
  { networks }: NaiveWorld,
  random: Random,
): Fleet {
  const slots = addresses.map((address) => ({
    ...{ address, hopAt: Infinity, drivenBy: undefined, isCutOff: false, random },
    informed: networks.map(() => 1),
  }));
  return { placement, slots };
}
