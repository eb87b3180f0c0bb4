// The outline of what is pointed at or walked to.
import { middleOfPrefix, outlineOfPrefix, type Thing } from './find.ts';
import type { Layout, PoolTile } from './layout.ts';

interface OutlineProps {
  readonly layout: Layout;
  readonly thing: Thing;
  /** Reached with the keyboard: drawn as the focus is. */
  readonly isWalked: boolean;
}

export function Outline({ layout, thing, isWalked }: OutlineProps) {
  return (
    <svg
      className={isWalked ? 'nb-outline nb-outline-walked' : 'nb-outline'}
      width={layout.width}
      height={layout.height}
      aria-hidden="true"
    >
      {/* A light line under a dark one can be seen on every ground. */}
      <Shape className="nb-outline-halo" layout={layout} thing={thing} />
      <Shape className="nb-outline-line" layout={layout} thing={thing} />
    </svg>
  );
}

interface ShapeProps {
  readonly className: string;
  readonly layout: Layout;
  readonly thing: Thing;
}

function Shape({ className, layout, thing }: ShapeProps) {
  if (thing.kind === 'dot') {
    return <circle className={className} cx={thing.dot.x} cy={thing.dot.y} r={9} />;
  }
  const tile = layout.tiles[thing.tile] as PoolTile;
  if (thing.kind === 'prefix') {
    const path = outlineOfPrefix(layout, tile, thing.prefix);
    if (path !== '') return <path className={className} d={path} />;
    // Smaller than a cell: a ring around its place.
    const { x, y } = middleOfPrefix(tile, thing.prefix);
    return <circle className={className} cx={x} cy={y} r={6} />;
  }
  const { x, y, width, height } = tile.cells;
  return (
    <rect
      className={className}
      x={x + 1}
      y={y + 1}
      width={Math.max(1, width - 2)}
      height={Math.max(1, height - 2)}
    />
  );
}
