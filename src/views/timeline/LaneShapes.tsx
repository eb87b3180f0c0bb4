// One lane as marks: its scale, the model's line, and the reported figures beside it.
import { laneValue } from '../../scenario/factFigures.ts';
import type { Lane } from './layout.ts';

export function LaneShapes({ lane, width }: { lane: Lane; width: number }) {
  const { top, height, colour, domain, metric } = lane;
  const bottom = top + height;
  const most = laneValue(metric, domain.most);
  return (
    <g className={`timeline-lane timeline-lane-${colour}`}>
      <line className="timeline-grid" x2={width} y1={top} y2={top} />
      <line className="timeline-base" x2={width} y1={bottom} y2={bottom} />
      <path className="timeline-area" d={lane.areaPath} />
      <path className="timeline-line" d={lane.linePath} />
      <text className="timeline-scale" x={width - 1} y={top - 4}>
        {domain.isWidened ? `scale widened to ${most}` : most}
      </text>
      <text className="timeline-scale" x={width - 1} y={bottom - 3}>
        0
      </text>
      {lane.marks.map(({ fact, x, low, high, middle }) => (
        <g key={fact.id} className="timeline-fact">
          <line x1={x} x2={x} y1={low} y2={high} />
          <circle cx={x} cy={middle} r={4} />
        </g>
      ))}
    </g>
  );
}
