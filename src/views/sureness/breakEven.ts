// The break-even of two strategies in a sentence; of a classifier with its error rates there.
import type { Scenario, World } from '../../model/index.ts';
import { ratesAtThreshold } from '../../scenario/thresholdRates.ts';
import type { Answer } from '../../store/studyDesk.ts';
import { entryOf, fineShare } from './figures.ts';
import type { Brought, EvenQuestion, EvenResult } from './stacks.ts';
import { knobValue, nameOf, rangeOf } from './stacksLayout.ts';

/** A classifier against the first other strategy; both of those that are in use and do something. */
export function usualPair({ stacks }: Scenario): { stack: string; reference: string } {
  const uses = ({ strategies }: Scenario['stacks'][number], wanted?: string) =>
    strategies.some(
      ({ technique, off }) => !off && technique !== 'none' && technique === (wanted ?? technique),
    );
  const active = stacks.filter((one) => uses(one));
  const stack = active.find((one) => uses(one, 'flowClassifier')) ?? active[1] ?? stacks[0];
  const others = stacks.filter((one) => one !== stack);
  const reference = active.find((one) => one !== stack) ?? others[0] ?? stack;
  return { stack: stack?.id ?? '', reference: reference?.id ?? '' };
}

/** @param world the compiled world of the scenario that was asked about */
export function breakEvenSentence(
  world: World,
  {
    scenario,
    question,
    result,
  }: Pick<Answer<EvenQuestion, EvenResult>, 'scenario' | 'question' | 'result'>,
): string {
  const titleOf = (id: string) => scenario.stacks.find((one) => one.id === id)?.title ?? id;
  const ownTitle = titleOf(question.stack);
  const [own, other] = [`“${ownTitle}”`, `“${titleOf(question.reference)}”`];
  const harm = fineShare(entryOf(result.reference.means, 'collateral'));
  const { brought } = result;
  if (!brought) return `${own} has no number that can be set.`;
  const { knob, solution } = brought;
  const name = nameOf(knob, ownTitle);
  if (solution.kind === 'none') {
    const [least, most] = rangeOf(solution);
    const reach =
      least === most
        ? `hits ${least} whatever its numbers are`
        : `can be brought by ${name} only from ${least} to ${most}`;
    return `There is no such value: ${other} hits ${harm} of everybody else, and ${own} ${reach}.`;
  }
  const { means } = solution.point;
  const jump = solution.isWithin
    ? ''
    : ` It jumps there: the nearer side hits ${fineShare(entryOf(means, 'collateral'))}.`;
  return (
    `${own} hits as much of everybody else as ${other} (${harm}) when ${name} is ${knobValue(knob, solution.value)}; ` +
    `it then stops ${fineShare(entryOf(means, 'targetBlocked'))} of the target, ${other} ${fineShare(entryOf(result.reference.means, 'targetBlocked'))}.` +
    `${jump}${ratesInWords(world, scenario, brought, solution.value)}`
  );
}

/** The error rates of a classifier whose threshold was set; nothing for any other number. */
function ratesInWords(
  world: World,
  scenario: Scenario,
  { knob: { path } }: Brought,
  value: number,
): string {
  const rates = ratesAtThreshold(scenario, world, path, value);
  if (!rates) return '';
  const { falsePositiveRate, truePositiveRate } = rates;
  return ` The classifier may then flag ${fineShare(falsePositiveRate)} of everybody else’s sessions that it inspects (its false-positive rate at break-even), and catches ${fineShare(truePositiveRate)} of the target’s.`;
}
