// Play, pause, step, speed and the slider through time.
import type { CSSProperties } from 'react';
import { momentOfTick, type Run } from '../../model/index.ts';
import { momentInWords } from '../../scenario/words.ts';
import { goToTick, SPEEDS, setSpeed, stepBy, togglePlay } from '../../store/playback.ts';
import { usePage } from '../../store/state.ts';

export function PlayControls({ run, tick }: { run: Run; tick: number }) {
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
        aria-label={`One ${stepOf(run)} back`}
      >
        ‹
      </button>
      <button
        type="button"
        className="button"
        onClick={() => stepBy(1)}
        aria-label={`One ${stepOf(run)} on`}
      >
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

/**
 * The same axis as the drawing below it: its thumb stands above the line of the present hour, which is the
 * middle of a tick. So the slider, which ends at the last tick, is half a tick shorter on either side.
 */
export function Scrubber({ run, tick }: { run: Run; tick: number }) {
  return (
    <label className="timeline-scrub">
      <span className="visually-hidden">Time</span>
      <input
        type="range"
        min={0}
        max={run.plan.ticks - 1}
        style={{ '--half-tick': 0.5 / run.plan.ticks } as CSSProperties}
        value={tick}
        aria-valuetext={momentInWords(momentOfTick(run.plan, tick))}
        onChange={(event) => goToTick(Number(event.target.value))}
      />
    </label>
  );
}

function stepOf({ plan }: Run): string {
  return plan.tickHours === 1 ? 'hour' : 'step';
}
