// Two maps of a sweep over two numbers: what is stopped, and what is hit, at each combination.
import { useWidth } from '../useWidth.ts';
import { layoutHeat } from './heatLayout.ts';
import { withUnit } from './PanelFrame.tsx';
import { nameOf } from './stacksLayout.ts';
import type { Sweep } from './sweep.ts';

export function HeatMaps({ sweep }: { sweep: Sweep }) {
  return (
    <>
      <div className="sure-panels sure-heats">
        <Heat sweep={sweep} metric="targetBlocked" title="Target stopped, %" />
        <Heat sweep={sweep} metric="collateral" title="Everybody else hit, %" />
      </div>
      <p className="small soft">
        Each cell is a combination, the mean over the seeds; the stronger its colour, the larger its
        figure. The framed cell is how both were set when this was run.
      </p>
    </>
  );
}

function Heat({ sweep, metric, title }: { sweep: Sweep; metric: string; title: string }) {
  const [frame, width] = useWidth<HTMLElement>();
  const { first, second } = sweep;
  if (!second) return null;
  const map = layoutHeat(sweep, metric, Math.max(width, 220));
  return (
    <figure className={`sure-panel sure-of-${metric}`} ref={frame}>
      <figcaption>{title}</figcaption>
      <p className="sure-axis-title small soft">{withUnit(second.parameter)} ↑</p>
      <svg
        className="sure-chart"
        width={Math.max(width, 220)}
        height={map.height}
        role="img"
        aria-label={`${title}, by ${nameOf(first)} and ${nameOf(second)}; the numbers stand in the table below`}
      >
        {map.cells.map(({ key, x, y, figure, words, strength, isNow }) => (
          <g key={key} transform={`translate(${x},${y})`}>
            <title>{words}</title>
            <rect
              className="sure-heat-back"
              width={map.cellWidth - 1}
              height={map.cellHeight - 1}
            />
            <rect
              className={isNow ? 'sure-heat sure-heat-now' : 'sure-heat'}
              width={map.cellWidth - 1}
              height={map.cellHeight - 1}
              fillOpacity={0.5 * strength}
            />
            <text className="sure-heat-figure" x={map.cellWidth / 2} y={map.cellHeight / 2 + 4}>
              {figure}
            </text>
          </g>
        ))}
        {map.yTicks.map(({ at, words }) => (
          <text key={words} className="sure-tick" x={0} y={at + 4}>
            {words}
          </text>
        ))}
        {map.xTicks.map(({ at, words }) => (
          <text key={words} className="sure-tick sure-tick-x" x={at} y={map.bottom + 16}>
            {words}
          </text>
        ))}
      </svg>
      <p className="sure-axis-title sure-axis-x small soft">{withUnit(first.parameter)} →</p>
    </figure>
  );
}
