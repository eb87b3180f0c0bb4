// Which strategy does least harm for the same effect: all stacks as they are, and set to equal effect.
import { line } from 'd3-shape';
import {
  ensembleSeeds,
  type FrontierPoint,
  frontierStudy,
  type Point,
  pointStudy,
  type Reached,
  reachStudy,
  type Scenario,
  type Solution,
  type Study,
  together,
} from '../../model/index.ts';
import { valueInWords } from '../../scenario/parameterWords.ts';
import { entryOf, fineShare } from './figures.ts';
import { chooseStack, type Knob, leversOf } from './knobs.ts';
import { layoutPanel, type Panel, shareDomain } from './panel.ts';

export interface StacksQuestion {
  /** The share of the target that each is set to stop, 0 … 1. */
  readonly level: number;
  readonly size: number;
}

/** A stack brought to a level by one of its numbers. */
export interface Brought {
  readonly knob: Knob;
  readonly solution: Solution;
}

export interface StackFound {
  readonly id: string;
  readonly title: string;
  /** As it stands in the scenario. */
  readonly asItIs: FrontierPoint;
  /** Undefined when it has no number to set. */
  readonly brought: Brought | undefined;
}

export interface StacksResult {
  readonly level: number;
  readonly stacks: readonly StackFound[];
}

const SEEDS = 4;
const SEARCH_SEEDS = 2;
const TOLERANCE = 0.005; // half a point of a hundred: finer than any of these shares is known

export function* stacksOf(
  scenario: Scenario,
  { level, size }: StacksQuestion,
): Study<StacksResult> {
  const { stacks } = scenario;
  const cases = stacks.map(({ id }) => [chooseStack(id)]);
  const points = yield* frontierStudy(cases, ensembleSeeds(scenario.seed, SEEDS * size));
  const seeds = ensembleSeeds(scenario.seed, SEARCH_SEEDS * size);
  const goal = { metric: 'targetBlocked', level, tolerance: TOLERANCE };
  const brought = yield* together(
    stacks.map(({ id }) => bringStudy(scenario, id, (levers) => reachStudy(levers, goal, seeds))),
  );
  return {
    level,
    stacks: stacks.map(({ id, title }, index) => ({
      id,
      title,
      asItIs: pointOf(points, id),
      brought: brought[index],
    })),
  };
}

function pointOf(points: readonly FrontierPoint[], stack: string): FrontierPoint {
  const point = points.find(({ settings }) => settings[0]?.value === stack);
  if (!point) throw new Error(`there is no point of the stack "${stack}"`);
  return point;
}

type LeversOnly = Parameters<typeof reachStudy>[0];

function* bringStudy(
  scenario: Scenario,
  stack: string,
  reach: (levers: LeversOnly) => Study<Reached | undefined>,
): Study<Brought | undefined> {
  const levers = leversOf(scenario, stack);
  const reached = yield* reach(levers.map(({ lever }) => lever));
  const knob = reached && levers[reached.lever]?.knob;
  return knob && { knob, solution: reached.solution };
}

/** Roughly: how long a search takes is not known before. */
export function runsOfStacks(scenario: Scenario, { size }: StacksQuestion): number {
  const { stacks } = scenario;
  const levers = stacks.reduce((sum, { id }) => sum + leversOf(scenario, id).length, 0);
  const usualSteps = 10;
  return size * (SEEDS * stacks.length + SEARCH_SEEDS * (2 * levers + usualSteps * stacks.length));
}

export interface EvenQuestion {
  readonly stack: string;
  readonly reference: string;
  readonly size: number;
}

export interface EvenResult {
  readonly reference: Point;
  readonly brought: Brought | undefined;
}

const EVEN_ACCURACY = 0.01; // of the harm of the reference

/** Where one stack harms as much as another. */
export function* evenOf(
  scenario: Scenario,
  { stack, reference, size }: EvenQuestion,
): Study<EvenResult> {
  const seeds = ensembleSeeds(scenario.seed, SEARCH_SEEDS * size);
  const fixed = yield* pointStudy([chooseStack(reference)], seeds);
  const level = entryOf(fixed.means, 'collateral');
  const goal = { metric: 'collateral', level, tolerance: EVEN_ACCURACY * level };
  const brought = yield* bringStudy(scenario, stack, (levers) => reachStudy(levers, goal, seeds));
  return { reference: fixed, brought };
}

export function runsOfEven(scenario: Scenario, { stack, size }: EvenQuestion): number {
  const usualSteps = 12;
  return size * SEARCH_SEEDS * (1 + 2 * leversOf(scenario, stack).length + usualSteps);
}

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
export function knobValue({ parameter, isWhole }: Knob, value: number): string {
  const rounded = isWhole ? value : Number(value.toPrecision(3));
  return valueInWords(parameter, rounded).replace(/^-/, '−');
}
