// The timeline: what was listed, what was stopped, who was hit, hour by hour, with the reported facts.
import { type PointerEvent, useMemo, useRef, useState } from 'react';
import type { Run } from '../../model/index.ts';
import { goToTick } from '../../store/playback.ts';
import { useWidth } from '../useWidth.ts';
import { FactMarks } from './FactMarks.tsx';
import { FactNote } from './FactNote.tsx';
import { valueNow } from './factWords.ts';
import { LaneShapes } from './LaneShapes.tsx';
import { laneHeightFor, layoutTimeline } from './layout.ts';
import { PlayControls, Scrubber } from './PlayControls.tsx';
import { choose, hover, marksHere, type Pick, pickOne, REACH, REACH_OF_FINGER } from './pick.ts';
import './timeline.css';

/** What a pressed pointer is about to do: choose the mark under it, or drag through time. */
interface Press {
  readonly x: number;
  readonly y: number;
  isDrag: boolean;
}

/** A press on a mark that moves further than this is a drag after all, px. */
const SLACK = 6;

export function Timeline({ run, tick }: { run: Run; tick: number }) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const laneHeight = laneHeightFor(globalThis.innerHeight);
  const layout = useMemo(
    () => layoutTimeline(run, Math.max(width, 200), laneHeight),
    [run, width, laneHeight],
  );
  const [pick, setPick] = useState<Pick | undefined>();
  const [isOnMark, setIsOnMark] = useState(false);
  const press = useRef<Press>(undefined);
  const shown = layout.marks.find(({ told }) => told.id === pick?.here[pick.index])?.told;

  const down = (event: PointerEvent<SVGSVGElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const point = pointOf(event);
    press.current = {
      ...point,
      isDrag: marksHere(layout.marks, point, reachOf(event)).length === 0,
    };
    if (press.current.isDrag) goToTick(layout.x.invert(point.x) - 0.5);
  };
  const move = (event: PointerEvent<SVGSVGElement>) => {
    const point = pointOf(event);
    const pressed = press.current;
    if (pressed) {
      pressed.isDrag ||= Math.hypot(point.x - pressed.x, point.y - pressed.y) > SLACK;
      if (pressed.isDrag) goToTick(layout.x.invert(point.x) - 0.5);
    } else if (event.pointerType !== 'touch') {
      setPick((before) => hover(before, layout.marks, point));
      setIsOnMark(marksHere(layout.marks, point, REACH).length > 0);
    }
  };
  const up = (event: PointerEvent<SVGSVGElement>) => {
    const pressed = press.current;
    press.current = undefined;
    if (!pressed || pressed.isDrag) return;
    const next = choose(pick, layout.marks, pressed, reachOf(event));
    setPick(next);
    const mark = layout.marks.find(({ told }) => told.id === next?.here[next.index]);
    if (mark) goToTick(mark.tick);
  };

  const x = layout.x(tick + 0.5);
  return (
    <section className="timeline" aria-label="Timeline">
      <PlayControls run={run} tick={tick} />
      <Scrubber run={run} tick={tick} />
      <div ref={frame} className="timeline-frame">
        <svg
          className={isOnMark ? 'timeline-on-mark' : undefined}
          width={layout.width}
          height={layout.height}
          aria-hidden="true"
          onPointerDown={down}
          onPointerMove={move}
          onPointerUp={up}
          onPointerCancel={() => {
            press.current = undefined;
          }}
          onPointerLeave={() => setIsOnMark(false)}
        >
          {layout.days.map(({ x: at, day, month, hasLabel }) => (
            <g key={at} transform={`translate(${at},0)`}>
              <line className="timeline-grid" y1={14} y2={layout.axisTop} />
              {hasLabel && (
                <text className="timeline-day" x={3} y={layout.axisTop + 15}>
                  {shortDay(day, month)}
                </text>
              )}
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
            <strong>{valueNow(run, lane.metric, tick)}</strong>
          </p>
        ))}
        <FactMarks marks={layout.marks} shown={shown} onShow={({ id }) => setPick(pickOne(id))} />
      </div>
      <FactNote
        run={run}
        told={shown}
        place={{ index: pick?.index ?? 0, of: pick?.here.length ?? 0 }}
      />
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

function pointOf({ currentTarget, clientX, clientY }: PointerEvent): { x: number; y: number } {
  const { left, top } = currentTarget.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}

function reachOf({ pointerType }: PointerEvent): number {
  return pointerType === 'touch' ? REACH_OF_FINGER : REACH;
}
