import { NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import type { Settings, Source } from '../../../shared/contract/contract.ts';
import { client } from '../../app/client.ts';
import { useShortcut } from '../../app/keyboard.ts';
import { useDoing } from '../../app/undo.ts';
import classes from './listening.module.css';
import { SavedSearches } from './saved-searches.tsx';
import { filters } from './states.ts';
import type { Place } from './use-place.ts';

interface ListeningBarProps {
  place: Place;
  sources: readonly Source[];
  order: Settings['voicesOrder'];
}

/** Which voices are shown, and in which order. */
export function ListeningBar({ place, sources, order }: ListeningBarProps) {
  const { filter, words, sourceId, put } = place;
  const { failed } = useDoing();
  const search = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(words);
  const settle = useDebouncedCallback((next: string) => put({ words: next.trim() }, true), 200);
  // A saved search brings its own words.
  useEffect(() => setTyped((before) => (before.trim() === words ? before : words)), [words]);
  useShortcut({ keys: '/', label: 'Search in what was said', run: () => search.current?.focus() });

  return (
    <div className={classes.bar}>
      <SegmentedControl
        aria-label="Which voices"
        value={filter}
        onChange={(value) => put({ show: value === 'new' ? undefined : value, mention: undefined })}
        data={filters.map((one) => ({ ...one }))}
      />
      <TextInput
        ref={search}
        className={classes.search}
        aria-label="Search in what was said"
        placeholder="Search"
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          settle(event.currentTarget.value);
        }}
      />
      {sources.length > 1 && (
        <NativeSelect
          aria-label="From which source"
          className={classes.select}
          value={sourceId ?? ''}
          onChange={(event) => put({ source: event.currentTarget.value })}
          data={[
            { value: '', label: 'From everywhere' },
            ...sources.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      {filter === 'new' && (
        <NativeSelect
          aria-label="In which order"
          className={classes.select}
          value={order}
          onChange={(event) => {
            const voicesOrder = event.currentTarget.value as Settings['voicesOrder'];
            client.settings.save({ voicesOrder }).catch(failed);
          }}
          data={[
            { value: 'matters', label: 'What matters first' },
            { value: 'newest', label: 'Newest first' },
          ]}
        />
      )}
      <SavedSearches place={place} />
    </div>
  );
}
