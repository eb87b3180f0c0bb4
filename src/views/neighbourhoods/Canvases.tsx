// The two canvases: patches below, dots above. They repaint only what changed.
import { useLayoutEffect, useMemo, useRef } from 'react';
import type { Colours } from './colours.ts';
import type { Layout } from './layout.ts';
import { areMarksEqual, cutStamps, type Marks, paintDots, type Stamps } from './paintDots.ts';
import { buildRaster, changedTiles, paintTile, paletteOf, type Raster } from './raster.ts';

interface Painted {
  readonly raster: Raster;
  readonly palette: Uint32Array;
  readonly looks: Uint8Array;
  readonly image: ImageData;
}

interface Dotted {
  readonly raster: Raster;
  readonly stamps: Stamps;
  readonly marks: Marks;
}

export interface CanvasesProps {
  readonly layout: Layout;
  readonly ratio: number;
  readonly looks: Uint8Array;
  readonly marks: Marks;
  readonly colours: Colours;
}

export function Canvases({ layout, ratio, looks, marks, colours }: CanvasesProps) {
  const patches = useRef<HTMLCanvasElement>(null);
  const dots = useRef<HTMLCanvasElement>(null);
  const painted = useRef<Painted>(undefined);
  const dotted = useRef<Dotted>(undefined);
  const raster = useMemo(() => buildRaster(layout, ratio), [layout, ratio]);
  const stamps = useMemo(
    () => cutStamps(ratio, marks.radius, colours),
    [ratio, marks.radius, colours],
  );
  const palette = useMemo(() => paletteOf(colours), [colours]);

  useLayoutEffect(() => {
    const context = patches.current?.getContext('2d');
    if (!context) return;
    const last = painted.current;
    // Setting the size of a canvas empties it.
    if (last?.raster !== raster) sizeTo(context.canvas, raster);
    const image = last?.raster === raster ? last.image : new ImageData(raster.width, raster.height);
    const before = last?.raster === raster && last.palette === palette ? last.looks : undefined;
    const pixels = new Uint32Array(image.data.buffer);
    for (const tile of changedTiles(raster, before, looks)) {
      paintTile(raster, tile, looks, palette, pixels);
      if (before) context.putImageData(image, 0, 0, tile.x, tile.y, tile.width, tile.height);
    }
    if (!before) context.putImageData(image, 0, 0);
    painted.current = { raster, palette, looks, image };
  }, [raster, palette, looks]);

  useLayoutEffect(() => {
    const context = dots.current?.getContext('2d');
    if (!context) return;
    const last = dotted.current;
    if (last?.raster === raster && last.stamps === stamps && areMarksEqual(last.marks, marks))
      return;
    if (last?.raster !== raster) sizeTo(context.canvas, raster);
    paintDots(context, ratio, marks, stamps);
    dotted.current = { raster, stamps, marks };
  }, [raster, ratio, marks, stamps]);

  return (
    <>
      <canvas ref={patches} className="nb-canvas" />
      <canvas ref={dots} className="nb-canvas" />
    </>
  );
}

function sizeTo(canvas: HTMLCanvasElement, { width, height }: Raster): void {
  canvas.width = width;
  canvas.height = height;
}
