// The parameters of a plug-in that matter beside its others, and their values as people read them.
import { describeParameters, type ParameterDescription, type PlugInEntry } from '../model/index.ts';
import { percent } from './words.ts';

/** Those whose control is shown: the parameters they hang on have the values that make them matter. */
export function parametersOfUse(
  schema: Parameters<typeof describeParameters>[0],
  { parameters }: PlugInEntry,
): ParameterDescription[] {
  return describeParameters(schema).filter(({ onlyWhen = {}, notWith = [] }) => {
    if (notWith.some((id) => parameters[id] !== undefined)) return false;
    return Object.entries(onlyWhen).every(([id, value]) => parameters[id] === value);
  });
}

/** “/16”, “12 %”, “90 s”, the label of a choice. */
export function valueInWords(
  { display, unit, options }: ParameterDescription,
  value: number | string,
): string {
  if (typeof value === 'string') {
    return options?.find((option) => option.value === value)?.label ?? value;
  }
  if (display === 'prefixLength') return `/${value}`;
  if (display === 'share') return percent(value);
  return unit ? `${value} ${unit}` : String(value);
}
