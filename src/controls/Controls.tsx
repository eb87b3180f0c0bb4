// What can be changed: the censor's stack, the target's answers, the seed. Drawn from the schemas.
import { useState } from 'react';
import {
  countermeasures,
  type PlugInEntry,
  type Run,
  type Scenario,
  strategies,
} from '../model/index.ts';
import { answerInWords } from '../scenario/answerWords.ts';
import { scopeInWords } from '../scenario/windowWords.ts';
import { chooseStack, editValue, redo, resetEdits, undo } from '../store/actions.ts';
import { usePage } from '../store/state.ts';
import { CaughtNames } from './CaughtNames.tsx';
import { ComplianceControl } from './ComplianceControl.tsx';
import { PlacesControl } from './PlacesControl.tsx';
import { PlugInCard } from './PlugInCard.tsx';
import { RocPlot } from './RocPlot.tsx';
import { withRegionTitles } from './regionTitle.ts';
import './controls.css';

export function Controls({ run, base }: { run: Run; base: Scenario }) {
  const { scenario } = run;
  const tick = usePage((page) => page.tick);
  const stack = scenario.stacks.find((one) => one.id === scenario.stack);
  const originalStack = base.stacks.find((one) => one.id === scenario.stack);
  return (
    <div className="controls">
      <EditButtons />
      <section aria-labelledby="controls-censor">
        <h2 id="controls-censor">The censor</h2>
        <fieldset className="stacks">
          <legend className="visually-hidden">Strategy</legend>
          {scenario.stacks.map((one) => (
            <button
              key={one.id}
              type="button"
              className="button"
              aria-pressed={one.id === scenario.stack}
              onClick={() => chooseStack(one.id)}
            >
              {one.title}
            </button>
          ))}
        </fieldset>
        {stack && <p className="small soft">{stack.summary}</p>}
        {stack?.strategies.map((entry, index) => (
          <PlugInCard
            key={entry.id}
            plugIns={strategies}
            isFolded={index > 0 && stack.strategies.length > MOST_UNFOLDED}
            entry={entry}
            original={sameId(originalStack?.strategies, entry)}
            sources={scenario.sources}
            scope={scopeInWords(scenario, withRegionTitles(scenario.world, entry))}
            onChange={(parameter, value) =>
              editValue(`stacks.${stack.id}.strategies.${entry.id}.parameters.${parameter}`, value)
            }
            onSwitch={(off) => editValue(`stacks.${stack.id}.strategies.${entry.id}.off`, off)}
          >
            {entry.technique === 'flowClassifier' && <RocPlot run={run} entry={entry} />}
            <CaughtNames run={run} id={entry.id} />
            <PlacesControl
              scenario={scenario}
              entry={entry}
              original={sameId(originalStack?.strategies, entry)}
              onChange={(key, names) =>
                editValue(`stacks.${stack.id}.strategies.${entry.id}.${key}`, names)
              }
            />
          </PlugInCard>
        ))}
      </section>
      {scenario.countermeasures.length > 0 && (
        <section aria-labelledby="controls-target">
          <h2 id="controls-target">The answers</h2>
          {scenario.countermeasures.map((entry) => (
            <PlugInCard
              key={entry.id}
              plugIns={countermeasures}
              done={answerInWords(run, tick, entry)}
              isFolded
              entry={entry}
              original={sameId(base.countermeasures, entry)}
              sources={scenario.sources}
              scope={scopeInWords(scenario, withRegionTitles(scenario.world, entry))}
              onChange={(parameter, value) =>
                editValue(`countermeasures.${entry.id}.parameters.${parameter}`, value)
              }
              onSwitch={(off) => editValue(`countermeasures.${entry.id}.off`, off)}
            />
          ))}
        </section>
      )}
      <ComplianceControl scenario={scenario} base={base} />
      <SeedControl seed={scenario.seed} original={base.seed} />
    </div>
  );
}

/** Of a longer stack only the first strategy lies open: the rest of the panel must stay in reach. */
const MOST_UNFOLDED = 2;

function sameId(entries: readonly PlugInEntry[] | undefined, { id }: PlugInEntry) {
  return entries?.find((entry) => entry.id === id);
}

function EditButtons() {
  const changes = usePage((page) => page.edits.length);
  const isFile = usePage((page) => page.isFile);
  const canUndo = usePage((page) => page.past.length > 0);
  const canRedo = usePage((page) => page.future.length > 0);
  return (
    <div className="edit-buttons">
      <button type="button" className="button" disabled={!canUndo} onClick={undo}>
        Undo
      </button>
      <button type="button" className="button" disabled={!canRedo} onClick={redo}>
        Redo
      </button>
      <button type="button" className="button" disabled={changes === 0} onClick={resetEdits}>
        Reset
      </button>
      <span className="small soft" role="status">
        {changes === 0 ? 'No changes' : `${changes} ${changes === 1 ? 'change' : 'changes'}`}
      </span>
      {isFile && (
        <span className="small soft">
          From a file: no link can carry it. Save it to pass it on.
        </span>
      )}
    </div>
  );
}

/** The field holds what is typed; only a whole number that can be a seed goes further. */
function SeedControl({ seed, original }: { seed: number; original: number }) {
  const [draft, setDraft] = useState<string>();
  const type = (text: string) => {
    setDraft(text);
    if (/^\d{1,10}$/.test(text) && Number(text) <= MOST_SEED) editValue('seed', Number(text));
  };
  return (
    <section aria-labelledby="controls-world">
      <h2 id="controls-world">Chance</h2>
      <div className={`control ${seed === original ? '' : 'control-changed'}`}>
        <div className="control-head">
          <label htmlFor="seed">Seed</label>
          <input
            id="seed"
            className="field seed"
            inputMode="numeric"
            value={draft ?? seed}
            onChange={(event) => type(event.target.value)}
            onBlur={() => setDraft(undefined)}
          />
        </div>
        <p className="control-help small soft">
          A whole number. Draws the addresses that no document names, and the order of finds. The
          same seed gives the same world.
        </p>
        <button
          type="button"
          className="button"
          onClick={() => editValue('seed', (seed + 1) % (MOST_SEED + 1))}
        >
          Another seed
        </button>
      </div>
    </section>
  );
}

const MOST_SEED = 4294967295;
