// The curves of a sweep and its trade-off as shapes.
import { area, line } from 'd3-shape';
import { entryOf, fineNumber, fineShare } from './figures.ts';
import { type Knob, knobWords } from './knobs.ts';
import { layoutPanel, type Panel, shareDomain } from './panel.ts';
import type { Spot, Sweep } from './sweep.ts';

export interface LineShape {
  readonly path: string;
  /** Between the 5 and 95 % ends of chance. */
  readonly band: string;
  readonly dots: readonly { readonly x: number; readonly y: number; readonly words: string }[];
  /** What the line is for, such as “Discovery rate 10 %”; empty where there is but one. */
  readonly title: string;
}

/** How a metric goes along the first number. */
export function layoutAlong(
  { first, second, lines }: Sweep,
  metric: string,
  width: number,
  height: number,
): { readonly panel: Panel; readonly lines: readonly LineShape[]; readonly xNow: number } {
  const meanOf = ({ point }: Spot) => entryOf(point.means, metric);
  const endsOf = ({ point }: Spot) => entryOf(point.quantiles, metric);
  const tops = lines.flatMap(({ spots }) => spots.map((spot) => endsOf(spot).q95));
  const panel = layoutPanel(
    width,
    height,
    { domain: [first.low, first.high], words: (value) => shortValue(first, value) },
    { domain: shareDomain(tops), words: fineShare },
  );
  const { x, y } = panel;
  const xOf = ({ at }: Spot) => x(at);
  const lineOf = line<Spot>(xOf, (spot) => y(meanOf(spot)));
  const bandOf = area<Spot>(
    xOf,
    (spot) => y(endsOf(spot).q5),
    (spot) => y(endsOf(spot).q95),
  );
  return {
    panel,
    xNow: x(first.value),
    lines: lines.map(({ value, spots }) => ({
      title: titleOf(second, value),
      path: lineOf(spots) ?? '',
      band: bandOf(spots) ?? '',
      dots: spots.map((spot) => ({
        x: xOf(spot),
        y: y(meanOf(spot)),
        words: `${knobWords(first, spot.at)}: ${fineShare(meanOf(spot))}`,
      })),
    })),
  };
}

export interface TradeOffDot {
  readonly x: number;
  readonly y: number;
  readonly words: string;
  /** Written beside the dot: at the ends and at the present value. */
  readonly label: string;
  readonly isNow: boolean;
}

/** Target stopped against everybody else hit: a line for each value of the second number. */
export function layoutTradeOff(
  { first, second, lines }: Sweep,
  width: number,
  height: number,
): {
  readonly panel: Panel;
  readonly lines: readonly { path: string; title: string; dots: readonly TradeOffDot[] }[];
} {
  const meansOf = (id: string) =>
    lines.flatMap(({ spots }) => spots.map(({ point }) => entryOf(point.means, id)));
  const panel = layoutPanel(
    width,
    height,
    { domain: shareDomain(meansOf('targetBlocked')), words: fineShare },
    { domain: shareDomain(meansOf('collateral')), words: fineShare },
  );
  return {
    panel,
    lines: lines.map(({ value, spots }) => {
      const dots = spots.map(({ at, point: { means } }) => {
        const [stopped, hit] = [entryOf(means, 'targetBlocked'), entryOf(means, 'collateral')];
        const label = knobWords(first, at);
        return {
          x: panel.x(stopped),
          y: panel.y(hit),
          words: `${label}: ${fineShare(stopped)} of the target stopped, ${fineShare(hit)} of everybody else hit`,
          label,
          isNow: at === first.value && value === second?.value,
        };
      });
      const path =
        line<TradeOffDot>(
          ({ x }) => x,
          ({ y }) => y,
        )(dots) ?? '';
      return { title: titleOf(second, value), path, dots: labelled(dots) };
    }),
  };
}

/** Whether the first number changes neither what is stopped nor what is hit. */
export function isIdle({ lines }: Sweep): boolean {
  return lines.every(({ spots: [head, ...rest] }) =>
    rest.every(({ point }) =>
      ['targetBlocked', 'collateral'].every((id) => point.means[id] === head?.point.means[id]),
    ),
  );
}

const LABEL_ROOM = 30; // px between labels, so that none covers another

/** Keeps the labels of the present value and of the ends, where there is room for them. */
function labelled(dots: readonly TradeOffDot[]): TradeOffDot[] {
  const kept: TradeOffDot[] = [];
  const wanted = [dots.find(({ isNow }) => isNow), dots[0], dots.at(-1)];
  for (const dot of wanted) {
    if (!dot || kept.some((other) => Math.hypot(other.x - dot.x, other.y - dot.y) < LABEL_ROOM))
      continue;
    kept.push(dot);
  }
  return dots
    .map((dot) => (kept.includes(dot) ? dot : { ...dot, label: '' }))
    .sort((a, b) => +a.isNow - +b.isNow); // the present one lies on top
}

function titleOf(second: Knob | undefined, value: number | undefined): string {
  if (!second || value === undefined) return '';
  return `${second.parameter.label}: ${knobWords(second, value)}`;
}

/** On an axis: without the unit, which stands in its title. */
export function shortValue(knob: Knob, value: number): string {
  const { display = 'plain' } = knob.parameter;
  return display === 'plain' ? fineNumber(value) : knobWords(knob, value);
}
