// Random stacks: lists and boxes, on some of the networks, for some of the time.
import fc from 'fast-check';
import { boxes, buildBox, type DrawnBox } from './drawBoxes.ts';
import { blockText, off, type Registered, type TextOf } from './drawing.ts';
import { buildList, list } from './drawList.ts';
import { buildPlace, buildWindow, type MomentText, place, window } from './drawScope.ts';

type Drawn<A> = A extends fc.Arbitrary<infer T> ? T : never;
type Rule = Drawn<typeof list> | DrawnBox;
const rule: fc.Arbitrary<Rule> = fc.oneof(
  { arbitrary: list, weight: 12 },
  { arbitrary: boxes, weight: 15 },
);

export const drawnStack = fc.array(fc.record({ rule, window, place, off }), {
  maxLength: 4,
  size: 'max',
});
export type DrawnStack = Drawn<typeof drawnStack>;

export interface Surroundings {
  readonly registered: readonly Registered[][];
  readonly networks: number;
  readonly steps: number;
  readonly moment: MomentText;
}

export function buildStack(drawn: DrawnStack, around: Surroundings) {
  return drawn.map((one, index) => ({
    id: `strategy-${index}`,
    off: one.off,
    ...buildWindow(one.window, around.steps, around.moment),
    ...buildPlace(one.place, around.networks),
    ...buildRule(one.rule, (text) => blockText(text, around.registered)),
  }));
}

function buildRule(drawn: Rule, textOf: TextOf) {
  return drawn.kind === 'list'
    ? { technique: 'addressBlocklist', parameters: buildList(drawn, textOf) }
    : buildBox(drawn, textOf);
}
