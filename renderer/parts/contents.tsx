import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import classes from './contents.module.css';

interface Entry {
  id: string;
  title: string;
}

/** The second headings within an element, as they come and go. */
function useHeadings(within: RefObject<HTMLElement | null>): readonly Entry[] {
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  useEffect(() => {
    const element = within.current;
    if (!element) return undefined;
    const read = () => {
      const headings = [...element.querySelectorAll<HTMLElement>('h2[id]')];
      const found = headings.map(({ id, textContent }) => ({ id, title: textContent ?? '' }));
      const same = (before: readonly Entry[]) =>
        before.length === found.length && before.every(({ id }, at) => id === found[at]?.id);
      setEntries((before) => (same(before) ? before : found));
    };
    read();
    const observer = new MutationObserver(read);
    observer.observe(element, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [within]);
  return entries;
}

/** A long page with what is on it at its side: each heading is one step away. */
export function WithContents({ children }: { children: ReactNode }) {
  const page = useRef<HTMLDivElement>(null);
  const entries = useHeadings(page);
  const goTo = (id: string) => {
    const heading = document.getElementById(id);
    if (!heading) return;
    heading.scrollIntoView({ block: 'start' });
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  };
  return (
    <div className={classes.columns}>
      <div ref={page} className={classes.page}>
        {children}
      </div>
      <nav aria-label="On this page" className={classes.contents}>
        <ul>
          {entries.map(({ id, title }) => (
            <li key={id}>
              <a
                href={`#${id}`}
                onClick={(event) => {
                  event.preventDefault();
                  goTo(id);
                }}
              >
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
