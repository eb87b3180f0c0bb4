// Between which values a parameter of a plug-in may lie, as its schema says.
import type * as z from 'zod/mini';
import { countermeasures } from '../countermeasures/index.ts';
import { describeParameters } from '../parameter.ts';
import type { PlugInEntry, Scenario } from '../run/scenarioSchema.ts';
import { strategies } from '../strategies/index.ts';
import { type Path, valueAt } from './settings.ts';

export interface ParameterRange {
  readonly label: string;
  readonly low: number;
  readonly high: number;
  /** Only whole numbers are right. */
  readonly isWhole: boolean;
}

/** The range of the number that a path leads to; undefined when it is no number with a slider of its own. */
export function parameterRange(scenario: Scenario, path: Path): ParameterRange | undefined {
  const [key, parent] = [path.at(-1), path.at(-2)];
  if (parent !== 'parameters' || typeof key !== 'string') return undefined;
  const entry = valueAt(scenario, path.slice(0, -2)) as PlugInEntry;
  const registered = path[0] === 'countermeasures' ? countermeasures : strategies;
  return rangeIn(registered, entry.technique, key);
}

function rangeIn(
  registered: readonly { readonly technique: string; readonly parameters: z.ZodMiniObject }[],
  technique: string,
  key: string,
): ParameterRange | undefined {
  const schema = registered.find((one) => one.technique === technique)?.parameters;
  const described = schema && describeParameters(schema).find(({ id }) => id === key);
  const { min: low, max: high, label } = described ?? {};
  if (!schema || !label || low === undefined || high === undefined) return undefined;
  return { label, low, high, isWhole: isWhole(schema.shape[key]) };
}

function isWhole(schema: unknown): boolean {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'default' || def.type === 'optional') return isWhole(def.innerType);
  return def.type === 'number' && 'format' in def;
}
