// A conclusion as it is typed: "collateral@registry > collateral@dpi", "collateral > targetBlocked", "collateral < 0.01".
import type { Conclusion, Scenario, Side } from '../model/index.ts';
import { showText } from '../scenario/place.ts';
import { BadInput } from './badInput.ts';
import { metricNamed } from './studyOptions.ts';
import { chooseStack, stackNamed } from './studyPaths.ts';

export interface ReadConclusion {
  readonly conclusion: Conclusion;
  /** The stacks that it speaks of. */
  readonly stacks: readonly string[];
}

/** A metric without a stack is that of the chosen one. @throws BadInput */
export function readConclusion(option: string, scenario: Scenario, text: string): ReadConclusion {
  const [, left, relation, right] = /^([^<>]+)([<>])([^<>]+)$/.exec(text) ?? [];
  if (left === undefined || right === undefined || (relation !== '<' && relation !== '>')) {
    const expected =
      'two sides with > or < between, such as "collateral@registry > collateral@dpi"';
    throw new BadInput(`--${option}: found ${showText(text)}, expected ${expected}`);
  }
  const sides = [left, right].map((side) => readSide(option, scenario, side.trim()));
  const [first, second] = sides.map(({ side }) => side) as [Side, Side];
  return {
    conclusion: { left: first, relation, right: second },
    stacks: sides.flatMap(({ stack }) => (stack === undefined ? [] : [stack])),
  };
}

function readSide(
  option: string,
  scenario: Scenario,
  text: string,
): { side: Side; stack?: string } {
  const number = text === '' ? Number.NaN : Number(text);
  if (Number.isFinite(number)) return { side: { number } };
  const [id = '', named] = text.split('@');
  const { id: metric } = metricNamed(option, scenario, id);
  const stack = named === undefined ? scenario.stack : stackNamed(option, scenario, named);
  return { side: { metric, settings: [chooseStack(stack)] }, stack };
}
