// Whether the window is at most so wide: where parts of the page change places or lie folded.
import { useSyncExternalStore } from 'react';

/** Px, as in the style sheets: below these there is one column, and below those a telephone. */
export const ONE_COLUMN = 960;
export const TELEPHONE = 600;

export function useIsNarrow(width: typeof ONE_COLUMN | typeof TELEPHONE): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const query = queryOf(width);
      query.addEventListener('change', onChange);
      return () => query.removeEventListener('change', onChange);
    },
    () => queryOf(width).matches,
  );
}

function queryOf(width: number): MediaQueryList {
  return matchMedia(`(max-width: ${width}px)`);
}
