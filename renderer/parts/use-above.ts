import { type RefObject, useLayoutEffect, useState } from 'react';

/**
 * How far down the page an element begins, in pixels. Measured when the page becomes longer or
 * shorter and not on every render: asking while a list scrolls makes the browser lay out twice.
 */
export function useAbove(element: RefObject<HTMLElement | null>): number {
  const [above, setAbove] = useState(0);
  useLayoutEffect(() => {
    const measure = () => {
      const top = (element.current?.getBoundingClientRect().top ?? 0) + window.scrollY;
      setAbove((before) => (Math.abs(top - before) > 1 ? top : before));
    };
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(document.body);
    return () => watcher.disconnect();
  }, [element]);
  return above;
}
