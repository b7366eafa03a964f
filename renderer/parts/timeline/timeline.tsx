import { Button, SegmentedControl } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { client } from '../../app/client.ts';
import { LoadingState } from '../loading-state.tsx';
import { ProblemState } from '../problem-state.tsx';
import { Narrow } from './narrow.tsx';
import { kindsOffered, spokenOfKind, useNarrowing } from './narrowing.ts';
import classes from './timeline.module.css';
import { TimelineList } from './timeline-list.tsx';
import { type TimelinePages, useTimeline } from './use-timeline.ts';

interface TimelineProps {
  /** Whose; without it the timeline of the house. */
  personId?: string;
  title: string;
  /** What is said where nothing is yet. */
  empty: string;
  /** Beside the filters. */
  actions?: ReactNode;
}

/** All that was said, noted and promised, by whatever medium, newest first; narrowed at will. */
export function Timeline({ personId, title, empty, actions }: TimelineProps) {
  const { chosen, filter, change, isNarrow, wanted } = useNarrowing(personId);
  const pages = useTimeline(filter);
  const { entries } = pages;
  const heading = useRef<HTMLHeadingElement>(null);
  const [opened, setOpened] = useState(false);
  const isOpen = opened || isNarrow;
  const isWhole = !isNarrow && chosen.kind === '';
  useWanted(wanted, pages, (day) => change({ to: day }));

  const kinds = chosen.kind === spokenOfKind.value ? [...kindsOffered, spokenOfKind] : kindsOffered;
  return (
    <section aria-labelledby="timeline">
      <header className={classes.header}>
        <h2 id="timeline" ref={heading} tabIndex={-1} className={classes.title}>
          {title}
        </h2>
        <SegmentedControl
          size="sm"
          aria-label="What to show"
          value={chosen.kind || 'all'}
          onChange={(kind) => change({ kind: kind === 'all' ? '' : kind })}
          data={kinds.map(({ value, label }) => ({ value, label }))}
        />
        <div className={classes.tools}>
          <Button
            variant="subtle"
            size="compact-md"
            aria-expanded={isOpen}
            onClick={() => {
              setOpened(!isOpen);
              if (isNarrow) change({ by: '', words: '', tag: '', from: '', to: '', with: '' });
            }}
          >
            {isNarrow ? 'Show all again' : 'Narrow it down'}
          </Button>
          {actions}
        </div>
      </header>
      {isOpen && <Narrow chosen={chosen} onChange={change} people={personId === undefined} />}
      {pages.error && !entries ? (
        <ProblemState problem={pages.error} retry={pages.refetch} />
      ) : entries === undefined ? (
        <LoadingState />
      ) : entries.length === 0 ? (
        <p className={classes.nothing}>{isWhole ? empty : 'Nothing of that kind yet.'}</p>
      ) : (
        <TimelineList
          label={title}
          pages={pages}
          entries={entries}
          personId={personId}
          wanted={wanted}
          // What had the focus is gone: the list's heading takes it.
          onGone={() => heading.current?.focus({ preventScroll: true })}
        />
      )}
    </section>
  );
}

/** Entries that are read through for one that somebody came for; one further down is looked up. */
const nearEnough = 2000;

/** Brings the entry that somebody came for: reads on until it is there, or begins on its day. */
function useWanted(wanted: string | null, pages: TimelinePages, begin: (day: string) => void) {
  const { entries, more, readOn } = pages;
  const asked = useRef<string | null>(null);
  useEffect(() => {
    if (!wanted || !entries || !more || entries.some(({ id }) => id === wanted)) return;
    if (entries.length < nearEnough) {
      readOn();
      return;
    }
    if (asked.current === wanted) return;
    asked.current = wanted;
    void client.timeline.find({ id: wanted }).then(
      ({ day }) => begin(day),
      // It is not there any more: the timeline is shown as it is.
      () => undefined,
    );
  });
}
