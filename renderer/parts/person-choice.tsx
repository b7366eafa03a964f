import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../app/client.ts';

export interface ChosenPerson {
  id: string;
  name: string;
}

interface PersonChoiceProps {
  label: string;
  /** Who is chosen now. */
  value: ChosenPerson | null;
  onChoose: (person: ChosenPerson | null) => void;
  /** Offers to make somebody new of the name that was typed. */
  onNew?: (name: string) => void;
  /** Somebody who cannot be chosen: the person themselves. */
  except?: string;
  autoFocus?: boolean;
  error?: string;
  placeholder?: string;
}

/** Stands for whoever is not there yet. */
const newPerson = 'new';

/** Chooses one customer by typing a few letters of any of their names. */
export function PersonChoice(props: PersonChoiceProps) {
  const { label, value, onChoose, onNew, except, autoFocus, error, placeholder } = props;
  const [words, setWords] = useState('');
  const [settled] = useDebouncedValue(words, 120);
  const found = useQuery(
    api.people.list.queryOptions({
      input: { words: settled, limit: 12, offset: 0 },
      placeholderData: keepPreviousData,
    }),
  );
  const rows = (found.data?.rows ?? []).filter((row) => row.id !== except);
  const data = rows.map((row) => ({
    value: row.id,
    label: row.company && row.company !== row.name ? `${row.name} · ${row.company}` : row.name,
  }));
  if (value && !data.some((option) => option.value === value.id)) {
    data.unshift({ value: value.id, label: value.name });
  }
  const typed = words.trim();
  const isKnown = rows.some((row) => row.name.toLowerCase() === typed.toLowerCase());
  if (onNew && typed !== '' && typed !== value?.name && !isKnown) {
    data.push({ value: newPerson, label: `${typed}: a new customer` });
  }
  return (
    <Select
      label={label}
      placeholder={placeholder ?? 'Type a name'}
      data={data}
      value={value?.id ?? null}
      onChange={(id) => {
        if (id === newPerson) {
          onNew?.(typed);
          return;
        }
        const row = rows.find((candidate) => candidate.id === id);
        onChoose(row ? { id: row.id, name: row.name } : null);
      }}
      searchable
      clearable={value !== null}
      onSearchChange={setWords}
      // The core has searched already, in every name and script.
      filter={({ options }) => options}
      nothingFoundMessage={found.isFetching ? 'Looking …' : 'Nobody by that name'}
      autoFocus={autoFocus}
      error={error}
      comboboxProps={{ shadow: 'md' }}
    />
  );
}
