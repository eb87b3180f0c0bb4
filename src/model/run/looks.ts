// What boxes can tell apart: placements whose flows look alike to every box share one look, and what
// boxes do is worked out once a look instead of once a placement.
import { emptySet, type PrefixSet } from '../net/prefixSet.ts';
import { contains, countAddresses, countOverlap } from '../net/setQueries.ts';
import type { FlowBox, Selection } from '../strategies/strategy.ts';
import { addressesOfPlacement, type PlacedWorld } from '../world/placeServices.ts';
import type { World } from '../world/world.ts';

const SECONDS_A_DAY = 86_400;
const NOBODY = -1;
const UNSEEN = -1;

export interface Looks {
  count: number;
  readonly boxes: readonly SeeingBox[];
  readonly lookOfPlacement: Uint32Array;
  readonly profileOfLook: number[];
  /** The service that disguises itself, the only one with this look; −1 for others. */
  readonly ownerOfLook: number[];
  /** Share of the flows by protocol. Of services that disguise themselves it changes in time. */
  readonly mixOfLook: Float64Array[];
  /** The protocols that have a share. */
  readonly protocolsOfLook: Uint32Array[];
  /** Sessions a second of one user: how often a pair of client and server meets. */
  readonly ratePerSecondOfLook: number[];
  /** By box, the share of the sessions with a name that matches. */
  readonly namesOfLook: (readonly number[])[];
  /** Share of the flows that the rule of a box is about, at box · protocols + protocol. */
  readonly matchesOfLook: Float64Array[];
  readonly lookOfKey: Map<string, number>;
}

/** A box, and the addresses by which it tells flows apart. */
interface SeeingBox {
  readonly selection: Selection | undefined;
  readonly ranges: PrefixSet;
  readonly spared: PrefixSet;
}

/** What makes a look. */
interface Features {
  readonly profile: number;
  readonly owner: number;
  readonly ratePerSecond: number;
  readonly mix: Float64Array;
  readonly names: readonly number[];
  /** By box: share of the addresses in its ranges, and in those that it spares. */
  readonly inside: readonly number[];
  readonly spared: readonly number[];
}

export interface LookParts {
  readonly world: World;
  readonly placed: PlacedWorld;
  readonly boxes: readonly FlowBox[];
  /** A box without effect on sessions tells no addresses apart: sums run in the same order as without it. */
  readonly hasEffect: readonly boolean[];
  /** Services whose mix of protocols changes. */
  readonly disguised: ReadonlySet<number>;
}

export function createLooks(parts: LookParts): Looks {
  const { world, boxes, disguised } = parts;
  const { placements, profiles } = world;
  const looks = noLooks(parts);
  const featuresOf = readFeatures(parts, looks);
  // Most boxes tell apart nothing but what a profile says; the others take longer to compare.
  const isPlain = !boxes.some(isLingering) && !boxes.some(isNaming) && !looksAtAddresses(looks);
  const lookOfProfile = new Int32Array(profiles.ids.length).fill(UNSEEN);
  for (let p = 0; p < placements.count; p++) {
    const profile = placements.profileOfPlacement[p]!;
    const isDisguised = disguised.has(placements.serviceOfPlacement[p]!);
    const known = isPlain && !isDisguised ? lookOfProfile[profile]! : UNSEEN;
    const look = known === UNSEEN ? lookWith(looks, featuresOf(p)) : known;
    looks.lookOfPlacement[p] = look;
    if (!isDisguised) lookOfProfile[profile] = look;
  }
  return looks;
}

function noLooks({ world, boxes, hasEffect }: LookParts): Looks {
  return {
    count: 0,
    boxes: boxes.map(({ selection }, at) => ({
      selection,
      ranges: (hasEffect[at] && selection?.ranges) || emptySet,
      spared: (hasEffect[at] && selection?.spared) || emptySet,
    })),
    lookOfPlacement: new Uint32Array(world.placements.count),
    profileOfLook: [],
    ownerOfLook: [],
    mixOfLook: [],
    protocolsOfLook: [],
    ratePerSecondOfLook: [],
    namesOfLook: [],
    matchesOfLook: [],
    lookOfKey: new Map(),
  };
}

const isLingering = ({ residualSeconds = 0 }: FlowBox) => residualSeconds > 0;
const isNaming = ({ selection }: FlowBox) => selection?.matchesName !== undefined;

function readFeatures(
  { world, placed, boxes, disguised }: LookParts,
  looks: Looks,
): (placement: number) => Features {
  const { placements, profiles, services } = world;
  const hasRate = boxes.some(isLingering);
  const namesOfService = services.domainsOfService.map((domains) =>
    boxes.map((box) => shareOfNames(box, domains)),
  );
  return (placement) => {
    const profile = placements.profileOfPlacement[placement]!;
    const service = placements.serviceOfPlacement[placement]!;
    const perDay = services.sessionsPerUserDayOfService[service]!;
    return {
      profile,
      owner: disguised.has(service) ? service : NOBODY,
      ratePerSecond: hasRate ? perDay / SECONDS_A_DAY : 0,
      mix: profiles.mixOfProfile[profile]!,
      names: namesOfService[service]!,
      ...sharesOf(looks, (set) => fixedShare(world, placed, placement, set)),
    };
  };
}

/** Does any box look at addresses? Else a placement that moves looks as before. */
export function looksAtAddresses({ boxes }: Looks): boolean {
  return boxes.some(({ ranges, spared }) => ranges.first.length + spared.first.length > 0);
}

/**
 * The look of a placement that has come to stand at other addresses.
 * @returns it, which may be a new one that has to be worked out
 */
export function lookAgain(looks: Looks, placement: number, addresses: Uint32Array): number {
  const old = looks.lookOfPlacement[placement]!;
  const look = lookWith(looks, {
    profile: looks.profileOfLook[old]!,
    owner: looks.ownerOfLook[old]!,
    ratePerSecond: looks.ratePerSecondOfLook[old]!,
    mix: looks.mixOfLook[old]!,
    names: looks.namesOfLook[old]!,
    ...sharesOf(looks, (set) => shareOfAddresses(addresses, set)),
  });
  looks.lookOfPlacement[placement] = look;
  return look;
}

/** Takes over another mix. */
export function setMix(looks: Looks, look: number, mix: Float64Array): void {
  looks.mixOfLook[look] = mix;
  looks.protocolsOfLook[look] = Uint32Array.from(mix.keys()).filter((one) => mix[one] !== 0);
}

/** The look that has these features, a new one if there was none. */
function lookWith(looks: Looks, features: Features): number {
  const { profile, owner, ratePerSecond, names, inside, spared } = features;
  const key = [profile, owner, ratePerSecond, ...names, ...inside, ...spared].join(' ');
  const known = looks.lookOfKey.get(key);
  if (known !== undefined) return known;
  const look = looks.count++;
  looks.lookOfKey.set(key, look);
  looks.profileOfLook.push(profile);
  looks.ownerOfLook.push(owner);
  looks.ratePerSecondOfLook.push(ratePerSecond);
  looks.namesOfLook.push(names);
  looks.matchesOfLook.push(matchesOf(looks, features));
  setMix(looks, look, features.mix);
  return look;
}

function matchesOf({ boxes }: Looks, { mix, names, inside, spared }: Features): Float64Array {
  const protocols = mix.length;
  return Float64Array.from({ length: boxes.length * protocols }, (_, at) => {
    const box = Math.floor(at / protocols);
    const { selection } = boxes[box]!;
    const named = names[box]! * (selection?.seesName?.(at - box * protocols) ?? 0);
    return selected(selection, named, inside[box]!, spared[box]!);
  });
}

/** Share of the flows of a protocol that a rule is about. `named`: share that shows a name that matches. */
export function selected(
  selection: Selection | undefined,
  named: number,
  inside: number,
  spared: number,
): number {
  if (!selection) return 1;
  if (selection.actsOn === 'others') return (1 - named) * (1 - inside);
  return (selection.matchesName ? named : 1) * (selection.ranges ? inside : 1) * (1 - spared);
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

function sharesOf({ boxes }: Looks, shareIn: (set: PrefixSet) => number) {
  return {
    inside: boxes.map(({ ranges }) => shareIn(ranges)),
    spared: boxes.map(({ spared }) => shareIn(spared)),
  };
}

function fixedShare(
  { pools, placements }: World,
  placed: PlacedWorld,
  placement: number,
  set: PrefixSet,
): number {
  if (set.first.length === 0) return 0;
  if (!placements.isSpreadOfPlacement[placement]) {
    return shareOfAddresses(addressesOfPlacement(placed, placement), set);
  }
  const pool = pools.setOfPool[placements.poolOfPlacement[placement]!]!;
  return countOverlap(pool, set) / countAddresses(pool);
}

function shareOfAddresses(addresses: Uint32Array, set: PrefixSet): number {
  if (set.first.length === 0 || addresses.length === 0) return 0;
  let inside = 0;
  for (const address of addresses) if (contains(set, address)) inside++;
  return inside / addresses.length;
}
