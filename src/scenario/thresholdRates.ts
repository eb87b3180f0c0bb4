// The error rates of a classifier when its threshold is set to some value.
import { type Path, type PlugInEntry, type Scenario, valueAt, type World } from '../model/index.ts';
import { type ErrorRates, errorRatesOf, mixOfTraffic } from './errorRates.ts';

/**
 * Undefined for any other number than the threshold of a classifier.
 * @param world the compiled world of the scenario
 */
export function ratesAtThreshold(
  scenario: Scenario,
  world: World,
  path: Path,
  threshold: number,
): ErrorRates | undefined {
  const [key, parent] = [path.at(-1), path.at(-2)];
  if (key !== 'threshold' || parent !== 'parameters') return undefined;
  const entry = valueAt(scenario, path.slice(0, -2)) as PlugInEntry;
  if (entry.technique !== 'flowClassifier') return undefined;
  const isTarget = Uint8Array.from(world.services.ids, (id) =>
    scenario.world.services.some((one) => one.id === id && one.role === 'target') ? 1 : 0,
  );
  const mix = mixOfTraffic(world, isTarget);
  return errorRatesOf(entry.parameters, world.protocols.ids, mix)(threshold);
}
