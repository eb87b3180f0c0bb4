// Between which levels of the lists a strategy takes. In stack order: a list takes what it covers beyond the
// lists before it; a box takes its share of what no list has taken.
import type { ListLevels } from './listLevels.ts';

/** Stands for all sessions, in the place of a level. */
export const ALL = -2;
/** Stands for none. */
export const NONE = -1;

/**
 * The levels between which a strategy takes, at network · strategies + strategy. What fails at `before` is
 * taken already; at `until`, when the strategy has had its way. Either may be NONE, and `until` of a box is ALL.
 */
export interface TakenLevels {
  readonly before: Int32Array;
  readonly until: Int32Array;
  /** What it takes where it is the only one: ALL for a box. */
  readonly alone: Int32Array;
  /** What all lists together take on a network. */
  readonly lastOnNetwork: Int32Array;
}

export function takenLevels(
  listOfStrategy: Int32Array,
  { lists, levelOnNetwork, aloneLevelOfList, appliesOnNetwork }: ListLevels,
  networks: number,
): TakenLevels {
  const strategies = listOfStrategy.length;
  const before = new Int32Array(networks * strategies).fill(NONE);
  const until = new Int32Array(networks * strategies).fill(ALL);
  const alone = new Int32Array(networks * strategies).fill(ALL);
  const lastOnNetwork = new Int32Array(networks).fill(NONE);
  for (let network = 0; network < networks; network++) {
    for (let s = 0; s < strategies; s++) {
      const at = network * strategies + s;
      before[at] = lastOnNetwork[network]!;
      const list = listOfStrategy[s]!;
      if (list < 0) continue;
      const own = network * lists + list;
      until[at] = levelOnNetwork[own]!;
      alone[at] = appliesOnNetwork[own] ? aloneLevelOfList[list]! : NONE;
      lastOnNetwork[network] = levelOnNetwork[own]!;
    }
  }
  return { before, until, alone, lastOnNetwork };
}

/** What fails between the levels of a strategy, as a share. @param at network · strategies + strategy */
export function failsBetween(
  { before, until }: TakenLevels,
  at: number,
  fail: Float64Array,
  stride: number,
  place: number,
  whole: number,
): number {
  const covered = failsAt(until[at]!, fail, stride, place, whole);
  return covered - failsAt(before[at]!, fail, stride, place, whole);
}

/**
 * What fails at a level, as a share of the sessions of which `whole` are at the place.
 * @param fail by level and place, the places of a level `stride` apart
 */
export function failsAt(
  level: number,
  fail: Float64Array,
  stride: number,
  place: number,
  whole: number,
): number {
  if (level >= 0) return fail[level * stride + place]!;
  return level === ALL ? whole : 0;
}
