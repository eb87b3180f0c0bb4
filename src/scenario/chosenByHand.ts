// What a file says of a value holds for its own value only: who moves a slider has chosen, and knows it.
import type { Scenario } from '../model/index.ts';
import type { Keys } from './editPath.ts';
import { atKeys } from './readJson.ts';
import { withValue } from './sharing.ts';

const CHOSEN = { assumed: 'Chosen by hand, in place of what the scenario gives.' };

/**
 * The scenario with another basis beside an edited parameter, without ends between which it might lie: a
 * study takes what was chosen as it is. The same object where nothing was said of it, or nothing changed.
 * @param before the scenario before the edit
 * @param plugIn the keys of the plug-in that the parameter belongs to
 */
export function chosenByHand(
  before: Scenario,
  edited: Scenario,
  plugIn: Keys,
  parameter: Keys,
): Scenario {
  const valueIn = (scenario: Scenario) => atKeys({ value: scenario, path: '' }, parameter).value;
  // The basis is that of the whole parameter, also where a part of it was edited.
  const own: Keys = [...plugIn, 'bases', ...parameter.slice(plugIn.length + 1, plugIn.length + 2)];
  const basis = atKeys({ value: edited, path: '' }, own).value;
  const isWhole = own.length === plugIn.length + 1;
  if (isWhole || basis === undefined || valueIn(before) === valueIn(edited)) return edited;
  return withValue(edited, own, CHOSEN) as Scenario;
}
