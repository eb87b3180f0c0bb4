// The lists of a stack as levels: what the first ones cover together, and each later one alone.

/**
 * The lists of a stack, seen as nested levels: level j holds the lists 0 … j, and one further level
 * holds each later list alone ("what would it have taken by itself?").
 */
export interface ListLevels {
  readonly lists: number;
  readonly levels: number;
  holds(level: number, list: number): boolean;
  /** The level that holds one list alone. */
  readonly aloneLevelOfList: Uint32Array;
}

export function listLevels(lists: number): ListLevels {
  return {
    lists,
    levels: lists === 0 ? 0 : 2 * lists - 1,
    holds: (level, list) => (level < lists ? list <= level : list === level - lists + 1),
    aloneLevelOfList: Uint32Array.from({ length: lists }, (_, list) =>
      list === 0 ? 0 : lists + list - 1,
    ),
  };
}
