// The two figures once more, at the foot of narrow screens: in sight while a control is moved, with the
// way to the controls, which stand far below the figures there.
import { noBreak, type Scores } from '../views/index.ts';

export function ScoreBar({ scores: { heroes } }: { scores: Scores }) {
  return (
    <div className="score-bar">
      {heroes.map(({ id, figure, short }) => (
        <span key={id} className={`score-bar-${id}`} aria-hidden="true">
          <strong>{noBreak(figure)}</strong> {short}
        </span>
      ))}
      <button type="button" className="button" onClick={goToControls}>
        Controls
      </button>
    </div>
  );
}

function goToControls(): void {
  const controls = document.getElementById('controls');
  controls?.scrollIntoView();
  controls?.focus({ preventScroll: true });
}
