// All strategies as shapes and words: in the plane of what they stop and hit, and at equal effect.
import { line } from 'd3-shape';
import { entryOf, fineShare } from './figures.ts';
import { type Knob, knobWords } from './knobs.ts';
import { layoutPanel, type Panel, shareDomain } from './panel.ts';
import type { Brought, StacksResult } from './stacks.ts';

export interface PlaneDot {
  readonly id: string;
  /** 1, 2, 3 … in the order of the list below the chart. */
  readonly number: number;
  readonly title: string;
  readonly x: number;
  readonly y: number;
  readonly stopped: string;
  readonly hit: string;
  readonly isOnFront: boolean;
}

export interface PlaneLayout {
  readonly panel: Panel;
  readonly dots: readonly PlaneDot[];
  readonly frontPath: string;
}

/** All stacks as they are: what they stop to the right, what they hit upwards. */
export function layoutPlane({ stacks }: StacksResult, width: number, height: number): PlaneLayout {
  const meansOf = (id: string) => stacks.map(({ asItIs }) => entryOf(asItIs.means, id));
  const panel = layoutPanel(
    width,
    height,
    { domain: shareDomain(meansOf('targetBlocked')), words: fineShare },
    { domain: shareDomain(meansOf('collateral')), words: fineShare },
  );
  const dots = stacks.map(({ id, title, asItIs: { means, isOnFront } }, index) => ({
    id,
    number: index + 1,
    title,
    x: panel.x(entryOf(means, 'targetBlocked')),
    y: panel.y(entryOf(means, 'collateral')),
    stopped: fineShare(entryOf(means, 'targetBlocked')),
    hit: fineShare(entryOf(means, 'collateral')),
    isOnFront,
  }));
  const front = dots.filter(({ isOnFront }) => isOnFront).sort((a, b) => a.x - b.x);
  return {
    panel,
    dots,
    frontPath:
      line<PlaneDot>(
        (d) => d.x,
        (d) => d.y,
      )(front) ?? '',
  };
}

export interface EqualRow {
  readonly id: string;
  readonly title: string;
  /** “Threshold θ 1.17”, or why there is nothing. */
  readonly set: string;
  readonly stopped: string;
  readonly hit: string;
  /** Length of the bar, 0 … 1; undefined when the level is out of reach. */
  readonly share: number | undefined;
}

/** Stacks at equal effect, the least harm first; those that cannot stand at the end. */
export function layoutEqual({ level, stacks }: StacksResult): EqualRow[] {
  const rows = stacks.map((stack) => ({ harm: harmOf(stack.brought), stack }));
  const most = Math.max(...rows.map(({ harm }) => harm ?? 0)) || 1;
  return rows
    .sort((a, b) => (a.harm ?? Number.POSITIVE_INFINITY) - (b.harm ?? Number.POSITIVE_INFINITY))
    .map(({ harm, stack: { id, title, brought } }) => ({
      id,
      title,
      set: setInWords(title, brought, level),
      stopped:
        brought?.solution.kind === 'found'
          ? fineShare(entryOf(brought.solution.point.means, 'targetBlocked'))
          : '–',
      hit: harm === undefined ? '–' : fineShare(harm),
      share: harm === undefined ? undefined : harm / most,
    }));
}

function harmOf(brought: Brought | undefined): number | undefined {
  return brought?.solution.kind === 'found' ? brought.solution.point.means.collateral : undefined;
}

function setInWords(title: string, brought: Brought | undefined, level: number): string {
  if (!brought) return 'Has no number that can be set.';
  const { knob, solution } = brought;
  const name = nameOf(knob, title);
  if (solution.kind === 'none') {
    const [least, most] = rangeOf(solution);
    if (least === most)
      return `Out of reach: none of its numbers changes the ${least} that it stops.`;
    return `Out of reach: ${name} brings it from ${least} to ${most}.`;
  }
  const jump = solution.isWithin
    ? ''
    : ` It jumps over ${fineShare(level)} there; this is the nearer side.`;
  return `${name} at ${knobValue(knob, solution.value)}.${jump}`;
}

/** What is reached at both ends, the less first. */
export function rangeOf({ atLow, atHigh }: { atLow: number; atHigh: number }): [string, string] {
  return [fineShare(Math.min(atLow, atHigh)), fineShare(Math.max(atLow, atHigh))];
}

/** Whose number it is, and which; the owner is left out when it has the title of its stack. */
export function nameOf({ group, parameter }: Knob, stack?: string): string {
  return group === stack ? parameter.label : `${group}: ${parameter.label}`;
}

/** A value that a search has found, to three digits. */
export function knobValue(knob: Knob, value: number): string {
  return knobWords(knob, knob.isWhole ? value : Number(value.toPrecision(3)));
}
