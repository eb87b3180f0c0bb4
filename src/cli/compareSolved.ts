// Stacks set to the same effect, or to the same harm, by moving one number of each.
import {
  breakEvenStudy,
  type EqualTo,
  equalEffectStudy,
  equalToStudy,
  type Lever,
  type Scenario,
  type Study,
} from '../model/index.ts';
import { showText } from '../scenario/place.ts';
import { figureOf } from '../scenario/words.ts';
import { BadInput, complaint } from './badInput.ts';
import { carryOut } from './carryOut.ts';
import type { Arguments } from './command.ts';
import { describeReference, describeSolutions } from './describeSolutions.ts';
import { exampleLever, exampleOfLevers } from './exampleLever.ts';
import { solutionTable } from './solutionTable.ts';
import { metricNamed, type Opened, shownCounts, studyJson } from './studyOptions.ts';
import { chooseStack, readLever, stackNamed, stacksNamed } from './studyPaths.ts';
import { widthOfOutput } from './wideColumns.ts';
import type { Result } from './write.ts';

export type NamedLever = Lever & { readonly stack: string };
const usualTolerance = '0.001';

/** `equal` is `metric=level`, or `metric@stack` for the level of that one; the levers stand in --by. @throws BadInput */
export function compareEqualEffect(opened: Opened, given: Arguments, equal: string): Result {
  const { scenario, seeds } = opened;
  const { metric, level, reference } = readGoal(scenario, equal);
  const tolerance = finiteNumber('tolerance', given.last('tolerance') ?? usualTolerance);
  const shown = shownCounts(scenario, given);
  const chosen = readLevers(scenario, given, reference);
  const goal = { metric: metric.id, tolerance };
  const paths = chosen.map(({ path }) => path);
  const study = studyOf(chosen, goal, level, reference, seeds);
  return carryOut(study, paths, opened, given, ({ reference: fixed, solutions }) => {
    const reached = level ?? fixed?.means[metric.id] ?? 0;
    const about = { metric, levers: chosen, solutions, reference, fixed };
    if (opened.format !== 'table') {
      return studyJson('compare', opened, {
        equal: { ...goal, level: reached, ...(reference !== undefined && { reference }) },
        stacks: [...describeReference(about), ...describeSolutions(scenario, about)],
      });
    }
    const whose = reference === undefined ? '' : `, as in the stack ${reference}`;
    const what = `each set so that “${metric.title}” comes to ${figureOf(metric, reached)}${whose}`;
    return solutionTable(scenario, what, about, shown, widthOfOutput(given.last('out')));
  });
}

/** A level, or the stack that has it. @throws BadInput */
function readGoal(scenario: Scenario, equal: string) {
  const [, id, sign, text] = /^([^=@]+)([=@])(.+)$/s.exec(equal) ?? [];
  if (id === undefined || text === undefined) {
    const expected = 'targetBlocked=0.2, or targetBlocked@stack for what that one reaches';
    throw new BadInput(`--equal: found ${showText(equal)}, expected ${expected}`);
  }
  const metric = metricNamed('equal', scenario, id);
  return sign === '='
    ? { metric, level: finiteNumber('equal', text), reference: undefined }
    : { metric, level: undefined, reference: stackNamed('equal', scenario, text) };
}

function* studyOf(
  levers: readonly NamedLever[],
  goal: { readonly metric: string; readonly tolerance: number },
  level: number | undefined,
  reference: string | undefined,
  seeds: readonly number[],
): Study<Omit<EqualTo, 'reference'> & Partial<EqualTo>> {
  if (reference !== undefined) {
    return yield* equalToStudy(levers, [chooseStack(reference)], goal, seeds);
  }
  return { solutions: yield* equalEffectStudy(levers, { ...goal, level: level ?? 0 }, seeds) };
}

/** The levers of --by; --stacks names their stacks, or some of them. @throws BadInput */
function readLevers(
  scenario: Scenario,
  given: Arguments,
  reference: string | undefined,
): NamedLever[] {
  const levers = given
    .all('by')
    .flatMap((typed) => typed.split(','))
    .map((typed) => readLever('by', scenario, typed));
  if (levers.length === 0) {
    const example = exampleOfLevers(scenario, reference);
    const suchAs = example === undefined ? '=low:high' : `, such as --by ${example}`;
    throw new BadInput(`--by: found nothing, expected stack:path${suchAs}`);
  }
  if (levers.some(({ stack }) => stack === reference)) {
    throw new BadInput(
      `--by: found ${reference}, which --equal takes as it is, expected other stacks`,
    );
  }
  const named = given.last('stacks');
  if (named === undefined) return levers;
  const wanted = stacksNamed(scenario, named).filter((stack) => stack !== reference);
  const missing = wanted.find((stack) => !levers.some((lever) => lever.stack === stack));
  if (missing !== undefined) {
    const instead = reference === undefined ? `, or --equal metric@${missing}` : '';
    const example = exampleLever(scenario, missing);
    const suchAs = example === undefined ? '' : ` such as ${example}`;
    throw new BadInput(
      `--by: found nothing for the stack ${missing}, expected ${missing}:path${suchAs}${instead}`,
    );
  }
  return levers.filter(({ stack }) => wanted.includes(stack));
}

/** The value of one lever at which its stack harms as much as another. @throws BadInput */
export function compareBreakEven(opened: Opened, given: Arguments, typed: string): Result {
  const { scenario, seeds } = opened;
  const lever = readLever('break-even', scenario, typed);
  const name = given.last('reference');
  if (name === undefined)
    throw new BadInput('--reference: found nothing, expected the id of a stack');
  const reference = stackNamed('reference', scenario, name);
  const metric = metricNamed('metric', scenario, given.last('metric') ?? 'collateral');
  const shown = shownCounts(scenario, given);
  const study = breakEvenStudy(lever, [chooseStack(reference)], seeds, metric.id);
  return carryOut(study, [lever.path], opened, given, ({ reference: fixed, solution }) => {
    const harm = fixed.means[metric.id] ?? 0;
    const about = { metric, levers: [lever], solutions: [solution], reference, fixed };
    if (opened.format === 'table') {
      const what = `“${metric.title}” as in the stack ${reference}, where it is ${figureOf(metric, harm)}`;
      return solutionTable(scenario, what, about, shown, widthOfOutput(given.last('out')));
    }
    return studyJson('compare', opened, {
      breakEven: { metric: metric.id, reference, level: harm },
      stacks: describeSolutions(scenario, about),
    });
  });
}

function finiteNumber(option: string, text: string): number {
  const number = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isFinite(number) && number >= 0) return number;
  throw new BadInput(complaint(text, 'a number, 0 or more', undefined, `--${option}`));
}
