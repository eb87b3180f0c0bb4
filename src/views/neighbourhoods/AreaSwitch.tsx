// What the areas stand for: two radio buttons that look like one switch.
import type { AreaMode } from './drawn.ts';

export function AreaSwitch({
  mode,
  onChange,
}: {
  readonly mode: AreaMode;
  readonly onChange: (mode: AreaMode) => void;
}) {
  return (
    <fieldset className="nb-switch">
      <legend>Area by</legend>
      {(['addresses', 'traffic'] as const).map((one) => (
        <label key={one}>
          <input
            type="radio"
            name="nb-area"
            value={one}
            checked={mode === one}
            onChange={() => onChange(one)}
          />
          <span>{one}</span>
        </label>
      ))}
    </fieldset>
  );
}
