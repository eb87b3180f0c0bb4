// The two figures once more, at the foot of narrow screens: in sight while a control is moved, with the
// way to the controls, which stand far below the picture there, and back.
import { useEffect, useState } from 'react';
import { noBreak, type Scores } from '../views/index.ts';

export function ScoreBar({ scores: { heroes } }: { scores: Scores }) {
  const isAtControls = useIsAtControls();
  return (
    <div className="score-bar">
      {heroes.map(({ id, figure, short }) => (
        <span key={id} className={`score-bar-${id}`} aria-hidden="true">
          <strong>{noBreak(figure)}</strong> {short}
        </span>
      ))}
      <button
        type="button"
        className="button score-bar-way"
        onClick={() => goTo(isAtControls ? 'stage' : 'controls')}
      >
        {isAtControls ? 'Picture' : 'Controls'}
      </button>
    </div>
  );
}

/** The part that lies across the middle of the window is where one is. */
const MIDDLE = '-50% 0px -50% 0px';

function useIsAtControls(): boolean {
  const [isAt, setIsAt] = useState(false);
  useEffect(() => {
    const controls = document.getElementById('controls');
    if (!controls) return;
    const observer = new IntersectionObserver(
      (entries) => setIsAt(entries.at(-1)?.isIntersecting ?? false),
      { rootMargin: MIDDLE },
    );
    observer.observe(controls);
    return () => observer.disconnect();
  }, []);
  return isAt;
}

function goTo(id: 'controls' | 'stage'): void {
  const part = document.getElementById(id);
  part?.scrollIntoView();
  part?.focus({ preventScroll: true });
}
