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

export function listLevels(stackLists: readonly LevelledList[], networks: number): ListLevels {
  const lists = stackLists.length;
  const levels: Level[] = [];
  // A stack has sixteen strategies at most. A level for each first few, then for each later one alone.
  const first = (count: number) => (1 << count) - 1;
  stackLists.forEach((_, list) => {
    levels.push({ held: first(list + 1), blamed: first(list + 1) });
  });
  for (let list = 1; list < lists; list++) levels.push({ held: 1 << list, blamed: 1 << list });
  const levelOf = (held: number, blamed: number) => {
    const known = levels.findIndex((level) => level.held === held && level.blamed === blamed);
    return known >= 0 ? known : levels.push({ held, blamed }) - 1;
  };
  const hampering = bitsOf(stackLists.map(({ isHampering }) => isHampering));
  const dropLevelOf = (set: number) => levelOf(set & ~hampering, set);
  const hampers: Hamper[] = [];
  const hamperOf = (list: number, set: number) => {
    const wide = levelOf((set & ~hampering) | (1 << list), set);
    return hampers.push({ wide, base: dropLevelOf(set) }) - 1;
  };
  const levelOnNetwork = new Int32Array(networks * lists).fill(-1);
  const hamperOnNetwork = new Int32Array(networks * lists).fill(-1);
  const appliesOnNetwork = new Uint8Array(networks * lists);
  const hamperOfKey = new Map<string, number>();
  for (let network = 0; network < networks; network++) {
    const here = stackLists.map(({ appliesToNetwork }) => appliesToNetwork[network] === 1);
    const all = bitsOf(here);
    for (let list = 0; list < lists; list++) {
      const at = network * lists + list;
      const upTo = all & first(list + 1);
      if (upTo !== 0) levelOnNetwork[at] = dropLevelOf(upTo);
      if (!here[list]) continue;
      appliesOnNetwork[at] = 1;
      if (!stackLists[list]!.isHampering) continue;
      const key = `${list} ${all}`;
      const hamper = hamperOfKey.get(key) ?? hamperOf(list, all);
      hamperOfKey.set(key, hamper);
      hamperOnNetwork[at] = hamper;
    }
  }
  return {
    lists,
    aloneLevelOfList: Uint32Array.from(stackLists, (_, list) => dropLevelOf(1 << list)),
    aloneHamperOfList: Int32Array.from(stackLists, ({ isHampering }, list) =>
      isHampering ? hamperOf(list, 1 << list) : -1,
    ),
    levelOnNetwork,
    appliesOnNetwork,
    hampers,
    hamperOnNetwork,
    levels: levels.length,
    holds: (level, list) => (levels[level]!.held & (1 << list)) !== 0,
    blames: (level, list) => (levels[level]!.blamed & (1 << list)) !== 0,
  };
}

function bitsOf(flags: readonly boolean[]): number {
  return flags.reduce((bits, flag, at) => bits | (flag ? 1 << at : 0), 0);
}
