// The timeline: what was listed, what was stopped, who was hit, hour by hour, with the reported facts.
import { type PointerEvent, useMemo, useRef, useState } from 'react';
import type { Fact, Run } from '../../model/index.ts';
import { goToTick } from '../../store/playback.ts';
import { useWidth } from '../useWidth.ts';
import { FactMarks, FactNote } from './FactMarks.tsx';
import { laneValue } from './factWords.ts';
import { LANE_HEIGHT, type Lane, layoutTimeline } from './layout.ts';
import { PlayControls, Scrubber } from './PlayControls.tsx';
import './timeline.css';

export function Timeline({ run, tick }: { run: Run; tick: number }) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const layout = useMemo(() => layoutTimeline(run, Math.max(width, 200)), [run, width]);
  const [shown, setShown] = useState<Fact | undefined>();
  const dragging = useRef(false);
  const scrub = (event: PointerEvent<SVGSVGElement>) => {
    const left = event.currentTarget.getBoundingClientRect().left;
    goToTick(layout.x.invert(event.clientX - left) - 0.5);
  };
  const x = layout.x(tick + 0.5);
  return (
    <section className="timeline" aria-label="Timeline">
      <PlayControls run={run} tick={tick} />
      <Scrubber run={run} tick={tick} />
      <div ref={frame} className="timeline-frame">
        <svg
          width={layout.width}
          height={layout.height}
          aria-hidden="true"
          onPointerDown={(event) => {
            dragging.current = true;
            event.currentTarget.setPointerCapture(event.pointerId);
            scrub(event);
          }}
          onPointerMove={(event) => dragging.current && scrub(event)}
          onPointerUp={() => {
            dragging.current = false;
          }}
        >
          {layout.days.map(({ x: at, day, month }) => (
            <g key={at} transform={`translate(${at},0)`}>
              <line className="timeline-grid" y1={14} y2={layout.axisTop} />
              <text className="timeline-day" x={3} y={layout.axisTop + 15}>
                {shortDay(day, month)}
              </text>
            </g>
          ))}
          {layout.lanes.map((lane) => (
            <LaneShapes key={lane.metric.id} lane={lane} width={layout.width} />
          ))}
          <line className="timeline-now" x1={x} x2={x} y1={8} y2={layout.axisTop} />
          {layout.lanes.map((lane) => (
            <circle
              key={lane.metric.id}
              className="timeline-now-dot"
              cx={x}
              cy={lane.scale(lane.metric.at(run.tally, tick))}
              r={4}
            />
          ))}
        </svg>
        {layout.lanes.map((lane) => (
          <p
            key={lane.metric.id}
            className="timeline-lane-title small"
            style={{ top: lane.top - 20 }}
          >
            <span className={`timeline-key timeline-key-${lane.colour}`} /> {lane.title}{' '}
            <strong>{laneValue(lane.metric, lane.metric.at(run.tally, tick))}</strong>
          </p>
        ))}
        <FactMarks marks={layout.marks} shown={shown} onShow={setShown} />
      </div>
      <FactNote run={run} fact={shown} />
    </section>
  );
}

const SHORT_MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
];

function shortDay(day: number, month: number): string {
  return `${day} ${SHORT_MONTHS[month] ?? ''}`;
}

function LaneShapes({ lane, width }: { lane: Lane; width: number }) {
  const bottom = lane.top + LANE_HEIGHT;
  return (
    <g className={`timeline-lane timeline-lane-${lane.colour}`}>
      <line className="timeline-base" x2={width} y1={bottom} y2={bottom} />
      <path className="timeline-area" d={lane.areaPath} />
      <path className="timeline-line" d={lane.linePath} />
      {lane.marks.map(({ fact, x, low, high }) => (
        <g key={fact.id} className="timeline-fact">
          <line x1={x} x2={x} y1={low} y2={high} />
          <circle cx={x} cy={(low + high) / 2} r={4} />
        </g>
      ))}
    </g>
  );
}
