// One strategy or countermeasure of the scenario: what it is, and its controls.
import type { ReactNode } from 'react';
import { describeParameters, type ParameterDescription, type PlugInEntry } from '../model/index.ts';
import { ParameterControl } from './ParameterControl.tsx';

interface PlugIn {
  readonly technique: string;
  readonly title: string;
  readonly explanation: string;
  readonly parameters: Parameters<typeof describeParameters>[0];
}

export interface PlugInCardProps {
  readonly plugIns: readonly PlugIn[];
  readonly entry: PlugInEntry;
  /** The same entry as the scenario has it. */
  readonly original: PlugInEntry | undefined;
  readonly onChange: (parameter: string, value: unknown) => void;
  readonly children?: ReactNode;
}

export function PlugInCard({ plugIns, entry, original, onChange, children }: PlugInCardProps) {
  const plugIn = plugIns.find((one) => one.technique === entry.technique);
  if (!plugIn) return null;
  const parameters = describeParameters(plugIn.parameters).filter((parameter) =>
    isOfUse(parameter, entry.parameters),
  );
  return (
    <article className="card">
      <h3>{entry.title ?? plugIn.title}</h3>
      <p className="small soft">{plugIn.explanation}</p>
      {parameters.map((parameter) => (
        <ParameterControl
          key={parameter.id}
          parameter={parameter}
          value={entry.parameters[parameter.id]}
          original={original?.parameters[parameter.id]}
          onChange={(value) => onChange(parameter.id, value)}
        />
      ))}
      {children}
    </article>
  );
}

/** A control is shown only while the parameters it hangs on have the values that make it matter. */
function isOfUse(
  { onlyWhen = {} }: ParameterDescription,
  values: PlugInEntry['parameters'],
): boolean {
  return Object.entries(onlyWhen).every(([id, value]) => values[id] === value);
}
