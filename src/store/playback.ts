// Moving through time: whole ticks only; faster playback shows more ticks a frame, never bigger ones.
import { usePage } from './state.ts';

export const SPEEDS = [6, 24, 72, 168] as const;

export function goToTick(tick: number): void {
  const { run } = usePage.getState();
  if (!run) return;
  const last = run.plan.ticks - 1;
  usePage.setState({ tick: Math.max(0, Math.min(last, Math.round(tick))) });
}

export function stepBy(ticks: number): void {
  pause();
  goToTick(usePage.getState().tick + ticks);
}

export function pause(): void {
  usePage.setState({ playing: false });
}

export function setSpeed(hoursPerSecond: number): void {
  usePage.setState({ hoursPerSecond });
}

/** Plays from the present tick, or from the start when the end has been reached. */
export function togglePlay(): void {
  const { playing, run, tick } = usePage.getState();
  if (playing || !run) {
    pause();
    return;
  }
  if (tick >= run.plan.ticks - 1) goToTick(0);
  usePage.setState({ playing: true });
  requestAnimationFrame((now) => playFrame(now, 0));
}

const LONGEST_FRAME_MS = 100; // a tab that slept does not leap when it wakes

/** Shows the ticks that are due since the last frame; `owed` carries the fraction of a tick. */
function playFrame(previous: number, owed: number): void {
  requestAnimationFrame((now) => {
    const { playing, run, tick, hoursPerSecond } = usePage.getState();
    if (!playing || !run) return;
    const seconds = Math.min(LONGEST_FRAME_MS, now - previous) / 1000;
    const due = owed + (seconds * hoursPerSecond) / run.plan.tickHours;
    const whole = Math.floor(due);
    if (whole > 0) goToTick(tick + whole);
    if (tick + whole >= run.plan.ticks - 1) pause();
    else playFrame(now, due - whole);
  });
}
