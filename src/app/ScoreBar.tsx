// The two figures once more, at the foot of narrow screens: in sight while a control is moved.
import type { Run } from '../model/index.ts';
import { layoutScoreboard } from '../views/index.ts';

export function ScoreBar({ run, tick }: { run: Run; tick: number }) {
  const { heroes } = layoutScoreboard(run, tick, undefined);
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
