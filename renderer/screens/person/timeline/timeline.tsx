import { Button, SegmentedControl } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useSearchParams } from 'wouter';
import type { Customer, TimelineEntry } from '../../../../shared/contract/contract.ts';
import { api } from '../../../app/client.ts';
import { Loaded } from '../../../parts/loaded.tsx';
import { Entry } from './entry.tsx';
import classes from './timeline.module.css';

type Kind = TimelineEntry['kind'];

const pageSize = 50;

const filters: { value: string; label: string; kinds: Kind[] | undefined }[] = [
  { value: 'all', label: 'Everything', kinds: undefined },
  { value: 'conversation', label: 'Conversations', kinds: ['conversation'] },
  { value: 'note', label: 'Notes', kinds: ['note'] },
  { value: 'follow-up', label: 'Follow-ups', kinds: ['follow-up'] },
  { value: 'mention', label: 'Their words', kinds: ['mention'] },
];

/** All that was said, noted and promised, by whatever medium, newest first. */
export function Timeline({ person }: { person: Customer }) {
  const [params, setParams] = useSearchParams();
  const chosen = filters.find(({ value }) => value === params.get('kind')) ?? filters[0];
  const wanted = params.get('entry');
  const heading = useRef<HTMLHeadingElement>(null);

  const timeline = useInfiniteQuery(
    api.people.timeline.infiniteOptions({
      input: (offset: number) => ({
        id: person.id,
        kinds: chosen?.kinds,
        offset,
        limit: pageSize,
      }),
      initialPageParam: 0,
      getNextPageParam: (last, pages) => {
        const loaded = pages.reduce((sum, page) => sum + page.entries.length, 0);
        return last.entries.length > 0 && loaded < last.total ? loaded : undefined;
      },
      placeholderData: keepPreviousData,
    }),
  );
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = timeline;
  const entries = timeline.data?.pages.flatMap((page) => page.entries);

  // Somebody came for one entry, from a search: read on until it is there.
  const isThere = entries?.some(({ id }) => id === wanted) ?? false;
  useEffect(() => {
    if (wanted && entries && !isThere && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  });

  return (
    <section aria-labelledby="timeline">
      <header className={classes.header}>
        <h2 id="timeline" ref={heading} tabIndex={-1} className={classes.title}>
          Between you
        </h2>
        <SegmentedControl
          size="sm"
          aria-label="What to show"
          value={chosen?.value ?? 'all'}
          onChange={(kind) => setParams(kind === 'all' ? {} : { kind }, { replace: true })}
          data={filters.map(({ value, label }) => ({ value, label }))}
        />
      </header>
      <Loaded query={{ ...timeline, data: entries }}>
        {(shown) =>
          shown.length === 0 ? (
            <p className={classes.nothing}>
              {chosen?.kinds
                ? 'Nothing of that kind yet.'
                : 'Nothing yet. One line above begins it.'}
            </p>
          ) : (
            <ol className={classes.list} aria-busy={timeline.isPlaceholderData}>
              {shown.map((entry) => (
                <Entry
                  key={`${entry.kind} ${entry.id}`}
                  entry={entry}
                  personId={person.id}
                  isWanted={entry.id === wanted}
                  // What had the focus is gone: the list's heading takes it.
                  onGone={() => heading.current?.focus({ preventScroll: true })}
                />
              ))}
            </ol>
          )
        }
      </Loaded>
      {hasNextPage && <Onward busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
    </section>
  );
}

/** Fetches what is further down once it comes near; the button does the same. */
function Onward({ busy, onMore }: { busy: boolean; onMore: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  const more = useRef(onMore);
  useEffect(() => {
    more.current = onMore;
  });
  useEffect(() => {
    if (!button.current || busy) return undefined;
    const watcher = new IntersectionObserver(
      ([seen]) => {
        if (seen?.isIntersecting) more.current();
      },
      { rootMargin: '600px' },
    );
    watcher.observe(button.current);
    return () => watcher.disconnect();
  }, [busy]);
  return (
    <Button ref={button} variant="subtle" loading={busy} onClick={onMore}>
      Show earlier
    </Button>
  );
}
