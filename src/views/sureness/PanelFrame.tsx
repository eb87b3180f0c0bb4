// Axes and grid of a small chart; what is drawn into it comes as children.
import type { ReactNode } from 'react';
import type { Panel } from './panel.ts';

export interface PanelFrameProps {
  readonly panel: Panel;
  /** What the chart shows, for those who do not see it; the numbers stand in a table. */
  readonly label: string;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly children: ReactNode;
}

export function PanelFrame({ panel, label, xTitle, yTitle, children }: PanelFrameProps) {
  const { width, height, left, right, bottom, xTicks, yTicks } = panel;
  return (
    <>
      <p className="sure-axis-title small soft">{yTitle} ↑</p>
      <svg className="sure-chart" width={width} height={height} role="img" aria-label={label}>
        {yTicks.map(({ at, words }) => (
          <g key={words}>
            <line className="sure-grid" x1={left} x2={right} y1={at} y2={at} />
            <text className="sure-tick sure-tick-y" x={left - 6} y={at + 4}>
              {words}
            </text>
          </g>
        ))}
        {xTicks.map(({ at, words }) => (
          <g key={words}>
            <line className="sure-base" x1={at} x2={at} y1={bottom} y2={bottom + 4} />
            <text className="sure-tick sure-tick-x" x={at} y={bottom + 18}>
              {words}
            </text>
          </g>
        ))}
        <line className="sure-base" x1={left} x2={right} y1={bottom} y2={bottom} />
        {children}
      </svg>
      <p className="sure-axis-title sure-axis-x small soft">{xTitle} →</p>
    </>
  );
}

/** The title of an axis: what it is, and in which unit. */
export function withUnit({ label, unit }: { label: string; unit?: string }): string {
  return unit === undefined ? label : `${label}, ${unit}`;
}
