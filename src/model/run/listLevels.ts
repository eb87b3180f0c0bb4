// The lists of a stack as levels: what the first ones cover together, each later one alone, and what
// a network enforces that not every list applies to.

/** A level is a set of lists whose entries count together. */
export interface ListLevels {
  readonly lists: number;
  readonly levels: number;
  /** The first levels hold the lists 0 … level; the last of them holds all. */
  holds(level: number, list: number): boolean;
  /** The level that holds one list alone. */
  readonly aloneLevelOfList: Uint32Array;
  /**
   * The level of those of the lists 0 … j that apply to a network, at network · lists + j; −1 where
   * none does.
   */
  readonly levelOnNetwork: Int32Array;
  /** 1 where a list applies to a network, at network · lists + list. */
  readonly appliesOnNetwork: Uint8Array;
}

/** @param appliesToNetworkOfList for each list of the stack 1 where a network is told to enforce it */
export function listLevels(
  appliesToNetworkOfList: readonly Uint8Array[],
  networks: number,
): ListLevels {
  const lists = appliesToNetworkOfList.length;
  // A set of lists as bits; a stack has twelve strategies at most.
  const sets: number[] = [];
  for (let list = 0; list < lists; list++) sets.push((1 << (list + 1)) - 1);
  for (let list = 1; list < lists; list++) sets.push(1 << list);
  const levelOf = (set: number) => {
    const known = sets.indexOf(set);
    return known >= 0 ? known : sets.push(set) - 1;
  };
  const levelOnNetwork = new Int32Array(networks * lists).fill(-1);
  const appliesOnNetwork = new Uint8Array(networks * lists);
  for (let network = 0; network < networks; network++) {
    let set = 0;
    for (let list = 0; list < lists; list++) {
      const applies = appliesToNetworkOfList[list]![network]!;
      appliesOnNetwork[network * lists + list] = applies;
      if (applies) set |= 1 << list;
      if (set !== 0) levelOnNetwork[network * lists + list] = levelOf(set);
    }
  }
  return {
    lists,
    levels: sets.length,
    holds: (level, list) => (sets[level]! & (1 << list)) !== 0,
    aloneLevelOfList: Uint32Array.from({ length: lists }, (_, list) =>
      list === 0 ? 0 : lists + list - 1,
    ),
    levelOnNetwork,
    appliesOnNetwork,
  };
}
