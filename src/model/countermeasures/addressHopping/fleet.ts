// The addresses of one placement that hops: which the target uses, since which version of the lists
// each is listed, and who among the clients has heard of it.
import { contains } from '../../net/setQueries.ts';
import type { Random } from '../../rng.ts';
import type { CountermeasureSetting, Published } from '../countermeasure.ts';
import { type AddressesInUse, leaveAddress, takeAddress } from './fleetAddresses.ts';

/** A slot is one address that the target keeps in use. */
export interface Fleet {
  readonly placement: number;
  readonly tries: number;
  readonly slots: number;
  readonly networks: number;
  /** Lists of the stack, and levels: the first hold the lists 0 … level. */
  readonly lists: number;
  readonly levels: number;
  readonly addressOfSlot: Uint32Array;
  /** What all fleets of the run use, this one among them. */
  readonly inUse: AddressesInUse;
  /**
   * Versions at which the address came on a level and off it, in turn, at slot · levels + level.
   * Networks apply older versions, so the present one is not enough; and asking a whole list about
   * each address, network and tick would take longer than all the rest of a run.
   */
  readonly turns: (readonly number[])[];
  /** The first of these versions, infinite for an address that was never listed. */
  readonly firstTurn: Float64Array;
  /** The least of these: before this version no list holds anything of the fleet. */
  firstTurnOfAll: number;
  /** The newest version that the turns know. */
  noticed: number;
  /** Tick at which a listed address is replaced; infinite while nothing is wrong. */
  readonly hopAtOfSlot: Float64Array;
  /** The first of these. */
  nextHopAt: number;
  /** The list that drove the slot from its last address; `lists` when none did. */
  readonly drivenByOfSlot: Uint32Array;
  /** 1 where a level blames a list, at level · (lists + 1) + list. */
  readonly isBlamed: Uint8Array;
  /** Share of the clients of each network that know the slot's address, at slot · networks + network. */
  readonly informed: Float64Array;
  newsComplete: boolean;
  /** 1 for a slot whose provider has put the target out and that found no other place. */
  readonly isCutOffOfSlot: Uint8Array;
  /** Made when a slot first moves: most never do. */
  readonly randomOfSlot: (Random | undefined)[];
  readonly beginRandom: (slot: number) => Random;
  /** Working memory: chance of each slot to be dead, where the lists are enforced and elsewhere. */
  readonly deadEnforced: Float64Array;
  readonly deadFree: Float64Array;
  readonly elementary: Float64Array;
}

/** The turns of an address that was never listed. */
const never: readonly number[] = [];

export function createFleet(
  placement: number,
  service: string,
  setting: CountermeasureSetting,
): Fleet {
  const { networks, lists, levels } = setting;
  const { placements, profiles, services } = setting.world;
  const addresses = setting.addressesOfPlacement(placement);
  const slots = addresses.length;
  for (const address of addresses) takeAddress(setting.inUse, address);
  // Counted within the service, so that services added before it do not shift its draws.
  const number =
    placement - services.firstPlacementOfService[placements.serviceOfPlacement[placement]!]!;
  return {
    placement,
    tries: profiles.triesOfProfile[placements.profileOfPlacement[placement]!]!,
    slots,
    networks,
    lists,
    levels,
    addressOfSlot: Uint32Array.from(addresses),
    inUse: setting.inUse,
    turns: new Array<readonly number[]>(slots * levels).fill(never),
    firstTurn: new Float64Array(slots * levels).fill(Number.POSITIVE_INFINITY),
    firstTurnOfAll: Number.POSITIVE_INFINITY,
    noticed: 0,
    hopAtOfSlot: new Float64Array(slots).fill(Number.POSITIVE_INFINITY),
    nextHopAt: Number.POSITIVE_INFINITY,
    drivenByOfSlot: new Uint32Array(slots).fill(lists),
    isBlamed: Uint8Array.from({ length: levels * (lists + 1) }, (_, at) =>
      setting.blames(Math.floor(at / (lists + 1)), at % (lists + 1)) ? 1 : 0,
    ),
    informed: new Float64Array(slots * networks).fill(1),
    newsComplete: true,
    isCutOffOfSlot: new Uint8Array(slots),
    randomOfSlot: new Array<Random | undefined>(slots).fill(undefined),
    beginRandom: (slot) => setting.streams('hop', service, String(number), String(slot)),
    deadEnforced: new Float64Array(slots),
    deadFree: new Float64Array(slots),
    elementary: new Float64Array(slots + 1),
  };
}

/** Looks the addresses up in the versions published since the last look. */
export function noticeVersions(fleet: Fleet, { versions }: Published): void {
  const { slots, levels, addressOfSlot } = fleet;
  while (fleet.noticed < versions.length - 1) {
    const { came, went } = versions[++fleet.noticed]!;
    for (let level = 0; level < levels; level++) {
      const on = came[level];
      const off = went[level];
      if (on === undefined && off === undefined) continue;
      for (let slot = 0; slot < slots; slot++) {
        const address = addressOfSlot[slot]!;
        const at = slot * levels + level;
        if (on && contains(on, address)) notice(fleet, at, fleet.noticed);
        else if (off && contains(off, address)) notice(fleet, at, fleet.noticed);
      }
    }
  }
}

function notice(fleet: Fleet, at: number, version: number): void {
  const ofSlot = fleet.turns[at]!;
  if (ofSlot.length === 0) fleet.firstTurn[at] = version;
  fleet.firstTurnOfAll = Math.min(fleet.firstTurnOfAll, version);
  fleet.turns[at] = [...ofSlot, version];
}

/** The draws of one slot: those of others do not shift them. */
export function randomOf(fleet: Fleet, slot: number): Random {
  fleet.randomOfSlot[slot] ??= fleet.beginRandom(slot);
  return fleet.randomOfSlot[slot];
}

/** Gives the slot a fresh address, of which nobody has heard yet. */
export function moveSlot(fleet: Fleet, slot: number, address: number, published: Published): void {
  const { levels, networks, lists, turns, firstTurn } = fleet;
  const driver = firstListing(fleet, slot, lists);
  blame(fleet, slot, driver, published);
  fleet.isCutOffOfSlot[slot] = 0;
  leaveAddress(fleet.inUse, fleet.addressOfSlot[slot]!);
  takeAddress(fleet.inUse, address);
  fleet.addressOfSlot[slot] = address;
  fleet.hopAtOfSlot[slot] = Number.POSITIVE_INFINITY;
  fleet.informed.fill(0, slot * networks, (slot + 1) * networks);
  fleet.newsComplete = false;
  for (let level = 0; level < levels; level++) {
    const ofSlot = earlierTurns(address, level, published);
    turns[slot * levels + level] = ofSlot;
    firstTurn[slot * levels + level] = ofSlot[0] ?? Number.POSITIVE_INFINITY;
  }
  fleet.firstTurnOfAll = firstTurn.reduce(
    (least, version) => Math.min(least, version),
    Number.POSITIVE_INFINITY,
  );
}

/** The address is gone, and there is no other: nobody reaches it any more. */
export function cutOff(fleet: Fleet, slot: number, published: Published): void {
  const { networks, lists } = fleet;
  if (fleet.isCutOffOfSlot[slot]) return;
  blame(fleet, slot, firstListing(fleet, slot, lists), published);
  fleet.isCutOffOfSlot[slot] = 1;
  fleet.informed.fill(0, slot * networks, (slot + 1) * networks);
  fleet.newsComplete = false;
}

/**
 * To whom the clients are lost who do not know the address: the list that drove it away. A provider that
 * puts the target out does so because of the block: then it is the list that drove it before, or the
 * first of the stack that holds an entry; where none does, nobody's.
 */
function blame(fleet: Fleet, slot: number, driver: number, published: Published): void {
  const { lists, drivenByOfSlot } = fleet;
  if (driver < lists) drivenByOfSlot[slot] = driver;
  else if (drivenByOfSlot[slot] === lists) drivenByOfSlot[slot] = published.firstListInUse();
}

/** When an address that is free now was on a level, as far back as a network applies the lists. */
function earlierTurns(address: number, level: number, published: Published): number[] {
  const { versions } = published;
  const oldest = published.oldestInUse();
  const backwards: number[] = [];
  let isListed = false;
  for (let at = versions.length - 1; at > oldest; at--) {
    const changed = isListed ? versions[at]!.came[level] : versions[at]!.went[level];
    if (changed === undefined || !contains(changed, address)) continue;
    backwards.push(at);
    isListed = !isListed;
  }
  if (isListed) backwards.push(oldest);
  return backwards.reverse();
}

/** The first list that holds the slot's address now; `lists` when none does. */
export function firstListing({ turns, levels }: Fleet, slot: number, lists: number): number {
  for (let level = 0; level < lists; level++) {
    if (turns[slot * levels + level]!.length % 2 === 1) return level;
  }
  return lists;
}

/** Was the slot's address on the lists of a level in a version? */
export function isListedIn(fleet: Fleet, slot: number, level: number, version: number): boolean {
  const at = slot * fleet.levels + level;
  if (version < fleet.firstTurn[at]!) return false;
  const ofSlot = fleet.turns[at]!;
  let passed = 1;
  while (passed < ofSlot.length && ofSlot[passed]! <= version) passed++;
  return passed % 2 === 1;
}
