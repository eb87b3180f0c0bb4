// The top of the page: the name, the scenario, the search box, files and the theme.
import { useRef } from 'react';
import { type Run, textIn } from '../model/index.ts';
import { openFile, openScenario } from '../store/opening.ts';
import { usePage } from '../store/state.ts';
import { SearchBox, TELEPHONE, useIsNarrow } from '../views/index.ts';
import { saveScenario } from './saveScenario.ts';
import { ThemeSwitch } from './ThemeSwitch.tsx';

export function Header({ run }: { run: Run | undefined }) {
  const catalogue = usePage((page) => page.catalogue);
  const language = usePage((page) => page.language);
  // There they stand beside the name, and come before the rest for the Tab key too.
  const isTelephone = useIsNarrow(TELEPHONE);
  const isShipped = catalogue.some(({ id }) => id === run?.scenario.id);
  return (
    <header className="header">
      <h1 className="header-name">
        Overblock<span className="visually-hidden"> — what else does a block hit?</span>
      </h1>
      {isTelephone && <Files run={run} />}
      <label className="header-scenario">
        <span className="visually-hidden">Scenario</span>
        <select
          className="button"
          value={run?.scenario.id ?? ''}
          onChange={(event) => openScenario(event.target.value)}
        >
          {run && !isShipped && (
            <option value={run.scenario.id}>{textIn(language, run.scenario.title)}</option>
          )}
          {catalogue.map(({ id, title }) => (
            <option key={id} value={id}>
              {textIn(language, title)}
            </option>
          ))}
        </select>
      </label>
      {run && <SearchBox run={run} />}
      {!isTelephone && <Files run={run} />}
    </header>
  );
}

function Files({ run }: { run: Run | undefined }) {
  return (
    <div className="header-files">
      <FileButton />
      <button
        type="button"
        className="button"
        disabled={!run}
        onClick={() => run && saveScenario(run.scenario)}
      >
        Save<span className="header-long"> scenario</span>
      </button>
      <ThemeSwitch />
    </div>
  );
}

function FileButton() {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className="button" onClick={() => input.current?.click()}>
        Open<span className="header-long"> file</span>
      </button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label="Scenario file"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) openFile(file);
          event.target.value = '';
        }}
      />
    </>
  );
}
