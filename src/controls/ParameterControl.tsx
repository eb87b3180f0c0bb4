// One control, drawn from the schema entry of its parameter.
import { type CSSProperties, useId } from 'react';
import type { BasisKind, ParameterDescription } from '../model/index.ts';
import { valueInWords } from '../scenario/parameterWords.ts';
import { count } from '../scenario/words.ts';

export interface ControlProps {
  readonly parameter: ParameterDescription;
  readonly value: unknown;
  /** The value of the scenario; the control is marked when it differs. */
  readonly original: unknown;
  /** Where the scenario's value comes from, if it says so. */
  readonly basis: { readonly kind: BasisKind; readonly words: string } | undefined;
  readonly onChange: (value: unknown) => void;
}

export function ParameterControl(props: ControlProps) {
  const { parameter, value, original, basis, onChange } = props;
  const id = useId();
  if (parameter.kind !== 'number' && parameter.kind !== 'choice') return <FromFile {...props} />;
  // A choice that the file leaves out is a road not taken: what stands in its place has its controls.
  if (value === undefined) return null;
  const differs = value !== original;
  return (
    <div className={`control ${differs ? 'control-changed' : ''}`}>
      <div className="control-head">
        <label htmlFor={id} id={`${id}-label`}>
          {parameter.label}
        </label>
        {parameter.kind === 'number' && (
          <output htmlFor={id}>{valueInWords(parameter, value as number)}</output>
        )}
      </div>
      {parameter.kind === 'number' ? (
        <Slider id={id} parameter={parameter} value={value as number} onChange={onChange} />
      ) : (
        <Choice id={id} parameter={parameter} value={value as string} onChange={onChange} />
      )}
      <p className="control-help small soft" id={`${id}-help`}>
        {helpWithCount(parameter, value)}
      </p>
      <BasisNote basis={basis} />
      {differs && (
        <button type="button" className="link small" onClick={() => onChange(original)}>
          Back to {valueInWords(parameter, original as number)}
        </button>
      )}
    </div>
  );
}

function Slider({
  id,
  parameter: { min = 0, max = 1, step = 0.01, label },
  value,
  onChange,
}: {
  id: string;
  parameter: ParameterDescription;
  value: number;
  onChange: (value: number) => void;
}) {
  const filled = `${(100 * (value - min)) / (max - min)}%`;
  return (
    <input
      id={id}
      type="range"
      aria-label={label}
      aria-describedby={`${id}-help`}
      min={min}
      max={max}
      step={step}
      value={value}
      style={{ '--filled': filled } as CSSProperties}
      onChange={(event) => onChange(Number(event.target.value))}
    />
  );
}

function Choice({
  id,
  parameter: { options = [] },
  value,
  onChange,
}: {
  id: string;
  parameter: ParameterDescription;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <fieldset className="choice" id={id} aria-labelledby={`${id}-label`}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          className="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  );
}

/** Lists and tables are part of the file; the panel says what stands there. */
function FromFile({ parameter, value, basis }: ControlProps) {
  const written = writtenInWords(value);
  if (written === '') return null;
  return (
    <details className="control-file small">
      <summary>
        {parameter.label} <span className="soft">(from the file)</span>
      </summary>
      <p className="soft">{parameter.help}</p>
      <BasisNote basis={basis} />
      <p className="control-written">{written}</p>
    </details>
  );
}

function writtenInWords(value: unknown): string {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(writtenInWords).join('; ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([key, part]) => `${key} ${writtenInWords(part)}`)
    .join(', ');
}

const ADDRESS_BITS = 32;

/** The help text; a prefix length adds how many addresses one entry covers. */
function helpWithCount(parameter: ParameterDescription, value: unknown): string {
  if (parameter.display !== 'prefixLength') return parameter.help;
  const addresses = 2 ** (ADDRESS_BITS - (value as number));
  const noun = addresses === 1 ? 'address' : 'addresses';
  return `One entry covers ${count(addresses)} ${noun}. ${parameter.help}`;
}

/** The value of the file is a guess, a calculation or a publication: said where the value is changed. */
function BasisNote({ basis }: Pick<ControlProps, 'basis'>) {
  if (!basis) return null;
  return (
    <details className="control-basis small soft">
      <summary>Value in the file: {basis.kind}</summary>
      <p>{basis.words}</p>
    </details>
  );
}
