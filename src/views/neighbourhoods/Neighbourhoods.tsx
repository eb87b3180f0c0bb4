// View 1: who lives beside whom in the address space, what is listed of it, and who goes dark.
import { useMemo, useState } from 'react';
import { listedAt, type Run } from '../../model/index.ts';
import { targetNames } from '../../scenario/targetName.ts';
import { TELEPHONE, useIsNarrow } from '../useIsNarrow.ts';
import { useWidth } from '../useWidth.ts';
import { AreaSwitch } from './AreaSwitch.tsx';
import { useColours } from './colours.ts';
import { bystanderDots, dotRadius, targetDots } from './dots.ts';
import { type AreaMode, listedUndrawn } from './drawn.ts';
import { factsOfPools } from './facts.ts';
import { Legend } from './Legend.tsx';
import { type Layout, SMALL_WIDTH } from './layout.ts';
import { levelOfCells, listedOfCells } from './listed.ts';
import { missingInWords, readingInWords, undrawnInWords } from './note.ts';
import { PoolTable } from './PoolTable.tsx';
import type { Marks } from './paintDots.ts';
import { looksOfCells } from './raster.ts';
import { Stage } from './Stage.tsx';
import { statesOfDots, statesOfTargets } from './states.ts';
import { useLayout } from './useLayout.ts';
import { useMeasures } from './useMeasures.ts';
import './neighbourhoods.css';

export interface NeighbourhoodsProps {
  readonly run: Run;
  readonly tick: number;
  readonly selectedService?: number | undefined;
  /** The address that was looked up. */
  readonly selectedAddress?: number | undefined;
  readonly onSelectService?: ((service: number) => void) | undefined;
  /** The first address of the registered prefix that was chosen. */
  readonly onSelectAddress?: ((address: number) => void) | undefined;
  /** In CSS pixels; without it the picture fills its container. */
  readonly width?: number | undefined;
}

export function Neighbourhoods(props: NeighbourhoodsProps) {
  const { run, tick, selectedService, selectedAddress, onSelectService, onSelectAddress } = props;
  const [ref, ownWidth] = useWidth<HTMLElement>();
  const width = Math.floor(props.width ?? ownWidth);
  const [mode, setMode] = useState<AreaMode>('addresses');
  const [isTable, setIsTable] = useState(false);
  const isTelephone = useIsNarrow(TELEPHONE);
  const colours = useColours(ref);
  const measures = useMeasures(ref.current, width < SMALL_WIDTH);
  const { layout, drawn } = useLayout(run, mode, width, measures);
  const undrawn = useMemo(() => listedUndrawn(run, drawn), [run, drawn]);
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
      targetStates: statesOfTargets(run, tick, targets),
      radius: dotRadius(layout),
      selectedService,
    };
  }, [run, layout, bystanders, tick, selectedService]);

  const reading =
    layout && `${readingInWords(layout, mode)} ${missingInWords(run, layout, undrawn)}`;
  return (
    <figure ref={ref} className="nb" aria-label="Neighbourhoods of the address space">
      <div className="nb-bar">
        {!isTable && <AreaSwitch mode={mode} onChange={setMode} />}
        <button type="button" className="nb-button" onClick={() => setIsTable(!isTable)}>
          {isTable ? 'Show the map' : 'Read as a table'}
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
          selectedAddress={selectedAddress}
          onSelectService={onSelectService}
          onSelectAddress={onSelectAddress}
        />
      )}
      {layout && isTable && <PoolTable run={run} layout={layout} undrawn={undrawn} facts={facts} />}
      {layout && !isTable && (
        <figcaption className="nb-foot">
          <Legend targets={targetNames(run)} />
          {isTelephone ? (
            <details>
              <summary>How to read this picture</summary>
              <p className="nb-note">{reading}</p>
            </details>
          ) : (
            <p className="nb-note">{reading}</p>
          )}
          {selectedAddress !== undefined && (
            <p className="nb-note">{undrawnInWords(run, layout, selectedAddress)}</p>
          )}
        </figcaption>
      )}
    </figure>
  );
}

function looksAt(run: Run, layout: Layout, tick: number): Uint8Array {
  const listed = listedOfCells(layout, listedAt(run.listings, tick));
  return looksOfCells(layout, levelOfCells(layout, listed));
}
