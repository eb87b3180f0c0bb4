// The width of an element as it changes: views are laid out for the room they have.
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** A ref to put on the element, and its content width in CSS pixels (0 before it is known). */
export function useWidth<E extends HTMLElement>(): [RefObject<E | null>, number] {
  const ref = useRef<E>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    setWidth(element.clientWidth);
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
