import { Button, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { MentionRow as Row } from '../../../shared/contract/contract.ts';
import { api, client } from '../../app/client.ts';
import { useShortcut } from '../../app/keyboard.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ListOfRows } from '../../parts/list-of-rows.tsx';
import { LoadingState } from '../../parts/loading-state.tsx';
import { usePages } from '../../parts/pages.ts';
import { ProblemState } from '../../parts/problem-state.tsx';
import { Screen } from '../../parts/screen.tsx';
import { GatherButton } from './gather-button.tsx';
import classes from './listening.module.css';
import { MentionRow } from './mention-row.tsx';
import { MentionView } from './mention-view.tsx';
import { type Filter, filters } from './states.ts';
import { useTriage } from './use-triage.ts';

/** What is said about the business: read, sorted and given to the people who said it. */
export default function ListeningScreen() {
  const [place, setPlace] = useSearchParams();
  const [words, setWords] = useState('');
  const [settled] = useDebouncedValue(words.trim(), 200);
  const search = useRef<HTMLInputElement>(null);
  const triage = useTriage();
  const sources = useQuery(api.sources.list.queryOptions());

  const filter = (place.get('show') ?? 'new') as Filter;
  const sourceId = place.get('source') ?? undefined;
  const open = place.get('mention') ?? undefined;
  const put = (changes: Record<string, string | undefined>) =>
    setPlace((before) => {
      const next = new URLSearchParams(before);
      for (const [key, value] of Object.entries(changes)) {
        if (value === undefined) next.delete(key);
        else next.set(key, value);
      }
      return next;
    });

  const input = {
    words: settled,
    sourceId,
    state: filter === 'all' || filter === 'starred' ? undefined : filter,
    starred: filter === 'starred' ? true : undefined,
  };
  const pages = usePages(api.mentions.list.key({ input }), (page) =>
    client.mentions.list({ ...input, ...page }),
  );
  useShortcut({ keys: '/', label: 'Search in what was said', run: () => search.current?.focus() });
  useShortcut({
    keys: 'escape',
    label: 'Close the voice',
    run: () => put({ mention: undefined }),
    while: open !== undefined,
  });

  const none = sources.data?.length === 0;
  return (
    <Screen
      title="Listening"
      lead="What people say about you, one voice at a time."
      width="wide"
      actions={
        <>
          <GatherButton />
          <Button component={Link} href="/listening/sources" variant="default">
            Sources
          </Button>
        </>
      }
    >
      <div className={classes.bar}>
        <SegmentedControl
          aria-label="Which voices"
          value={filter}
          onChange={(value) =>
            put({ show: value === 'new' ? undefined : value, mention: undefined })
          }
          data={filters.map((one) => ({ ...one }))}
        />
        <TextInput
          ref={search}
          className={classes.search}
          aria-label="Search in what was said"
          placeholder="Search"
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        {(sources.data?.length ?? 0) > 1 && (
          <NativeSelect
            aria-label="From which source"
            value={sourceId ?? ''}
            onChange={(event) => put({ source: event.currentTarget.value || undefined })}
            data={[
              { value: '', label: 'From everywhere' },
              ...(sources.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
      </div>
      {pages.error ? (
        <ProblemState problem={pages.error} retry={pages.refetch} />
      ) : pages.total === undefined ? (
        <LoadingState />
      ) : (
        <div className={classes.columns} data-reading={open !== undefined || undefined}>
          <div className={classes.list}>
            {pages.total === 0 ? (
              <NothingHeard none={none} filter={filter} searching={settled !== ''} />
            ) : (
              <ListOfRows<Row>
                label="Voices"
                pages={pages}
                keyOf={(row) => row.id}
                onOpen={(row) => put({ mention: row.id })}
                current={open}
                rowHeight={84}
                keys={{
                  a: (row) => triage.mark(row, 'answered'),
                  n: (row) => triage.mark(row, 'noted'),
                  l: (row) => triage.mark(row, 'let-go'),
                  u: (row) => triage.mark(row, 'new'),
                  s: triage.star,
                  z: (row) => triage.snooze(row),
                  o: (row) => triage.openPage(row.address),
                }}
              >
                {(row) => <MentionRow row={row} />}
              </ListOfRows>
            )}
          </div>
          {open && (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: long words scroll, also by keyboard
            <section className={classes.reading} aria-label="The voice" tabIndex={0}>
              <MentionView
                id={open}
                triage={triage}
                onClose={() => put({ mention: undefined })}
                onOpen={(id) => put({ mention: id })}
              />
            </section>
          )}
        </div>
      )}
    </Screen>
  );
}

interface NothingHeardProps {
  none: boolean;
  filter: Filter;
  searching: boolean;
}

function NothingHeard({ none, filter, searching }: NothingHeardProps) {
  if (none) {
    return (
      <EmptyState
        title="Nothing to listen to yet"
        drawing="ear"
        action={
          <Button component={Link} href="/listening/sources">
            Add something to listen to
          </Button>
        }
      >
        Your local paper, a review page, a feed of your town: paste its address, and Porchlight
        keeps an ear on it.
      </EmptyState>
    );
  }
  if (searching) {
    return (
      <EmptyState title="Nothing by those words" drawing="ear">
        Try fewer words, or look under All.
      </EmptyState>
    );
  }
  return (
    <EmptyState title={filter === 'new' ? 'All heard' : 'Nothing here'} drawing="ear">
      {filter === 'new'
        ? 'There is nothing new to read. Porchlight keeps listening.'
        : 'Voices that you sort this way are kept here.'}
    </EmptyState>
  );
}
