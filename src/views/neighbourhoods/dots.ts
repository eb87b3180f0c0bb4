// Services as dots at the place of their own addresses.
import { addressesInUse, type Run, type World } from '../../model/index.ts';
import { cellOfRank, rankOfAddress } from './cells.ts';
import type { Layout, PoolTile } from './layout.ts';

export interface Dot {
  readonly service: number;
  readonly address: number;
  readonly pool: number;
  readonly x: number;
  readonly y: number;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Half the width of a dot; one that is down is larger, and so is the target's diamond. */
export function dotRadius({ isSmall }: Layout): number {
  return isSmall ? 3 : 4;
}

/** The middle of the cell that holds the address, moved inwards so that the mark stays in the pool. */
export function placeOfAddress(
  { cells, grid, space }: PoolTile,
  address: number,
  inset: number,
): Place | undefined {
  const rank = rankOfAddress(space, address);
  if (rank < 0) return undefined;
  const cell = cellOfRank(rank, space.addresses, grid.placeOfCell.length);
  const place = grid.placeOfCell[cell] as number;
  const column = place % grid.columns;
  const row = (place - column) / grid.columns;
  return {
    x: cells.x + inside(((column + 0.5) / grid.columns) * cells.width, cells.width, inset),
    y: cells.y + inside(((row + 0.5) / grid.rows) * cells.height, cells.height, inset),
  };
}

function inside(at: number, size: number, inset: number): number {
  return size <= 2 * inset ? size / 2 : Math.min(size - inset, Math.max(inset, at));
}

/** The part of a run that says where everybody lives. */
type Placed = Pick<Run, 'plan' | 'placed'>;

/**
 * The dots of the bystanders; they stay where they are for the whole run. A few of a service's
 * addresses stand for all: each service gets one dot in a pool before any gets a second, and further
 * ones only where they touch nothing.
 */
export function bystanderDots(run: Placed, layout: Layout): Dot[] {
  const radius = dotRadius(layout);
  const placesOfTile = candidates(run, layout, radius + 1.5);
  return layout.tiles.flatMap((tile, index) =>
    thinOut(placesOfTile[index] ?? [], tile.pool, radius),
  );
}

interface Candidate extends Place {
  readonly address: number;
}
interface ServiceCandidates {
  readonly service: number;
  readonly sessions: number;
  readonly places: readonly Candidate[];
}

function candidates(
  { plan, placed }: Placed,
  layout: Layout,
  inset: number,
): ServiceCandidates[][] {
  const { world, roles } = plan;
  const { placements, services } = world;
  const ofTile: Map<number, Candidate[]>[] = layout.tiles.map(() => new Map());
  placed.address.forEach((address, index) => {
    const placement = placed.placementOfAddress[index] as number;
    const service = placements.serviceOfPlacement[placement] as number;
    if (service >= services.firstTail || roles.isTargetOfService[service]) return;
    const at = layout.tileOfPool[placements.poolOfPlacement[placement] as number] as number;
    const tile = layout.tiles[at];
    const place = tile && placeOfAddress(tile, address, inset);
    const ofService = ofTile[at];
    if (!place || !ofService) return;
    const list = ofService.get(service);
    if (list) list.push({ ...place, address });
    else ofService.set(service, [{ ...place, address }]);
  });
  return ofTile.map((ofService) =>
    [...ofService]
      .map(([service, places]) => ({
        service,
        places,
        sessions: services.sessionsPerDayOfService[service] as number,
      }))
      .sort((a, b) => b.sessions - a.sessions),
  );
}

/** Dots for 1, 4, 16, 64, 256 addresses of a service in a pool: 1, 2, 3, 4, 5. */
function wantedDots(addresses: number): number {
  return 1 + Math.floor(Math.log2(addresses) / 2);
}

function thinOut(services: readonly ServiceCandidates[], pool: number, radius: number): Dot[] {
  const dots: Dot[] = [];
  const most = Math.max(0, ...services.map(({ places }) => wantedDots(places.length)));
  for (let round = 0; round < most; round++) {
    for (const { service, places } of services) {
      const wanted = wantedDots(places.length);
      if (round >= wanted) continue;
      const first = Math.floor((round * places.length) / wanted);
      const found = firstClear(places, first, dots, 2.7 * radius);
      // The first dot of a service may overlap a neighbour by half rather than be left out.
      if (found && found.distance >= (round === 0 ? 1.6 * radius : 2.7 * radius)) {
        dots.push({ service, pool, ...found.candidate });
      }
    }
  }
  return dots;
}

/** How many addresses of a service are tried for one dot. */
const TRIED = 24;

/** The first address, from `first` on, that is clear of all dots; else the one that comes nearest to it. */
function firstClear(
  places: readonly Candidate[],
  first: number,
  dots: readonly Place[],
  clear: number,
) {
  let best: { candidate: Candidate; distance: number } | undefined;
  for (let tried = 0; tried < Math.min(TRIED, places.length); tried++) {
    const candidate = places[(first + tried) % places.length] as Candidate;
    const distance = distanceToNearest(candidate, dots);
    if (!best || distance > best.distance) best = { candidate, distance };
    if (distance >= clear) break;
  }
  return best;
}

function distanceToNearest({ x, y }: Place, dots: readonly Place[]): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const dot of dots) nearest = Math.min(nearest, (dot.x - x) ** 2 + (dot.y - y) ** 2);
  return Math.sqrt(nearest);
}

/** No more marks than these for the addresses of one service of the target in one pool. */
const MOST_TARGET_DOTS = 16;

/**
 * The addresses that the target uses during a tick, of many in a pool some that are spread over them all;
 * marks that would lie on each other become one.
 */
export function targetDots(run: Run, layout: Layout, tick: number): Dot[] {
  const { world, roles } = run.plan;
  const inset = dotRadius(layout) + 3;
  const dots: Dot[] = [];
  for (const service of targetServices(world, roles.isTargetOfService)) {
    for (const [tile, addresses] of byTile(layout, addressesInUse(run, service, tick))) {
      for (const address of spreadOver(addresses, MOST_TARGET_DOTS)) {
        const place = placeOfAddress(tile, address, inset);
        if (!place || dots.some((dot) => isNear(dot, place, inset - 1))) continue;
        dots.push({ service, address, pool: tile.pool, ...place });
      }
    }
  }
  return dots;
}

function byTile(layout: Layout, addresses: readonly number[]): Map<PoolTile, number[]> {
  const found = new Map<PoolTile, number[]>();
  for (const address of addresses) {
    const tile = tileOfAddress(layout, address);
    if (!tile) continue;
    const there = found.get(tile);
    if (there) there.push(address);
    else found.set(tile, [address]);
  }
  return found;
}

/** All of them, or `most` at even steps. */
function spreadOver(addresses: readonly number[], most: number): readonly number[] {
  if (addresses.length <= most) return addresses;
  return Array.from(
    { length: most },
    (_, i) => addresses[Math.floor((i * addresses.length) / most)] as number,
  );
}

function targetServices({ services }: World, isTarget: Uint8Array): number[] {
  return services.ids.flatMap((_, service) =>
    service < services.firstTail && isTarget[service] ? [service] : [],
  );
}

export function tileOfAddress({ tiles }: Layout, address: number): PoolTile | undefined {
  return tiles.find(({ space }) => rankOfAddress(space, address) >= 0);
}

function isNear(a: Place, b: Place, distance: number): boolean {
  return Math.abs(a.x - b.x) < distance && Math.abs(a.y - b.y) < distance;
}
