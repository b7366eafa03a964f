import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { mediaOffered, mediumNoun } from '../../../shared/wording/media.ts';
import { api } from '../../app/client.ts';
import { usePresentDay } from '../../app/present.ts';
import { PersonChoice } from '../person-choice.tsx';
import type { Narrowing } from './narrowing.ts';
import classes from './timeline.module.css';

interface NarrowProps {
  chosen: Narrowing;
  onChange: (changes: Partial<Narrowing>) => void;
  /** Whether one can also choose with whom it was. */
  people: boolean;
}

/** By words, medium, tag, time, and person. */
export function Narrow({ chosen, onChange, people }: NarrowProps) {
  const tags = useQuery(api.timeline.tags.queryOptions());
  const person = useQuery(
    api.people.get.queryOptions({ input: { id: chosen.with }, enabled: chosen.with !== '' }),
  );
  const tagsOffered = (tags.data ?? []).map(({ tag }) => tag);
  if (chosen.tag && !tagsOffered.includes(chosen.tag)) tagsOffered.unshift(chosen.tag);
  return (
    <div className={classes.narrow}>
      <TextInput
        label="With the words"
        type="search"
        value={chosen.words}
        onChange={(event) => onChange({ words: event.currentTarget.value })}
        dir="auto"
      />
      <NativeSelect
        label="How"
        value={chosen.by}
        onChange={(event) => onChange({ by: event.currentTarget.value })}
        data={[
          { value: '', label: 'in whatever way' },
          ...mediaOffered.map((value) => ({ value, label: mediumNoun(value) })),
        ]}
      />
      <When chosen={chosen} onChange={onChange} />
      {tagsOffered.length > 0 && (
        <NativeSelect
          label="Tag"
          value={chosen.tag}
          onChange={(event) => onChange({ tag: event.currentTarget.value })}
          data={[
            { value: '', label: 'with or without' },
            ...tagsOffered.map((tag) => ({ value: tag, label: `#${tag}` })),
          ]}
        />
      )}
      {people && (
        <PersonChoice
          label="With whom"
          placeholder="anybody"
          value={person.data ? { id: person.data.id, name: person.data.name } : null}
          onChoose={(somebody) => onChange({ with: somebody?.id ?? '' })}
        />
      )}
    </div>
  );
}

/** A year, or from one day to another. */
function When({ chosen, onChange }: Pick<NarrowProps, 'chosen' | 'onChange'>) {
  const today = usePresentDay();
  const years = useQuery(api.timeline.years.queryOptions());
  const { from, to } = chosen;
  const last = years.data?.last ?? Number(today.slice(0, 4));
  const all = Array.from({ length: last - (years.data?.first ?? last) + 1 }, (_, back) =>
    String(last - back),
  );
  const year = all.find((one) => from === `${one}-01-01` && to === `${one}-12-31`);
  const [asksDays, setAsksDays] = useState(false);
  const isDays = !year && (asksDays || from !== '' || to !== '');
  return (
    <>
      <NativeSelect
        label="When"
        value={isDays ? 'days' : (year ?? '')}
        onChange={(event) => {
          const { value } = event.currentTarget;
          setAsksDays(value === 'days');
          if (value === 'days') return;
          onChange(value ? { from: `${value}-01-01`, to: `${value}-12-31` } : { from: '', to: '' });
        }}
        data={[
          { value: '', label: 'at any time' },
          ...all.map((one) => ({ value: one, label: one })),
          { value: 'days', label: 'from … to …' },
        ]}
      />
      {isDays && (
        <>
          <TextInput
            label="From"
            type="date"
            max={today}
            value={from}
            onChange={(event) => onChange({ from: event.currentTarget.value })}
          />
          <TextInput
            label="To"
            type="date"
            max={today}
            value={to}
            onChange={(event) => onChange({ to: event.currentTarget.value })}
          />
        </>
      )}
    </>
  );
}
