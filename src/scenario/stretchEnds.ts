// An edited value may leave the ends between which the file's own value may lie: the ends go with it.
import type { Scenario } from '../model/index.ts';
import type { Keys } from './editPath.ts';
import { atKeys } from './readJson.ts';
import { withValue } from './sharing.ts';

interface Ends {
  readonly low?: number;
  readonly high?: number;
}

/**
 * The scenario with `low` and `high` beside a parameter moved out to its value where they are too narrow
 * for it: a scenario that is saved after an edit is right again. Else the same object.
 * @param plugIn the keys of the plug-in that the parameter belongs to
 */
export function stretchEnds(scenario: Scenario, plugIn: Keys, parameter: Keys): Scenario {
  const { value } = atKeys({ value: scenario, path: '' }, parameter);
  const own: Keys = [...plugIn, 'bases', ...parameter.slice(plugIn.length + 1)];
  const ends = atKeys({ value: scenario, path: '' }, own).value as Ends | undefined;
  if (typeof value !== 'number' || ends === undefined) return scenario;
  const low = ends.low === undefined ? undefined : Math.min(ends.low, value);
  const high = ends.high === undefined ? undefined : Math.max(ends.high, value);
  if (low === ends.low && high === ends.high) return scenario;
  const stretched = {
    ...ends,
    ...(low !== undefined && { low }),
    ...(high !== undefined && { high }),
  };
  return withValue(scenario, own, stretched) as Scenario;
}
