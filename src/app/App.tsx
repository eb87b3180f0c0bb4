// The page: header, scoreboard, controls, stage, timeline, services.
import { useEffect, useMemo, useRef } from 'react';
import { Controls } from '../controls/Controls.tsx';
import { type Run, type Scenario, textIn } from '../model/index.ts';
import { usePage } from '../store/state.ts';
import {
  Costs,
  LookUpAnswer,
  layoutScoreboard,
  Places,
  Scoreboard,
  Services,
  Timeline,
} from '../views/index.ts';
import { DropZone } from './DropZone.tsx';
import { Footer } from './Footer.tsx';
import { Header } from './Header.tsx';
import { Refusal } from './Refusal.tsx';
import { ScoreBar } from './ScoreBar.tsx';
import { Stage } from './Stage.tsx';
import './app.css';

export function App() {
  const run = usePage((page) => page.run);
  const base = usePage((page) => page.base);
  return (
    <>
      <a className="skip-link" href="#stage">
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
  const language = usePage((page) => page.language);
  const tick = usePage((page) => page.tick);
  const ensemble = usePage((page) => page.ensemble);
  const isPlaying = usePage((page) => page.playing);
  const scores = useMemo(() => layoutScoreboard(run, tick, ensemble), [run, tick, ensemble]);
  return (
    <main className="page">
      <div className="page-score">
        <p className="page-tagline">
          What else does a block hit?{' '}
          <span className="soft">{scenarioLine(textIn(language, run.scenario.title))}</span>
        </p>
        <Scoreboard run={run} scores={scores} isPlaying={isPlaying} />
        <p className="small soft page-summary">{textIn(language, run.scenario.summary)}</p>
      </div>
      <aside className="page-controls" aria-label="Controls">
        <Controls run={run} base={base} />
      </aside>
      <div className="page-stage" id="stage" tabIndex={-1}>
        <Stage run={run} tick={tick} />
        <Answer run={run} tick={tick} />
        <Timeline run={run} tick={tick} />
      </div>
      <div className="page-services">
        <Services run={run} tick={tick} />
        <Places run={run} tick={tick} />
        <Costs run={run} />
      </div>
      <ScoreBar scores={scores} />
    </main>
  );
}

function scenarioLine(title: string): string {
  return `${title}, simulated. Only what is marked as reported or documented is not.`;
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
