// `overblock compare`: stacks side by side, as they are, at equal effect, or at equal harm.
import { BadInput } from './badInput.ts';
import { type Command, wholeNumber } from './command.ts';
import { compareAsTheyAre } from './compareAsTheyAre.ts';
import { compareBreakEven, compareEqualEffect } from './compareSolved.ts';
import { openStudy, studyHelp, studyOptions } from './studyOptions.ts';

const mostDraws = 10_000;

export const compareCommand: Command = {
  name: 'compare',
  summary: 'Puts stacks side by side: as they are, set to equal effect, or where they harm alike.',
  words: '<file or id> [--stacks a,b]',
  options: {
    stacks: { value: 'IDS', help: 'The stacks, with commas; all of them unless given' },
    draws: {
      value: 'N',
      help: 'Meet every seed with N draws of the uncertain inputs, and tell both spreads apart',
    },
    equal: {
      value: 'METRIC=X',
      help: 'Set each stack of --by so that the metric comes to X; METRIC@STACK: to what that stack has',
    },
    by: {
      value: 'STACK:PATH',
      many: true,
      help: 'What to set, with =low:high where the schema has no range; commas, or repeated',
    },
    'break-even': {
      value: 'STACK:PATH',
      help: 'Find the value at which the stack harms as much as --reference; =low:high as above',
    },
    reference: { value: 'ID', help: 'The stack that --break-even is held against' },
    metric: { value: 'METRIC', help: 'The harm of --break-even; collateral unless given' },
    tolerance: { value: 'X', help: 'How near --equal must come; 0.001 unless given' },
    ...studyOptions,
  },
  more: `${studyHelp}

Uncertain is a figure with low and high. --draws adds variances: input is what better knowledge of
them would take away, chance is what would stay. --equal and --break-even look between the ends for
where the value is reached, which holds for what moves one way only; when it is out of reach they
give what is reached at both ends, and where it jumps, the nearer side, with isWithin false. Of a
classifier whose threshold is moved they also give the error rates there.

Examples:
  overblock compare april-2018 --stacks registry,dpi --draws 50 --seeds 20 --format table
  overblock compare april-2018 --equal targetBlocked=0.2 --by adaptive:hunt.discoveryPerHour,dpi:boxes.threshold
  overblock compare april-2018 --equal targetBlocked@registry --by adaptive:hunt.discoveryPerHour
  overblock compare april-2018 --break-even dpi:boxes.threshold --reference registry`,
  async run(given) {
    const opened = await openStudy('compare', given);
    const equal = given.last('equal');
    const lever = given.last('break-even');
    if (equal !== undefined && lever !== undefined) {
      throw new BadInput('--break-even: found beside --equal, expected one of the two');
    }
    for (const [option, needed] of needs) {
      if (given.all(option).length > 0 && given.last(needed) === undefined) {
        throw new BadInput(`--${option}: found without --${needed}, expected both`);
      }
    }
    if (equal !== undefined) return compareEqualEffect(opened, given, equal);
    if (lever !== undefined) return compareBreakEven(opened, given, lever);
    const draws = given.last('draws');
    const count = draws === undefined ? undefined : wholeNumber('draws', draws, 2, mostDraws);
    return compareAsTheyAre(opened, given, count);
  },
};

/** What says nothing without the other. */
const needs = [
  ['by', 'equal'],
  ['tolerance', 'equal'],
  ['reference', 'break-even'],
  ['metric', 'break-even'],
] as const;
