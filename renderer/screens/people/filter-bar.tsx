import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Circle, PeopleSort } from '../../../shared/contract/contract.ts';
import { circleName, circles } from '../../../shared/wording/circles.ts';
import { api } from '../../app/client.ts';
import { useShortcut } from '../../app/keyboard.ts';
import { KeyHint } from '../../parts/key-hint.tsx';
import { everyone, narrows, type PeopleFilter, sortNames } from './filter.ts';
import classes from './filter-bar.module.css';

interface FilterBarProps {
  filter: PeopleFilter;
  change: (changes: Partial<PeopleFilter>) => void;
  /** How many the filter leaves. */
  total: number;
}

/** Milliseconds after the last letter before the list answers to it. */
const breath = 120;

/** Search, narrowing and order. All of it is in the address. */
export function FilterBar({ filter, change, total }: FilterBarProps) {
  const tags = useQuery(api.people.tags.queryOptions());
  const known = (tags.data ?? []).map(({ tag, people }) => ({
    value: tag,
    label: `${tag} (${people})`,
  }));
  if (filter.tag && !known.some(({ value }) => value === filter.tag)) {
    known.unshift({ value: filter.tag, label: filter.tag });
  }
  return (
    <section aria-label="Find people" className={classes.bar}>
      <SearchField words={filter.words} onSettled={(words) => change({ words })} />
      <Select
        className={classes.choice}
        aria-label="Circle"
        data={[
          { value: '', label: 'Every circle' },
          ...circles.map((circle) => ({ value: circle, label: circleName(circle) })),
        ]}
        value={filter.circle ?? ''}
        onChange={(circle) => change({ circle: (circle || undefined) as Circle | undefined })}
        allowDeselect={false}
      />
      {known.length > 0 && (
        <Select
          className={classes.choice}
          aria-label="Tag"
          data={[{ value: '', label: 'Every tag' }, ...known]}
          value={filter.tag ?? ''}
          onChange={(tag) => change({ tag: tag || undefined })}
          searchable={known.length > 8}
          allowDeselect={false}
        />
      )}
      <Select
        className={classes.order}
        aria-label="Sorted by"
        data={Object.entries(sortNames).map(([value, label]) => ({ value, label }))}
        value={filter.sort}
        onChange={(sort) => change({ sort: (sort ?? 'name') as PeopleSort })}
        allowDeselect={false}
      />
      <Checkbox
        className={classes.overdue}
        label="Overdue only"
        checked={filter.overdue}
        onChange={(event) => change({ overdue: event.currentTarget.checked })}
      />
      {filter.sentBy && <SentBy id={filter.sentBy} onClear={() => change({ sentBy: undefined })} />}
      <p className={classes.total} role="status">
        {counted(total)}
        {narrows(filter) && (
          <Button
            variant="subtle"
            size="compact-md"
            aria-label="Clear, and show everybody"
            onClick={() => change({ ...everyone, sort: filter.sort })}
          >
            Clear
          </Button>
        )}
      </p>
    </section>
  );
}

/** Says that only those are shown whom somebody sent; one press shows the others again. */
function SentBy({ id, onClear }: { id: string; onClear: () => void }) {
  const sender = useQuery(api.people.get.queryOptions({ input: { id } }));
  const name = sender.data?.name ?? 'somebody';
  return (
    <Button
      variant="light"
      size="compact-md"
      aria-label={`Sent by ${name}. Show the others too`}
      onClick={onClear}
      rightSection={<span aria-hidden="true">×</span>}
    >
      Sent by&nbsp;
      <bdi>{name}</bdi>
    </Button>
  );
}

const plain = new Intl.NumberFormat('en-GB');

function counted(total: number): string {
  if (total === 0) return 'Nobody';
  return total === 1 ? '1 person' : `${plain.format(total)} people`;
}

interface SearchFieldProps {
  words: string;
  onSettled: (words: string) => void;
}

/** The field is ahead of the address by a breath, so that no letter waits for the list. */
function SearchField({ words, onSettled }: SearchFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(words);
  const told = useRef(words);

  useEffect(() => {
    // The address was changed by somebody else: back, or "Show everybody".
    if (words === told.current) return;
    told.current = words;
    setTyped(words);
  }, [words]);

  useEffect(() => {
    const settled = typed.trim();
    if (settled === told.current) return undefined;
    const timer = setTimeout(() => {
      told.current = settled;
      onSettled(settled);
    }, breath);
    return () => clearTimeout(timer);
  }, [typed, onSettled]);

  useShortcut({
    keys: '/',
    label: 'Search people',
    run: () => {
      field.current?.focus();
      field.current?.select();
    },
  });

  return (
    <TextInput
      ref={field}
      className={classes.search}
      type="search"
      aria-label="Search people"
      placeholder="Name, business, phone, anything you noted"
      value={typed}
      dir="auto"
      rightSection={typed === '' ? <KeyHint keys="/" /> : undefined}
      rightSectionPointerEvents="none"
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && typed !== '') {
          event.stopPropagation();
          setTyped('');
        }
        if (event.key === 'ArrowDown') {
          event.preventDefault();
          focusRow();
        }
      }}
    />
  );
}

/** Goes to the row of the list that Tab would come to. */
export function focusRow(): void {
  document.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus();
}
