// The two figures once more, at the foot of narrow screens: in sight while a control is moved.
import type { Scores } from '../views/index.ts';

export function ScoreBar({ scores: { heroes } }: { scores: Scores }) {
  return (
    <div className="score-bar" aria-hidden="true">
      {heroes.map(({ id, figure, short }) => (
        <span key={id} className={`score-bar-${id}`}>
          <strong>{figure}</strong> {short}
        </span>
      ))}
    </div>
  );
}
