// A select box with its label.
import { useId } from 'react';

export interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    /** Options of one group stand together under its name. */
    readonly group?: string;
  }[];
  readonly onChange: (value: string) => void;
}

export function Choice({ label, value, options, onChange }: ChoiceProps) {
  const id = useId();
  const groups = [...new Set(options.map(({ group }) => group))];
  return (
    <div className="sure-choice">
      <label className="small soft" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="button"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {groups.map((group) => {
          const own = options.filter((one) => one.group === group);
          const items = own.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ));
          return group === undefined ? (
            items
          ) : (
            <optgroup key={group} label={group}>
              {items}
            </optgroup>
          );
        })}
      </select>
    </div>
  );
}
