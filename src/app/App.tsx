// The page: header, scoreboard, controls, stage, timeline, services.
import { useEffect, useMemo, useRef } from 'react';
import { Controls } from '../controls/Controls.tsx';
import type { Run, Scenario } from '../model/index.ts';
import { TO_STAGE } from '../store/keepAddress.ts';
import { usePage } from '../store/state.ts';
import {
  Costs,
  fetchPartsAhead,
  LocalWords,
  LookUpAnswer,
  layoutScoreboard,
  ONE_COLUMN,
  Places,
  Scoreboard,
  Services,
  Timeline,
  useIsNarrow,
} from '../views/index.ts';
import { DropZone } from './DropZone.tsx';
import { Footer } from './Footer.tsx';
import { Header } from './Header.tsx';
import { Refusal } from './Refusal.tsx';
import { ScoreBar } from './ScoreBar.tsx';
import { Stage } from './Stage.tsx';
import './app.css';

/** By then the first picture stands and the range over seeds is on its way. */
const AFTER_FIRST_PICTURE_MS = 1500;

export function App() {
  const run = usePage((page) => page.run);
  const base = usePage((page) => page.base);
  const isOpen = run !== undefined;
  useEffect(() => {
    if (!isOpen) return;
    const waiting = setTimeout(fetchPartsAhead, AFTER_FIRST_PICTURE_MS);
    return () => clearTimeout(waiting);
  }, [isOpen]);
  return (
    <>
      <a className="skip-link" href={TO_STAGE}>
        Skip to the picture
      </a>
      <Header run={run} />
      <Refusal />
      {run && base ? <Page run={run} base={base} /> : <main className="opening">Opening…</main>}
      <Footer />
      <DropZone />
    </>
  );
}

function Page({ run, base }: { run: Run; base: Scenario }) {
  const tick = usePage((page) => page.tick);
  const ensemble = usePage((page) => page.ensemble);
  const isPlaying = usePage((page) => page.playing);
  const scores = useMemo(
    () => layoutScoreboard(run, tick, ensemble, base.stack),
    [run, tick, ensemble, base.stack],
  );
  // In the order in which they are seen, so that the Tab key walks where the eye does: beside the picture
  // the controls come first; in one column what happened and who is hit come before what can be changed.
  const isOneColumn = useIsNarrow(ONE_COLUMN);
  const controls = (
    <aside
      key="controls"
      className="page-controls"
      id="controls"
      aria-label="Controls"
      tabIndex={-1}
    >
      <Controls run={run} base={base} />
    </aside>
  );
  const stage = (
    <div key="stage" className="page-stage" id="stage" tabIndex={-1}>
      <Stage run={run} tick={tick} />
      <Answer run={run} tick={tick} />
      <Timeline run={run} tick={tick} />
    </div>
  );
  const services = (
    <div key="services" className="page-services">
      <Services run={run} tick={tick} />
      <Places run={run} tick={tick} />
      <Costs run={run} />
    </div>
  );
  return (
    <main className="page">
      <div className="page-score">
        <p className="page-tagline">
          What else does a block hit?{' '}
          <span className="soft">
            <LocalWords text={run.scenario.title} />, simulated. Only what is marked as reported is
            not.
          </span>
        </p>
        <Scoreboard run={run} scores={scores} isPlaying={isPlaying} />
        <p className="small soft page-summary">
          <LocalWords text={run.scenario.summary} /> A session is one use of a service, such as a
          visit or a call.
        </p>
      </div>
      {isOneColumn ? [stage, services, controls] : [controls, stage, services]}
      <ScoreBar scores={scores} />
    </main>
  );
}

/** The answer to a look-up comes into view by itself, also where the box stands far above it. */
function Answer({ run, tick }: { run: Run; tick: number }) {
  const selection = usePage((page) => page.selection);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selection) place.current?.scrollIntoView({ block: 'nearest' });
  }, [selection]);
  return (
    <div ref={place} className="page-answer">
      <LookUpAnswer run={run} tick={tick} />
    </div>
  );
}
