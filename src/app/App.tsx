// The page: header, scoreboard, controls, stage, timeline, services.
import { Controls } from '../controls/Controls.tsx';
import type { Run, Scenario } from '../model/index.ts';
import { usePage } from '../store/state.ts';
import { LookUpAnswer, Scoreboard, Services, Timeline } from '../views/index.ts';
import { Footer } from './Footer.tsx';
import { Header } from './Header.tsx';
import { Refusal } from './Refusal.tsx';
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
      <Footer run={run} />
    </>
  );
}

function Page({ run, base }: { run: Run; base: Scenario }) {
  const tick = usePage((page) => page.tick);
  const ensemble = usePage((page) => page.ensemble);
  return (
    <main className="page">
      <div className="page-score">
        <Scoreboard run={run} tick={tick} ensemble={ensemble} />
      </div>
      <aside className="page-controls" aria-label="Controls">
        <Controls run={run} base={base} />
      </aside>
      <div className="page-stage" id="stage" tabIndex={-1}>
        <Stage run={run} tick={tick} />
        <LookUpAnswer run={run} tick={tick} />
        <Timeline run={run} tick={tick} />
      </div>
      <div className="page-services">
        <Services run={run} tick={tick} />
      </div>
    </main>
  );
}
