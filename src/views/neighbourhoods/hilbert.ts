// A space-filling curve through any rectangle of cells: the generalised Hilbert curve.

/** One step of the grid, to the right, left, down or up. */
interface Direction {
  readonly dx: number;
  readonly dy: number;
}

/**
 * A box to be filled: the curve enters at the corner (x, y) and leaves at the other end of the side
 * that runs `along`. It must cover `length` cells along and `breadth` cells across.
 */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly along: Direction;
  readonly length: number;
  readonly across: Direction;
  readonly breadth: number;
}

/**
 * The places of a columns × rows grid in the order of the curve, each as row · columns + column.
 * Consecutive places share an edge, except that a grid with an odd longer side and an even shorter
 * one has a single diagonal step. Even sides, which the pools use, have none.
 */
export function hilbertCurve(columns: number, rows: number): Uint32Array {
  const places = new Uint32Array(columns * rows);
  const right = { dx: 1, dy: 0 };
  const down = { dx: 0, dy: 1 };
  let step = 0;

  const fill = (box: Box): void => {
    if (box.breadth === 1) line(box, box.along, box.length);
    else if (box.length === 1) line(box, box.across, box.breadth);
    else
      for (const part of 2 * box.length > 3 * box.breadth ? halves(box) : thirds(box)) fill(part);
  };
  const line = (from: Box, { dx, dy }: Direction, cells: number): void => {
    for (let i = 0; i < cells; i++) places[step++] = (from.y + i * dy) * columns + from.x + i * dx;
  };

  const whole = { x: 0, y: 0 };
  fill(
    columns >= rows
      ? { ...whole, along: right, length: columns, across: down, breadth: rows }
      : { ...whole, along: down, length: rows, across: right, breadth: columns },
  );
  return places;
}

/** A long box: the same curve twice, one behind the other. */
function halves(box: Box): Box[] {
  const first = evenHalf(box.length);
  return [
    { ...box, length: first },
    { ...box, ...corner(box, first, 0), length: box.length - first },
  ];
}

/** A stout box: out on the near side, along the far side, and back again. */
function thirds(box: Box): Box[] {
  const { along, across, length, breadth } = box;
  const near = evenHalf(breadth);
  const before = Math.floor(length / 2);
  return [
    { ...corner(box, 0, 0), along: across, length: near, across: along, breadth: before },
    { ...box, ...corner(box, 0, near), breadth: breadth - near },
    {
      ...corner(box, length - 1, near - 1),
      along: reverse(across),
      length: near,
      across: reverse(along),
      breadth: length - before,
    },
  ];
}

/** About a half, even where possible: an odd part would end in the wrong corner. */
function evenHalf(cells: number): number {
  const half = Math.floor(cells / 2);
  return half % 2 === 1 && cells > 2 ? half + 1 : half;
}

function corner({ x, y, along, across }: Box, cellsAlong: number, cellsAcross: number) {
  return {
    x: x + cellsAlong * along.dx + cellsAcross * across.dx,
    y: y + cellsAlong * along.dy + cellsAcross * across.dy,
  };
}

function reverse({ dx, dy }: Direction): Direction {
  return { dx: -dx, dy: -dy };
}
