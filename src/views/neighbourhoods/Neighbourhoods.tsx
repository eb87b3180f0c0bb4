// View 1: who lives beside whom in the address space, what is listed of it, and who goes dark.
import { useMemo, useRef, useState } from 'react';
import { listedAt, type Run } from '../../model/index.ts';
import { useWidth } from '../useWidth.ts';
import { AreaSwitch } from './AreaSwitch.tsx';
import { useColours } from './colours.ts';
import { bystanderDots, dotRadius, targetDots } from './dots.ts';
import { type AreaMode, drawnPools } from './drawn.ts';
import { factsOfPools } from './facts.ts';
import { Legend } from './Legend.tsx';
import { heightFor, type Layout, layOut, SMALL_WIDTH } from './layout.ts';
import { levelOfCells, listedOfCells } from './listed.ts';
import { PoolTable } from './PoolTable.tsx';
import type { Marks } from './paintDots.ts';
import { looksOfCells } from './raster.ts';
import { Stage } from './Stage.tsx';
import { areStopped, statesOfDots } from './states.ts';
import { type Measures, useMeasures } from './useMeasures.ts';
import './neighbourhoods.css';

export interface NeighbourhoodsProps {
  readonly run: Run;
  readonly tick: number;
  readonly selectedService?: number | undefined;
  readonly onSelectService?: ((service: number) => void) | undefined;
  /** The first address of the registered prefix that was chosen. */
  readonly onSelectAddress?: ((address: number) => void) | undefined;
  /** In CSS pixels; without it the picture fills its container. */
  readonly width?: number | undefined;
}

export function Neighbourhoods(props: NeighbourhoodsProps) {
  const { run, tick, selectedService, onSelectService, onSelectAddress } = props;
  const [ref, ownWidth] = useWidth<HTMLElement>();
  const width = Math.floor(props.width ?? ownWidth);
  const [mode, setMode] = useState<AreaMode>('addresses');
  const [isTable, setIsTable] = useState(false);
  const colours = useColours(ref);
  const measures = useMeasures(ref.current, width < SMALL_WIDTH);
  const layout = useLayout(run, mode, width, measures);
  const facts = useMemo(() => factsOfPools(run, tick), [run, tick]);
  const looks = useMemo(() => layout && looksAt(run, layout, tick), [run, layout, tick]);
  const { plan, placed } = run;
  const bystanders = useMemo(
    () => layout && bystanderDots({ plan, placed }, layout),
    [plan, placed, layout],
  );
  const marks = useMemo<Marks | undefined>(() => {
    if (!layout || !bystanders) return undefined;
    const targets = targetDots(run, layout, tick);
    return {
      bystanders,
      targets,
      states: statesOfDots(run, tick, bystanders),
      stopped: areStopped(run, tick, targets),
      radius: dotRadius(layout),
      selectedService,
    };
  }, [run, layout, bystanders, tick, selectedService]);

  return (
    <figure ref={ref} className="nb" aria-label="Neighbourhoods of the address space">
      <div className="nb-bar">
        <AreaSwitch mode={mode} onChange={setMode} />
        <button
          type="button"
          className="nb-button"
          aria-pressed={isTable}
          onClick={() => setIsTable(!isTable)}
        >
          Read as a table
        </button>
      </div>
      {layout && looks && marks && colours && !isTable && (
        <Stage
          run={run}
          tick={tick}
          layout={layout}
          ratio={Math.min(3, globalThis.devicePixelRatio || 1)}
          looks={looks}
          marks={marks}
          colours={colours}
          facts={facts}
          measureProvider={measures.provider}
          measurePool={measures.pool}
          onSelectService={onSelectService}
          onSelectAddress={onSelectAddress}
        />
      )}
      {layout && isTable && <PoolTable run={run} layout={layout} facts={facts} />}
      <figcaption className="nb-foot">
        {!isTable && <Legend target={targetName(run)} />}
        {layout && <p className="nb-note">{noteInWords(layout, mode)}</p>}
      </figcaption>
    </figure>
  );
}

/** The layout of the run's pools; kept while nothing that it depends on changes. */
function useLayout(
  run: Run,
  mode: AreaMode,
  width: number,
  { provider, pool }: Measures,
): Layout | undefined {
  const { world, roles } = run.plan;
  const drawn = useDrawnPools(run);
  return useMemo(() => {
    if (width <= 0) return undefined;
    const height = heightFor(width, globalThis.innerHeight);
    return layOut({
      world,
      mode,
      drawn,
      isTargetOfService: roles.isTargetOfService,
      width,
      height,
      measureProvider: provider,
      measurePool: pool,
    });
  }, [world, roles, drawn, mode, width, provider, pool]);
}

/**
 * The drawn pools of this and of earlier runs of the world: a slider that is dragged to and fro must
 * not make pools come and go, because that would lay out everything anew.
 */
function useDrawnPools(run: Run): Uint8Array {
  const earlier = useRef<{ world: string; drawn: Uint8Array }>(undefined);
  return useMemo(() => {
    const drawn = drawnPools(run);
    const { id } = run.scenario.world;
    const known = earlier.current;
    if (known?.world === id && known.drawn.length === drawn.length) {
      if (drawn.every((isDrawn, pool) => !isDrawn || known.drawn[pool])) return known.drawn;
      known.drawn.forEach((isDrawn, pool) => {
        if (isDrawn) drawn[pool] = 1;
      });
    }
    earlier.current = { world: id, drawn };
    return drawn;
  }, [run]);
}

function looksAt(run: Run, layout: Layout, tick: number): Uint8Array {
  const listed = listedOfCells(layout, listedAt(run.listings, tick));
  return looksOfCells(layout, levelOfCells(layout, listed));
}

function targetName({ plan }: Run): string {
  const { services } = plan.world;
  const first = services.names.find((_, service) => plan.roles.isTargetOfService[service] === 1);
  return first ?? 'none';
}

function noteInWords({ quietPools, enlargedPools }: Layout, mode: AreaMode): string {
  const parts = [
    `Area stands for ${mode === 'addresses' ? 'addresses' : 'sessions a day'}; addresses follow each other along a Hilbert curve.`,
    'A service with many addresses is drawn at a few of them.',
  ];
  if (enlargedPools > 0)
    parts.push(`${pools(enlargedPools)} drawn larger than to scale, to be seen at all.`);
  if (quietPools > 0)
    parts.push(
      `${pools(quietPools, 'quiet ')} not drawn: no service in ${quietPools === 1 ? 'it' : 'them'}, and nothing listed.`,
    );
  return parts.join(' ');
}

function pools(count: number, kind = ''): string {
  return `${count} ${kind}${count === 1 ? 'pool is' : 'pools are'}`;
}
