// What a caught session loses: everything, or as much as the rate or the cap falls short of its need.
import type { Action } from './strategy.ts';

/** What a session needs so that nothing of it is lost. */
export interface SessionNeed {
  readonly kilobitsPerSecond: number;
  readonly kilobytesPerConnection: number;
}

/** The lost share of a caught session, 0 … 1: see "Lost of what is caught" in MODEL.md. */
export function lostShareOfAction(action: Action, needed: SessionNeed): number {
  switch (action.kind) {
    case 'drop':
      return 1;
    case 'throttle': {
      const rate = action.kilobitsPerSecond;
      return needed.kilobitsPerSecond > rate ? 1 - rate / needed.kilobitsPerSecond : 0;
    }
    case 'byteCap':
      return needed.kilobytesPerConnection > action.kilobytes ? 1 : 0;
  }
}
