// Services as dots at the place of their own addresses.
import {
  addressesInUse,
  DOWN_SHARE,
  HIT_SHARE,
  lostShare,
  type Run,
  type World,
} from '../../model/index.ts';
import { cellOfRank, rankOfAddress } from './cells.ts';
import type { Layout, PoolTile } from './layout.ts';

export interface Dot {
  readonly service: number;
  readonly address: number;
  readonly pool: number;
  readonly x: number;
  readonly y: number;
}

export type DotState = 'works' | 'hit' | 'down';

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

/**
 * The dots of the bystanders; they stay where they are for the whole run. A service of n addresses in a
 * pool asks for √n dots there, gets one before others get a second, and further ones only where
 * they touch nothing: a few of its addresses stand for all.
 */
export function bystanderDots(run: Run, layout: Layout): Dot[] {
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

function candidates({ plan, placed }: Run, layout: Layout, inset: number): ServiceCandidates[][] {
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

/** How many addresses of a service are looked at for its next dot. */
const LOOKED_AT = 16;

function thinOut(services: readonly ServiceCandidates[], pool: number, radius: number): Dot[] {
  const dots: Dot[] = [];
  const most = Math.max(
    0,
    ...services.map(({ places }) => Math.min(8, Math.ceil(Math.sqrt(places.length)))),
  );
  for (let round = 0; round < most; round++) {
    // The first dot may overlap a neighbour by half; the others keep clear of all.
    const clear = round === 0 ? radius : 3.2 * radius;
    for (const { service, places } of services) {
      if (round >= Math.ceil(Math.sqrt(places.length))) continue;
      const found = loneliest(sample(places, round), dots);
      if (found && found.distance >= clear) dots.push({ service, pool, ...found.candidate });
    }
  }
  return dots;
}

function sample(places: readonly Candidate[], round: number): Candidate[] {
  const step = Math.max(1, places.length / LOOKED_AT);
  const picked: Candidate[] = [];
  for (let at = (round * step) / 8; at < places.length; at += step) {
    const place = places[Math.floor(at)];
    if (place) picked.push(place);
  }
  return picked;
}

function loneliest(places: readonly Candidate[], dots: readonly Place[]) {
  let best: { candidate: Candidate; distance: number } | undefined;
  for (const candidate of places) {
    let nearest = Number.POSITIVE_INFINITY;
    for (const dot of dots) {
      const [dx, dy] = [dot.x - candidate.x, dot.y - candidate.y];
      nearest = Math.min(nearest, dx * dx + dy * dy);
    }
    const distance = Math.sqrt(nearest);
    if (!best || distance > best.distance) best = { candidate, distance };
  }
  return best;
}

/** The addresses that the target uses during a tick; marks that would lie on each other become one. */
export function targetDots(run: Run, layout: Layout, tick: number): Dot[] {
  const { world, roles } = run.plan;
  const inset = dotRadius(layout) + 3;
  const dots: Dot[] = [];
  for (const service of targetServices(world, roles.isTargetOfService)) {
    for (const address of addressesInUse(run, service, tick)) {
      const tile = tileOfAddress(layout, address);
      const place = tile && placeOfAddress(tile, address, inset);
      if (!tile || !place || dots.some((dot) => isNear(dot, place, inset - 1))) continue;
      dots.push({ service, address, pool: tile.pool, ...place });
    }
  }
  return dots;
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

/** What has become of each service during a tick. */
export function stateOfService({ tally }: Run, tick: number, service: number): DotState {
  const lost = lostShare(tally, tally.rowOfTick[tick] as number, service);
  if (lost >= DOWN_SHARE) return 'down';
  return lost >= HIT_SHARE ? 'hit' : 'works';
}
