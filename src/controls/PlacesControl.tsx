// On which networks and in which regions a strategy is in force: a box for each that the world has.
import type { PlugInEntry, Scenario } from '../model/index.ts';
import { networksInForce, type PlaceChoice, placeChoices } from '../scenario/whereInForce.ts';
import { regionTitle } from './regionTitle.ts';

export interface PlacesControlProps {
  readonly scenario: Scenario;
  readonly entry: PlugInEntry;
  /** The same entry as the scenario has it. */
  readonly original: PlugInEntry | undefined;
  readonly onChange: (key: 'networks' | 'regions', names: readonly string[] | undefined) => void;
}

/** Nothing where there is only one network, or for an entry that does nothing. */
export function PlacesControl({ scenario, entry, original, onChange }: PlacesControlProps) {
  const { world } = scenario;
  if (world.networks.length < 2 || entry.technique === 'none') return null;
  const inForce = networksInForce(world, entry).length;
  const regions = placeChoices(world, entry, original, 'regions').map((choice) => ({
    ...choice,
    title: regionTitle(world, choice.id),
  }));
  const changed = (['regions', 'networks'] as const).filter(
    (key) => entry[key] !== original?.[key],
  );
  return (
    <details className={`fold small ${changed.length > 0 ? 'control-changed' : ''}`}>
      <summary>
        Where it is in force:{' '}
        {inForce === world.networks.length
          ? 'on all networks'
          : `on ${inForce} of ${world.networks.length} networks`}
      </summary>
      {regions.length > 0 && (
        <Boxes
          legend="Regions"
          help={
            world.networks.some(({ region }) => region === undefined)
              ? 'A network that lies in none is left out as soon as one of them is.'
              : ''
          }
          choices={regions}
          onChoose={(names) => onChange('regions', names)}
        />
      )}
      <Boxes
        legend="Networks"
        help=""
        choices={placeChoices(world, entry, original, 'networks')}
        onChoose={(names) => onChange('networks', names)}
      />
      {changed.map((key) => (
        <button
          key={key}
          type="button"
          className="link small"
          onClick={() => onChange(key, original?.[key])}
        >
          Back to the {key} of the scenario
        </button>
      ))}
    </details>
  );
}

function Boxes({
  legend,
  help,
  choices,
  onChoose,
}: {
  legend: string;
  help: string;
  choices: readonly PlaceChoice[];
  onChoose: (names: readonly string[] | undefined) => void;
}) {
  return (
    <fieldset className="places-choice">
      <legend>{legend}</legend>
      {choices.map(({ id, title, isChosen, isLast, next }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={isChosen}
            disabled={isLast}
            onChange={() => onChoose(next)}
          />
          {title}
        </label>
      ))}
      {help !== '' && <p className="soft">{help}</p>}
    </fieldset>
  );
}
