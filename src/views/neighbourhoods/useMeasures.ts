// How wide the captions will be, asked of the browser before they are drawn.
import { useMemo, useRef } from 'react';
import type { Measure } from './captions.ts';

export interface Measures {
  readonly provider: Measure;
  readonly pool: Measure;
}

/** Text widths in the type of the page. Sizes and weights are those of neighbourhoods.css. */
export function useMeasures(element: HTMLElement | null, isSmall: boolean): Measures {
  const family = element ? getComputedStyle(element).fontFamily : 'sans-serif';
  const canvas = useRef<CanvasRenderingContext2D | null>(null);
  return useMemo(() => {
    canvas.current ??= globalThis.document.createElement('canvas').getContext('2d');
    const measureIn = (font: string): Measure => {
      const known = new Map<string, number>();
      return (text) => {
        const before = known.get(text);
        if (before !== undefined) return before;
        if (!canvas.current) return 7 * text.length;
        canvas.current.font = font;
        const width = Math.ceil(canvas.current.measureText(text).width) + 2;
        known.set(text, width);
        return width;
      };
    };
    return {
      provider: measureIn(`600 ${isSmall ? 11.5 : 12.5}px ${family}`),
      pool: measureIn(`${isSmall ? 10 : 11}px ${family}`),
    };
  }, [family, isSmall]);
}
