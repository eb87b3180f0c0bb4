// One strategy or countermeasure of the scenario: what it is, and its controls.
import type { ReactNode } from 'react';
import {
  basisKind,
  type describeParameters,
  type PlugInEntry,
  type Source,
} from '../model/index.ts';
import { parametersOfUse } from '../scenario/parameterWords.ts';
import { basisInWords } from '../scenario/words.ts';
import { type ControlProps, ParameterControl } from './ParameterControl.tsx';

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
  readonly sources: Readonly<Record<string, Source>>;
  /** When and where it is in force; empty: always and everywhere. */
  readonly scope: string;
  /** What it has done up to now; empty where there is nothing to tell. */
  readonly done?: string;
  readonly onChange: (parameter: string, value: unknown) => void;
  readonly onSwitch: (off: boolean) => void;
  /** What it is and its settings stay away until they are asked for. */
  readonly isFolded?: boolean;
  readonly children?: ReactNode;
}

export function PlugInCard({
  plugIns,
  entry,
  original,
  sources,
  scope,
  done = '',
  onChange,
  onSwitch,
  isFolded = false,
  children,
}: PlugInCardProps) {
  const plugIn = plugIns.find((one) => one.technique === entry.technique);
  if (!plugIn) return null;
  const parameters = parametersOfUse(plugIn.parameters, entry);
  const controls = parameters.map((parameter) => (
    <ParameterControl
      key={parameter.id}
      parameter={parameter}
      value={entry.parameters[parameter.id]}
      original={original?.parameters[parameter.id]}
      basis={basisOf(original, parameter.id, sources)}
      onChange={(value) => onChange(parameter.id, value)}
    />
  ));
  const about = (
    <>
      <p className="small soft">
        {plugIn.explanation} {scope}
      </p>
      {!entry.off && controls}
      {!entry.off && children}
      {entry.note !== undefined && <p className="small soft">{entry.note}</p>}
    </>
  );
  return (
    <article className="card">
      <div className="control-head">
        <h3>{entry.title ?? plugIn.title}</h3>
        <label className="small switch">
          <input
            type="checkbox"
            checked={!entry.off}
            aria-label={`${entry.title ?? plugIn.title} is in use`}
            onChange={(event) => onSwitch(!event.target.checked)}
          />
          In use
        </label>
      </div>
      {!entry.off && done !== '' && <p className="small">{done}</p>}
      {isFolded ? (
        <details className="fold">
          <summary>{entry.off || controls.length === 0 ? 'About' : 'About, settings'}</summary>
          {about}
        </details>
      ) : (
        about
      )}
    </article>
  );
}

function basisOf(
  entry: PlugInEntry | undefined,
  parameter: string,
  sources: PlugInCardProps['sources'],
): ControlProps['basis'] {
  const basis = entry?.bases?.[parameter];
  return basis && { kind: basisKind(basis), words: `${basisInWords(sources, basis)}.` };
}
