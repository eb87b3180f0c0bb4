// The page's colour variables as the canvas needs them, read again whenever the theme changes.
import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Colour } from './raster.ts';

/** Variables of the page, and what stands in where one is missing. */
const fallbacks = {
  paper: '#faf8f4',
  patchA: '#c9cfd8',
  patchB: '#dbdfe6',
  listed: '#e4572e',
  listedStrong: '#b5390f',
  target: '#1660a8',
  bystander: '#ffffff',
  nbWorks: '#ffffff',
  nbHit: '#1c1d22',
  focus: '#7a3cc4',
};
export type ColourName = keyof typeof fallbacks;
export type Colours = Readonly<Record<ColourName, Colour>>;

const names = Object.keys(fallbacks) as ColourName[];
const variableOf = (name: ColourName) =>
  `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** Lets the browser work out any notation (names, oklch, light-dark …) by drawing one pixel. */
function readColours(element: HTMLElement): Colours {
  const probe = element.ownerDocument.createElement('span');
  element.append(probe);
  const canvas = element.ownerDocument.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const style = getComputedStyle(probe);
  const read = (name: ColourName): Colour => {
    probe.style.color = `var(${variableOf(name)}, ${fallbacks[name]})`;
    if (!context) return [0, 0, 0];
    context.fillStyle = style.color;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return [red, green, blue];
  };
  const colours = Object.fromEntries(names.map((name) => [name, read(name)])) as unknown as Colours;
  probe.remove();
  return colours;
}

export function useColours(ref: RefObject<HTMLElement | null>): Colours | undefined {
  const [colours, setColours] = useState<Colours>();
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const update = () =>
      setColours((before) => {
        const now = readColours(element);
        return JSON.stringify(before) === JSON.stringify(now) ? before : now;
      });
    update();
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    scheme.addEventListener('change', update);
    const observer = new MutationObserver(update);
    observer.observe(element.ownerDocument.documentElement, {
      attributeFilter: ['class', 'style', 'data-theme'],
    });
    return () => {
      scheme.removeEventListener('change', update);
      observer.disconnect();
    };
  }, [ref]);
  return colours;
}

export function cssOf([red, green, blue]: Colour): string {
  return `rgb(${red} ${green} ${blue})`;
}
