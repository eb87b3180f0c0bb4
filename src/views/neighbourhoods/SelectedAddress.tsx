// The address that was looked up: a ring with four ticks around its cell, and its registered prefix.
import { useMemo } from 'react';
import { prefixOfAddress } from './cells.ts';
import { placeOfAddress, tileOfAddress } from './dots.ts';
import { outlineOfPrefix } from './find.ts';
import type { Layout } from './layout.ts';

interface SelectedAddressProps {
  readonly layout: Layout;
  readonly address: number;
}

export function SelectedAddress({ layout, address }: SelectedAddressProps) {
  const path = useMemo(() => pathOfAddress(layout, address), [layout, address]);
  if (path === undefined) return null;
  return (
    <svg
      className="nb-outline nb-selected"
      width={layout.width}
      height={layout.height}
      aria-hidden="true"
    >
      {/* A line in the colour of the page under it can be seen on every ground. */}
      <path className="nb-outline-halo" d={path} />
      <path className="nb-outline-line" d={path} />
    </svg>
  );
}

const RING = 9;
const TICK = 6;

/** Undefined when the address lies in no pool that is drawn. */
export function pathOfAddress(layout: Layout, address: number): string | undefined {
  const tile = tileOfAddress(layout, address);
  const place = tile && placeOfAddress(tile, address, 0);
  if (!tile || !place) return undefined;
  const { x, y } = place;
  const ring = `M${x - RING} ${y}a${RING} ${RING} 0 1 0 ${2 * RING} 0a${RING} ${RING} 0 1 0 ${-2 * RING} 0`;
  const ticks = [
    `M${x} ${y - RING}v${-TICK}`,
    `M${x} ${y + RING}v${TICK}`,
    `M${x - RING} ${y}h${-TICK}`,
    `M${x + RING} ${y}h${TICK}`,
  ];
  return [outlineOfPrefix(layout, tile, prefixOfAddress(tile.space, address)), ring, ...ticks].join(
    '',
  );
}
