// A sweep over two numbers as a map: a cell a combination, as strong in colour as its figure is large.
import { scaleBand } from 'd3-scale';
import { entryOf, fineShare } from './figures.ts';
import { knobWords } from './knobs.ts';
import type { Tick } from './panel.ts';
import type { Sweep } from './sweep.ts';
import { shortValue } from './sweepLayout.ts';

export interface HeatCell {
  /** The values of both numbers, as they are: what a combination is known by. */
  readonly key: string;
  readonly x: number;
  readonly y: number;
  /** In percent without the sign; empty where there is no room for it. */
  readonly figure: string;
  readonly words: string;
  /** 0 … 1 of the largest figure of the map. */
  readonly strength: number;
  /** Both numbers as they were when this was run. */
  readonly isNow: boolean;
}

export interface HeatMap {
  readonly height: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  /** Combinations that do not go with the other settings are no cells. */
  readonly cells: readonly HeatCell[];
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  readonly bottom: number;
}

const PX_A_LETTER = 6.5;
const ROW = 30;
const BELOW = 22; // the values of the first number

/** @param width of the whole, px; the height follows from the number of rows */
export function layoutHeat(
  { first, second, lines }: Sweep,
  metric: string,
  width: number,
): HeatMap {
  const rows = lines.flatMap(({ value }) => (value === undefined ? [] : [value]));
  const columns = [...new Set(lines.flatMap(({ spots }) => spots.map(({ at }) => at)))].sort(
    (a, b) => a - b,
  );
  const rowWords = rows.map((value) => (second ? shortValue(second, value) : ''));
  const left = 8 + PX_A_LETTER * Math.max(...rowWords.map((words) => words.length), 0);
  const bottom = ROW * rows.length;
  const x = scaleBand(columns.map(String), [left, Math.max(left + 1, width)]);
  // The largest value on top, as on any axis that goes up.
  const y = scaleBand(rows.map(String), [bottom, 0]);
  const most = lines.reduce(
    (max, { spots }) =>
      spots.reduce((top, { point }) => Math.max(top, entryOf(point.means, metric)), max),
    0,
  );
  const cells = lines.flatMap(({ value = Number.NaN, spots }) =>
    spots.map(({ at, point }): HeatCell => {
      const share = entryOf(point.means, metric);
      const figure = shortPercent(100 * share);
      const where = second ? `${knobWords(second, value)}, ${knobWords(first, at)}` : '';
      return {
        key: `${value} ${at}`,
        x: x(String(at)) ?? 0,
        y: y(String(value)) ?? 0,
        figure: figure.length * PX_A_LETTER < x.bandwidth() ? figure : '',
        words: `${where}: ${fineShare(share)}`,
        strength: most === 0 ? 0 : share / most,
        isNow: at === first.value && value === second?.value,
      };
    }),
  );
  return {
    height: bottom + BELOW,
    ...{ cellWidth: x.bandwidth(), cellHeight: y.bandwidth(), bottom },
    // The present one lies on top, so that its frame is whole.
    cells: cells.sort((a, b) => +a.isNow - +b.isNow),
    xTicks: withRoom(
      columns.map((at) => ({
        at: (x(String(at)) ?? 0) + x.bandwidth() / 2,
        words: shortValue(first, at),
      })),
      x.bandwidth(),
    ),
    yTicks: rows.map((value, index) => ({
      at: (y(String(value)) ?? 0) + y.bandwidth() / 2,
      words: rowWords[index] ?? '',
    })),
  };
}

/** Short enough for a cell: 0, < 0.1, 4.3, 54. */
function shortPercent(value: number): string {
  if (value === 0 || value >= 9.95) return value.toFixed(0);
  return value < 0.1 ? '< 0.1' : value.toFixed(1);
}

/** Every tick, or every second or third, so that none covers the next. */
function withRoom(ticks: readonly Tick[], pxEach: number): Tick[] {
  const longest = Math.max(...ticks.map(({ words }) => words.length), 1);
  const every = Math.max(1, Math.ceil((longest * PX_A_LETTER + 8) / pxEach));
  return ticks.filter((_, index) => index % every === 0);
}
