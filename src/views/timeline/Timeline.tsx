// The timeline: what was listed, what was stopped, who was hit, hour by hour, with the reported facts.
import { type PointerEvent, useMemo, useRef, useState } from 'react';
import { type Fact, momentOfTick, type Run } from '../../model/index.ts';
import { goToTick, SPEEDS, setSpeed, stepBy, togglePlay } from '../../store/playback.ts';
import { usePage } from '../../store/state.ts';
import { dayInWords, momentInWords } from '../../store/words.ts';
import { useWidth } from '../useWidth.ts';
import { factInWords, laneValue, sourceOfFact } from './factWords.ts';
import { type FactMark, LANE_HEIGHT, type Lane, layoutTimeline, type StoryMark } from './layout.ts';
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
        <FactButtons layout={layout} shown={shown} onShow={setShown} />
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

/** The reported facts as buttons over the drawing, so that keyboard and screen readers meet them too. */
function FactButtons({
  layout,
  shown,
  onShow,
}: {
  layout: ReturnType<typeof layoutTimeline>;
  shown: Fact | undefined;
  onShow: (fact: Fact | undefined) => void;
}) {
  const marks: { mark: StoryMark | FactMark; top: number; kind: string }[] = [
    ...layout.stories.map((mark) => ({ mark, top: 7, kind: 'story' })),
    ...layout.lanes.flatMap((lane) =>
      lane.marks.map((mark) => ({ mark, top: (mark.low + mark.high) / 2, kind: 'figure' })),
    ),
  ].sort((a, b) => a.mark.tick - b.mark.tick);
  return (
    <ul aria-label="Reported at the time">
      {marks.map(({ mark: { fact, tick, x }, top, kind }) => (
        <li key={fact.id}>
          <button
            type="button"
            className={`timeline-mark timeline-mark-${kind}`}
            style={{ left: x, top }}
            aria-pressed={shown?.id === fact.id}
            onPointerEnter={() => onShow(fact)}
            onFocus={() => onShow(fact)}
            onClick={() => {
              onShow(fact);
              goToTick(tick);
            }}
          >
            <span className="visually-hidden">{`${dayInWords(fact.at)}: ${fact.title}`}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The fact in words, beside what the model says, with its source. */
function FactNote({ run, fact }: { run: Run; fact: Fact | undefined }) {
  if (!fact) {
    return (
      <p className="timeline-note small soft">
        Circles are reported figures, notches reported events: point at one. Lines are simulated.
      </p>
    );
  }
  const source = sourceOfFact(run, fact);
  return (
    <p className="timeline-note small" role="status">
      <strong>{momentInWords(fact.at)}.</strong> {factInWords(run, fact)}{' '}
      <span className="soft">
        Source:{' '}
        {source.url?.startsWith('http') ? (
          <a href={source.url} rel="noreferrer">
            {source.title}
          </a>
        ) : (
          source.title
        )}
      </span>
    </p>
  );
}

function PlayControls({ run, tick }: { run: Run; tick: number }) {
  const playing = usePage((page) => page.playing);
  const hoursPerSecond = usePage((page) => page.hoursPerSecond);
  const moment = momentInWords(momentOfTick(run.plan, tick));
  return (
    <div className="timeline-controls">
      <button type="button" className="button timeline-play" onClick={togglePlay}>
        {playing ? '❚❚ Pause' : '▶ Play'}
      </button>
      <button
        type="button"
        className="button"
        onClick={() => stepBy(-1)}
        aria-label="One hour back"
      >
        ‹
      </button>
      <button type="button" className="button" onClick={() => stepBy(1)} aria-label="One hour on">
        ›
      </button>
      <label className="timeline-speed small">
        <span>Speed</span>
        <select
          className="button"
          value={hoursPerSecond}
          onChange={(event) => setSpeed(Number(event.target.value))}
        >
          {SPEEDS.map((speed) => (
            <option key={speed} value={speed}>
              {speed < 24 ? `${speed} hours a second` : speedInDays(speed / 24)}
            </option>
          ))}
        </select>
      </label>
      <output className="timeline-moment">{moment}</output>
    </div>
  );
}

function speedInDays(days: number): string {
  return days === 1 ? '1 day a second' : `${days} days a second`;
}

/** The same axis as the drawing below it: its thumb stands above the line of the present hour. */
function Scrubber({ run, tick }: { run: Run; tick: number }) {
  return (
    <label className="timeline-scrub">
      <span className="visually-hidden">Time</span>
      <input
        type="range"
        min={0}
        max={run.plan.ticks - 1}
        value={tick}
        aria-valuetext={momentInWords(momentOfTick(run.plan, tick))}
        onChange={(event) => goToTick(Number(event.target.value))}
      />
    </label>
  );
}
