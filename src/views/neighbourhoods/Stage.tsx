// The picture itself with everything that points, walks and explains.
import { type KeyboardEvent, type PointerEvent, useId, useMemo, useRef, useState } from 'react';
import type { Run } from '../../model/index.ts';
import { Canvases, type CanvasesProps } from './Canvases.tsx';
import { Captions } from './Captions.tsx';
import type { Measure } from './captions.ts';
import type { PoolFacts } from './facts.ts';
import { type Thing, thingAt } from './find.ts';
import type { Layout, PoolTile } from './layout.ts';
import { Outline } from './Outline.tsx';
import { SelectedAddress } from './SelectedAddress.tsx';
import { type Sentence, sentenceOfDot, sentenceOfPool, sentenceOfPrefix } from './sentences.ts';
import { Tip } from './Tip.tsx';
import { anchorOf, START, type Stand, thingOfStand, walk } from './walk.ts';

interface StageProps extends CanvasesProps {
  readonly run: Run;
  readonly tick: number;
  readonly facts: readonly PoolFacts[];
  readonly measureProvider: Measure;
  readonly measurePool: Measure;
  readonly selectedAddress: number | undefined;
  readonly onSelectService?: ((service: number) => void) | undefined;
  readonly onSelectAddress?: ((address: number) => void) | undefined;
}

/** A thing under the pointer or the finger, and where. */
interface Pointed {
  readonly layout: Layout;
  readonly thing: Thing;
  readonly x: number;
  readonly y: number;
  readonly isTouch: boolean;
}

/** How near to a dot one must point, in pixels: a finger is less exact. */
const REACH = 8;
const REACH_OF_FINGER = 16;

export function Stage(props: StageProps) {
  const { run, tick, layout, marks, facts, onSelectAddress, onSelectService } = props;
  const ref = useRef<HTMLDivElement>(null);
  const helpId = useId();
  const [pointed, setPointed] = useState<Pointed>();
  const [stand, setStand] = useState<Stand>(START);
  const [isWalking, setIsWalking] = useState(false);
  const dots = useMemo(() => [...marks.bystanders, ...marks.targets], [marks]);

  const walked = isWalking ? thingOfStand(layout, dots, stand) : undefined;
  // What was pointed at in another layout lies elsewhere now.
  const hovered = pointed?.layout === layout ? pointed : undefined;
  const thing = hovered?.thing ?? walked;
  const sentence = thing && explain(thing, props);

  const point = (event: PointerEvent<HTMLElement>): Pointed | undefined => {
    const frame = event.currentTarget.getBoundingClientRect();
    const [x, y] = [event.clientX - frame.left, event.clientY - frame.top];
    const isTouch = event.pointerType === 'touch';
    const found = thingAt(layout, dots, x, y, isTouch ? REACH_OF_FINGER : REACH);
    return found && { layout, thing: found, x, y, isTouch };
  };
  const select = (chosen: Thing | undefined) => {
    if (chosen?.kind === 'dot') onSelectService?.(chosen.dot.service);
    if (chosen?.kind === 'prefix') onSelectAddress?.(firstAddress(layout, chosen));
  };
  const press = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' && stand.inside !== undefined) {
      event.preventDefault();
      select(walked);
      return;
    }
    const next = walk(layout, dots, stand, event.key);
    if (!next) return;
    event.preventDefault();
    setPointed(undefined);
    setIsWalking(true);
    setStand(next);
  };

  return (
    <>
      <div
        ref={ref}
        className="nb-stage"
        style={{ width: layout.width, height: layout.height }}
        role="application"
        aria-label="Map of providers and their pools"
        aria-describedby={helpId}
        // One tab stop, walked with the arrow keys.
        tabIndex={0}
        onKeyDown={press}
        onFocus={(event) => setIsWalking(event.currentTarget.matches(':focus-visible'))}
        onBlur={() => setIsWalking(false)}
        onPointerMove={(event) => {
          if (event.pointerType !== 'touch') setPointed(point(event));
        }}
        onPointerLeave={(event) => {
          if (event.pointerType !== 'touch') setPointed(undefined);
        }}
        onPointerUp={(event) => {
          if (event.button !== 0) return;
          const found = point(event);
          setIsWalking(false);
          setPointed(found);
          select(found?.thing);
        }}
      >
        <Canvases
          layout={layout}
          ratio={props.ratio}
          looks={props.looks}
          marks={marks}
          colours={props.colours}
        />
        <Captions
          layout={layout}
          facts={facts}
          measureProvider={props.measureProvider}
          measurePool={props.measurePool}
        />
        {props.selectedAddress !== undefined && (
          <SelectedAddress layout={layout} address={props.selectedAddress} />
        )}
        {thing && <Outline layout={layout} thing={thing} isWalked={thing === walked} />}
        {thing && sentence && (
          <Tip
            sentence={sentence}
            {...(hovered ?? anchorOf(layout, thing))}
            clearance={hovered?.isTouch ? 28 : 18}
            stage={ref}
          />
        )}
      </div>
      <p className="nb-hidden" id={helpId}>
        Arrow keys move from pool to pool. Enter goes into a pool, where the arrow keys walk its
        registered prefixes and services and Enter selects one; Escape goes back.
      </p>
      <p className="nb-hidden" aria-live="polite">
        {walked && sentence ? `${sentence.title}: ${sentence.text}` : ''}
      </p>
    </>
  );

  function explain(shown: Thing, { run: ofRun }: StageProps): Sentence | undefined {
    if (shown.kind === 'dot') return sentenceOfDot(ofRun, tick, shown.dot);
    const tile = layout.tiles[shown.tile];
    const figures = tile && facts[tile.pool];
    if (!tile || !figures) return undefined;
    if (shown.kind === 'pool') return sentenceOfPool(run, figures);
    const { first, last } = tile.space;
    return sentenceOfPrefix(
      run,
      tick,
      tile.pool,
      first[shown.prefix] as number,
      last[shown.prefix] as number,
    );
  }
}

function firstAddress({ tiles }: Layout, { tile, prefix }: { tile: number; prefix: number }) {
  return (tiles[tile] as PoolTile).space.first[prefix] as number;
}
