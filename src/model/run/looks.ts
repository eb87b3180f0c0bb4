// What boxes can tell apart: placements whose flows look alike to every box share one look, and what
// boxes do is worked out once a look instead of once a placement.
import { emptySet, type PrefixSet } from '../net/prefixSet.ts';
import { contains, countAddresses, countOverlap } from '../net/setQueries.ts';
import type { FlowBox } from '../strategies/strategy.ts';
import { addressesOfPlacement, type PlacedWorld } from '../world/placeServices.ts';
import type { World } from '../world/world.ts';

const SECONDS_A_DAY = 86_400;

export interface Looks {
  count: number;
  readonly boxes: number;
  readonly lookOfPlacement: Uint32Array;
  readonly profileOfLook: number[];
  /** Share of the flows by protocol. Of services that disguise themselves it changes in time. */
  readonly mixOfLook: Float64Array[];
  /** Sessions a second of one user: how often a pair of client and server meets. */
  readonly ratePerSecondOfLook: number[];
  /** Share of the sessions with a name that matches, at look · boxes + box. */
  readonly names: number[];
  /** Share of the addresses in the named ranges, and in the spared ones. */
  readonly inside: number[];
  readonly spared: number[];
}

export interface LookParts {
  readonly world: World;
  readonly placed: PlacedWorld;
  readonly boxes: readonly FlowBox[];
  /** Services whose mix of protocols changes. */
  readonly disguised: ReadonlySet<number>;
}

export function createLooks({ world, placed, boxes, disguised }: LookParts): Looks {
  const { placements, profiles, services } = world;
  const looks: Looks = {
    count: 0,
    boxes: boxes.length,
    lookOfPlacement: new Uint32Array(placements.count),
    profileOfLook: [],
    mixOfLook: [],
    ratePerSecondOfLook: [],
    names: [],
    inside: [],
    spared: [],
  };
  const isLingering = boxes.some(({ residualSeconds = 0 }) => residualSeconds > 0);
  const isSelecting = boxes.some(({ selection }) => selection !== undefined);
  const isDistinct = isLingering || isSelecting || disguised.size > 0;
  const lookOfKey = new Map<string | number, number>();
  const addNew = (p: number, key: string | number, rate: number, shares: Shares): number => {
    const profile = placements.profileOfPlacement[p]!;
    const look = addLook(looks, profile, profiles.mixOfProfile[profile]!, rate);
    looks.names.push(...shares.names);
    looks.inside.push(...shares.inside);
    looks.spared.push(...shares.spared);
    lookOfKey.set(key, look);
    return look;
  };
  const none = boxes.map(() => 0);
  const nothing: Shares = { names: none, inside: none, spared: none };
  const namesOfService = isSelecting
    ? services.domainsOfService.map((domains) => boxes.map((box) => shareOfNames(box, domains)))
    : [];
  for (let p = 0; p < placements.count; p++) {
    const profile = placements.profileOfPlacement[p]!;
    if (!isDistinct) {
      looks.lookOfPlacement[p] = lookOfKey.get(profile) ?? addNew(p, profile, 0, nothing);
      continue;
    }
    const service = placements.serviceOfPlacement[p]!;
    const perDay = services.sessionsPerUserDayOfService[service]!;
    const rate = isLingering ? perDay / SECONDS_A_DAY : 0;
    const shares: Shares = {
      names: namesOfService[service] ?? none,
      inside: boxes.map(({ selection }) => fixedShare(world, placed, p, selection?.ranges)),
      spared: boxes.map(({ selection }) => fixedShare(world, placed, p, selection?.spared)),
    };
    const own = disguised.has(service) ? service : '';
    const { names, inside, spared } = shares;
    const key = [profile, rate, own, ...names, ...inside, ...spared].join(' ');
    looks.lookOfPlacement[p] = lookOfKey.get(key) ?? addNew(p, key, rate, shares);
  }
  return looks;
}

/** By box, of one placement: the shares that the box's selection matches. */
interface Shares {
  readonly names: readonly number[];
  readonly inside: readonly number[];
  readonly spared: readonly number[];
}

/** Do addresses matter to the box? Else a placement that moves looks as before. */
export function looksAtAddresses({ selection }: FlowBox): boolean {
  const { ranges = emptySet, spared = emptySet } = selection ?? {};
  return ranges.first.length + spared.first.length > 0;
}

function addLook(looks: Looks, profile: number, mix: Float64Array, rate: number): number {
  looks.profileOfLook.push(profile);
  looks.mixOfLook.push(mix.slice());
  looks.ratePerSecondOfLook.push(rate);
  return looks.count++;
}

/**
 * Gives a placement that moves a look of its own, with the shares of the addresses that it uses now.
 * @returns the look, to be worked out anew
 */
export function lookAgain(
  looks: Looks,
  placement: number,
  addresses: Uint32Array,
  boxes: readonly FlowBox[],
  isOwn: Uint8Array,
): number {
  const old = looks.lookOfPlacement[placement]!;
  let look = old;
  if (!isOwn[placement]) {
    isOwn[placement] = 1;
    const rate = looks.ratePerSecondOfLook[old]!;
    look = addLook(looks, looks.profileOfLook[old]!, looks.mixOfLook[old]!, rate);
    looks.lookOfPlacement[placement] = look;
    for (let box = 0; box < boxes.length; box++) {
      looks.names.push(looks.names[old * looks.boxes + box]!);
    }
  }
  boxes.forEach(({ selection }, box) => {
    looks.inside[look * looks.boxes + box] = shareOfAddresses(addresses, selection?.ranges);
    looks.spared[look * looks.boxes + box] = shareOfAddresses(addresses, selection?.spared);
  });
  return look;
}

function shareOfNames(
  { selection }: FlowBox,
  domains: readonly { readonly name: string; readonly share: number }[],
): number {
  const matches = selection?.matchesName;
  if (!matches) return 0;
  const sum = domains.reduce((all, { name, share }) => all + (matches(name) ? share : 0), 0);
  return Math.min(1, sum);
}

function fixedShare(
  { pools, placements }: World,
  placed: PlacedWorld,
  placement: number,
  set: PrefixSet | undefined,
): number {
  if (!set) return 0;
  if (!placements.isSpreadOfPlacement[placement]) {
    return shareOfAddresses(addressesOfPlacement(placed, placement), set);
  }
  const pool = pools.setOfPool[placements.poolOfPlacement[placement]!]!;
  return countOverlap(pool, set) / countAddresses(pool);
}

function shareOfAddresses(addresses: Uint32Array, set: PrefixSet | undefined): number {
  if (!set || addresses.length === 0) return 0;
  let inside = 0;
  for (const address of addresses) if (contains(set, address)) inside++;
  return inside / addresses.length;
}
