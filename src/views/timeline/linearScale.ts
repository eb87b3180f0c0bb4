// A straight line from figures to pixels and back. The scales of d3 can do more, and bring colours, dates
// and formats along that the first picture would wait for.

export interface LinearScale {
  (figure: number): number;
  /** The figure that stands at so many pixels. */
  invert(pixels: number): number;
  readonly domain: readonly [number, number];
}

export function linearScale(
  domain: readonly [number, number],
  [start, end]: readonly [number, number],
): LinearScale {
  const [from, to] = domain;
  const scale = (figure: number) => start + ((figure - from) / (to - from)) * (end - start);
  const invert = (pixels: number) => from + ((pixels - start) / (end - start)) * (to - from);
  return Object.assign(scale, { invert, domain });
}
