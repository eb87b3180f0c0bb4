// The sentence beside what is pointed at: inside the window, and never under the pointer. It goes out of sight
// with what it explains.
import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { Sentence } from './sentences.ts';

interface TipProps {
  readonly sentence: Sentence;
  /** The point that it explains, in pixels of the stage. */
  readonly x: number;
  readonly y: number;
  /** Room to keep free above and below the point: a finger is larger than a pointer. */
  readonly clearance: number;
  readonly stage: RefObject<HTMLElement | null>;
}

const MARGIN = 8;

export function Tip({ sentence, x, y, clearance, stage }: TipProps) {
  const ref = useRef<HTMLDivElement>(null);
  // Runs after every render, because another sentence may have another size.
  useLayoutEffect(() => {
    const place = () => {
      if (ref.current && stage.current) moveTo(ref.current, stage.current, x, y, clearance);
    };
    place();
    addEventListener('scroll', place, { capture: true, passive: true });
    addEventListener('resize', place);
    return () => {
      removeEventListener('scroll', place, { capture: true });
      removeEventListener('resize', place);
    };
  });
  return (
    <div ref={ref} className="nb-tip" aria-hidden="true">
      <strong>{sentence.title}</strong>
      <span>{sentence.text}</span>
    </div>
  );
}

function moveTo(tip: HTMLElement, stage: HTMLElement, x: number, y: number, clearance: number) {
  const frame = stage.getBoundingClientRect();
  const { clientWidth, clientHeight } = tip.ownerDocument.documentElement;
  const { offsetWidth: width, offsetHeight: height } = tip;
  const pointX = frame.left + x;
  const pointY = frame.top + y;
  // What a finger has chosen stays chosen while the page scrolls on.
  tip.style.visibility = pointY < 0 || pointY > clientHeight ? 'hidden' : 'visible';
  const isRightFree = pointX + 14 + width + MARGIN <= clientWidth;
  const wanted = isRightFree ? pointX + 14 : pointX - 14 - width;
  const left = Math.max(MARGIN, Math.min(wanted, clientWidth - width - MARGIN));
  const below = pointY + clearance;
  const top = below + height + MARGIN <= clientHeight ? below : pointY - clearance - height;
  tip.style.transform = `translate(${Math.round(left)}px, ${Math.round(Math.max(MARGIN, top))}px)`;
}
