// The lists of a stack as levels: what the first ones cover together, each later one alone, and what
// a network enforces that not every list applies to, or that is not dropped.

/** A list of the stack, as far as its levels depend on it. */
export interface LevelledList {
  /** 1 for each network that is told to enforce it. */
  readonly appliesToNetwork: Uint8Array;
  /** It slows down or cuts off what goes to its addresses; they answer all the same. */
  readonly isHampering: boolean;
}

/**
 * Two levels that tell what a list hampers: `wide` holds its addresses and those of `base`, whose addresses
 * do not answer. What is hampered of those that do lies in `wide` and not in `base`.
 */
export interface Hamper {
  readonly wide: number;
  readonly base: number;
}

/**
 * A level is a set of lists whose entries count together. A hampering list leaves no address dead, but may
 * have driven a target away: its addresses are missing from the levels that say what is dropped, while
 * those who do not know where the target went are lost there.
 */
export interface ListLevels {
  readonly lists: number;
  readonly levels: number;
  /** Are the addresses of a list in a level? The first levels hold the lists 0 … level; the last of them all. */
  holds(level: number, list: number): boolean;
  /** Are those lost at a level who do not know the address to which a list has driven the target? */
  blames(level: number, list: number): boolean;
  /** The level of what one list alone leaves without an answer. */
  readonly aloneLevelOfList: Uint32Array;
  /**
   * The level of what those of the lists 0 … j that apply to a network leave without an answer, at
   * network · lists + j; −1 where none does.
   */
  readonly levelOnNetwork: Int32Array;
  /** 1 where a list applies to a network, at network · lists + list. */
  readonly appliesOnNetwork: Uint8Array;
  readonly hampers: readonly Hamper[];
  /** What a list hampers beside all others on a network, at network · lists + list; −1 where nothing. */
  readonly hamperOnNetwork: Int32Array;
  /** What it would hamper alone; −1 for one that drops. */
  readonly aloneHamperOfList: Int32Array;
}

/** Lists as bits: those whose addresses a level holds, and those that it blames. */
interface Level {
  readonly held: number;
  readonly blamed: number;
}

/** The lists 0 … count − 1. A stack has sixteen strategies at most. */
const firstLists = (count: number) => (1 << count) - 1;
const bit = (list: number) => 1 << list;

export function listLevels(stackLists: readonly LevelledList[], networks: number): ListLevels {
  const lists = stackLists.length;
  const numbering = numberLevels(stackLists);
  const onNetworks = {
    levelOnNetwork: new Int32Array(networks * lists).fill(-1),
    hamperOnNetwork: new Int32Array(networks * lists).fill(-1),
    appliesOnNetwork: new Uint8Array(networks * lists),
  };
  for (let network = 0; network < networks; network++) {
    numberOnNetwork(stackLists, network, numbering, onNetworks);
  }
  const aloneLevelOfList = Uint32Array.from(stackLists, (_, list) => numbering.dropped(bit(list)));
  const aloneHamperOfList = Int32Array.from(stackLists, ({ isHampering }, list) =>
    isHampering ? numbering.hampered(list, bit(list)) : -1,
  );
  const { levels, hampers } = numbering;
  return {
    ...{ lists, levels: levels.length, hampers, ...onNetworks },
    ...{ aloneLevelOfList, aloneHamperOfList },
    holds: (level, list) => (levels[level]!.held & bit(list)) !== 0,
    blames: (level, list) => (levels[level]!.blamed & bit(list)) !== 0,
  };
}

interface Numbering {
  readonly levels: readonly Level[];
  readonly hampers: readonly Hamper[];
  /** The level of what some lists together leave without an answer. */
  dropped(set: number): number;
  /** What a list hampers where some lists, it among them, are enforced. */
  hampered(list: number, set: number): number;
}

/** Numbers levels as they are asked for, behind those that everybody relies on. */
function numberLevels(stackLists: readonly LevelledList[]): Numbering {
  const alike = (set: number): Level => ({ held: set, blamed: set });
  const levels = stackLists.map((_, list) => alike(firstLists(list + 1)));
  for (let list = 1; list < stackLists.length; list++) levels.push(alike(bit(list)));
  const hampers: Hamper[] = [];
  const hampering = bitsOf(stackLists.map(({ isHampering }) => isHampering));
  const levelOf = (held: number, blamed: number) => {
    const known = levels.findIndex((level) => level.held === held && level.blamed === blamed);
    return known >= 0 ? known : levels.push({ held, blamed }) - 1;
  };
  const dropped = (set: number) => levelOf(set & ~hampering, set);
  return {
    levels,
    hampers,
    dropped,
    hampered(list, set) {
      const wide = levelOf((set & ~hampering) | bit(list), set);
      const base = dropped(set);
      const known = hampers.findIndex((one) => one.wide === wide && one.base === base);
      return known >= 0 ? known : hampers.push({ wide, base }) - 1;
    },
  };
}

function numberOnNetwork(
  stackLists: readonly LevelledList[],
  network: number,
  { dropped, hampered }: Numbering,
  into: Pick<ListLevels, 'levelOnNetwork' | 'hamperOnNetwork' | 'appliesOnNetwork'>,
): void {
  const all = bitsOf(stackLists.map(({ appliesToNetwork }) => appliesToNetwork[network] === 1));
  stackLists.forEach(({ isHampering }, list) => {
    const at = network * stackLists.length + list;
    const upTo = all & firstLists(list + 1);
    if (upTo !== 0) into.levelOnNetwork[at] = dropped(upTo);
    if ((all & bit(list)) === 0) return;
    into.appliesOnNetwork[at] = 1;
    if (isHampering) into.hamperOnNetwork[at] = hampered(list, all);
  });
}

function bitsOf(flags: readonly boolean[]): number {
  return flags.reduce((bits, flag, at) => bits | (flag ? bit(at) : 0), 0);
}
