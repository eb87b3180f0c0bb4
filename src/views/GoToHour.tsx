// A title that takes the page to the hour it tells of; what plays then stands still.
import type { ReactNode } from 'react';
import { goToTick, pause } from '../store/playback.ts';

export function GoToHour({ tick, children }: { tick: number; children: ReactNode }) {
  return (
    <button
      type="button"
      className="go"
      title="Show this hour"
      onClick={() => {
        pause();
        goToTick(tick);
      }}
    >
      {children}
    </button>
  );
}
