import {
  defaultRangeExtractor,
  measureElement,
  type Range,
  useWindowVirtualizer,
} from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { TimelineEntry } from '../../../shared/contract/contract.ts';
import { isField, useShortcut } from '../../app/keyboard.ts';
import { destination } from '../list-keys.ts';
import { useAbove } from '../use-above.ts';
import { Entry } from './entry.tsx';
import classes from './timeline.module.css';
import type { TimelinePages } from './use-timeline.ts';

interface TimelineListProps {
  /** What the list is, for those who hear it. */
  label: string;
  pages: TimelinePages;
  entries: readonly TimelineEntry[];
  /** Whose timeline it is, where it is one person's. */
  personId?: string;
  /** The id of an entry that somebody came for. */
  wanted: string | null;
  /** Called after an entry was taken away. */
  onGone: () => void;
}

/** Pixels of a usual entry; each is measured once it is shown. */
const usual = 92;
/** So many entries PageUp and PageDown go. */
const screenful = 5;
/** So many entries before its end the list is read on. */
const ahead = 40;

const keyOf = (entry: TimelineEntry) => `${entry.kind} ${entry.id}`;

/**
 * Entries as a feed (https://www.w3.org/WAI/ARIA/apg/patterns/feed/) that stays light at any
 * length: what is in sight is drawn, what comes near is fetched. One Tab reaches it; arrows, j and
 * k, PageUp and PageDown go through it.
 */
export function TimelineList(props: TimelineListProps) {
  const { pages, entries, personId, wanted, onGone } = props;
  const count = entries.length;
  const list = useRef<HTMLDivElement>(null);
  const above = useAbove(list);
  const [active, setActive] = useState(0);
  const present = Math.min(active, Math.max(0, count - 1));
  const focusNext = useRef<number | undefined>(undefined);

  const virtual = useWindowVirtualizer({
    count,
    estimateSize: () => usual,
    overscan: 6,
    scrollMargin: above,
    getItemKey: (index) => {
      const entry = entries[index];
      return entry ? keyOf(entry) : index;
    },
    // Where nothing is laid out every entry is as high as usual.
    measureElement: (element, entry, instance) => measureElement(element, entry, instance) || usual,
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    // The entry that has the focus is drawn even when it is scrolled out of sight.
    rangeExtractor: useCallback(
      (range: Range) => {
        const drawn = defaultRangeExtractor(range);
        if (count === 0 || drawn.includes(present)) return drawn;
        return [...drawn, present].sort((one, other) => one - other);
      },
      [present, count],
    ),
  });
  const drawn = virtual.getVirtualItems();
  const { startIndex = 0, endIndex = 0 } = virtual.range ?? {};

  useEffect(() => {
    pages.look(startIndex, endIndex);
    if (pages.more && Math.max(endIndex, present) >= count - ahead) pages.readOn();
  });

  // Somebody came for one entry, from a search: once, when it is there.
  const wantedAt = wanted === null ? -1 : entries.findIndex(({ id }) => id === wanted);
  const isShown = useRef<string | null>(null);
  useEffect(() => {
    if (wanted === null || wantedAt < 0 || isShown.current === wanted) return;
    isShown.current = wanted;
    // After the frame in which a screen that was just come to is put at its top.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => virtual.scrollToIndex(wantedAt, { align: 'center' })),
    );
  });

  useEffect(() => {
    if (focusNext.current === undefined) return;
    const entry = list.current?.querySelector<HTMLElement>(`[data-index="${focusNext.current}"]`);
    if (!entry) return;
    focusNext.current = undefined;
    entry.focus({ preventScroll: true });
  });

  // The entry that has the focus has a button of its own for it.
  useShortcut({
    keys: 'b',
    label: 'The conversation belongs to a lesson',
    run: () => {
      const entry = document.activeElement?.closest('article');
      if (!entry || !list.current?.contains(entry)) return;
      entry.querySelector<HTMLElement>('[data-key="b"]')?.click();
    },
  });

  const press = (event: KeyboardEvent) => {
    if (isField(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = destination(event.key, present, count, screenful);
    if (to === undefined) return;
    event.preventDefault();
    focusNext.current = to;
    setActive(to);
    virtual.scrollToIndex(to, { align: 'auto' });
    if (to === present) list.current?.querySelector<HTMLElement>(`[data-index="${to}"]`)?.focus();
  };

  return (
    <div
      ref={list}
      role="feed"
      aria-label={props.label}
      aria-busy={pages.isOld || undefined}
      className={classes.list}
      style={{ height: virtual.getTotalSize() }}
      onKeyDown={press}
    >
      {drawn.map((item) => {
        const entry = entries[item.index];
        if (!entry) return null;
        return (
          <article
            key={item.key}
            ref={virtual.measureElement}
            data-index={item.index}
            data-kind={entry.kind}
            data-wanted={entry.id === wanted || undefined}
            data-last={(item.index === count - 1 && !pages.more) || undefined}
            aria-posinset={item.index + 1}
            aria-setsize={pages.more ? -1 : count}
            aria-labelledby={`head-${entry.kind}-${entry.id}`}
            tabIndex={item.index === present ? 0 : -1}
            className={classes.entry}
            style={{ transform: `translateY(${item.start - above}px)` }}
            onFocus={() => setActive(item.index)}
          >
            <Entry
              entry={entry}
              isFirstOfDay={entries[item.index - 1]?.day !== entry.day}
              personId={personId}
              onGone={onGone}
            />
          </article>
        );
      })}
    </div>
  );
}
