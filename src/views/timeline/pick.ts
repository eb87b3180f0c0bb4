// Which reported fact is meant by a point of the drawing, and which comes next where several lie together.
import type { PlacedMark } from './layout.ts';

/** How near one must point, px: a finger is less exact. */
export const REACH = 10;
export const REACH_OF_FINGER = 18;
/** Marks so near to each other lie “here” together. */
const TOGETHER = 7;
/** A hand that means the same place still moves by so much. */
const SAME_PLACE = 4;

/** What is shown, out of the facts that lie together. */
export interface Pick {
  /** The ids of the facts here, the nearest first. */
  readonly here: readonly string[];
  readonly index: number;
  /** Where one pointed; nowhere for the keyboard. */
  readonly x: number;
  readonly y: number;
  /** By a click or a tap, not by hovering. */
  readonly isChosen: boolean;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The nearest mark within reach, and all that lie together with it; the nearest first. */
export function marksHere(
  marks: readonly PlacedMark[],
  point: Point,
  reach: number,
): readonly PlacedMark[] {
  const sorted = marks
    .map((mark) => ({ mark, away: distance(mark, point) }))
    .sort((a, b) => a.away - b.away);
  const nearest = sorted[0];
  if (!nearest || nearest.away > reach) return [];
  return sorted.map(({ mark }) => mark).filter((mark) => distance(mark, nearest.mark) <= TOGETHER);
}

/** Hovering shows the nearest; what was chosen at this place stays. */
export function hover(
  before: Pick | undefined,
  marks: readonly PlacedMark[],
  point: Point,
): Pick | undefined {
  if (before?.isChosen && distance(before, point) <= SAME_PLACE) return before;
  const here = marksHere(marks, point, REACH).map(({ told }) => told.id);
  if (here.length === 0) return before;
  if (before?.here[before.index] === here[0] && before?.here.length === here.length) return before;
  return { here, index: 0, ...point, isChosen: false };
}

/** A click takes the nearest; again at the same place, the next one there. */
export function choose(
  before: Pick | undefined,
  marks: readonly PlacedMark[],
  point: Point,
  reach: number,
): Pick | undefined {
  if (before?.isChosen && distance(before, point) <= SAME_PLACE) {
    return { ...before, index: (before.index + 1) % before.here.length };
  }
  const here = marksHere(marks, point, reach).map(({ told }) => told.id);
  return here.length === 0 ? before : { here, index: 0, ...point, isChosen: true };
}

/** By keyboard each fact is met by itself. */
export function pickOne(id: string): Pick {
  return { here: [id], index: 0, x: Number.NaN, y: Number.NaN, isChosen: true };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
