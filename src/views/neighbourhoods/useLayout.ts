// The layout of a scenario's world: kept while stack and sliders change, so that pictures compare.
import { useMemo, useRef } from 'react';
import type { Run } from '../../model/index.ts';
import { type AreaMode, concernOfPools, drawnPools } from './drawn.ts';
import { heightFor, type Layout, layOut } from './layout.ts';
import type { Measures } from './useMeasures.ts';

interface Cast {
  readonly drawn: Uint8Array;
  readonly concern: Float64Array;
}

export function useLayout(
  run: Run,
  mode: AreaMode,
  width: number,
  { provider, pool }: Measures,
): { readonly layout: Layout | undefined; readonly drawn: Uint8Array } {
  const { world, roles } = run.plan;
  const cast = useCast(run);
  const layout = useMemo(() => {
    if (width <= 0) return undefined;
    return layOut({
      world,
      mode,
      ...cast,
      isTargetOfService: roles.isTargetOfService,
      width,
      height: heightFor(width, globalThis.innerHeight),
      measureProvider: provider,
      measurePool: pool,
    });
  }, [world, roles, cast, mode, width, provider, pool]);
  return { layout, drawn: cast.drawn };
}

/** The pools to draw; the very same object while they are the same. */
function useCast({ plan: { world }, scenario: { ledgers, countermeasures } }: Run): Cast {
  const earlier = useRef<Cast>(undefined);
  return useMemo(() => {
    const told = { world, ledgers, countermeasures };
    const cast = { drawn: drawnPools(told), concern: concernOfPools(told) };
    if (!earlier.current || !areAlike(earlier.current, cast)) earlier.current = cast;
    return earlier.current;
  }, [world, ledgers, countermeasures]);
}

function areAlike(a: Cast, b: Cast): boolean {
  return (
    a.drawn.length === b.drawn.length &&
    a.drawn.every((isDrawn, pool) => isDrawn === b.drawn[pool]) &&
    a.concern.every((concern, pool) => concern === b.concern[pool])
  );
}
