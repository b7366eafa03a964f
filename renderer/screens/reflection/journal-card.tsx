import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { fullDay } from '../../../shared/wording/days.ts';
import { api } from '../../app/client.ts';
import { usePresentDay } from '../../app/present.ts';
import { Card } from '../../parts/card.tsx';
import classes from './reflection.module.css';

/** What one wrote for oneself in earlier weeks, searched here and nowhere else. */
export function JournalCard() {
  const today = usePresentDay();
  const [typed, setTyped] = useState('');
  const words = useDeferredValue(typed);
  const { data: present } = useQuery(api.reflection.week.queryOptions());
  const { data } = useQuery({
    ...api.reflection.journal.queryOptions({ input: { words } }),
    placeholderData: (before) => before,
  });
  if (!data || (data.entries.length + data.ofOthers === 0 && words === '')) return null;
  const { ofOthers } = data;
  // What was written this week stands in its own fields, until it is searched for.
  const entries = data.entries.filter(({ week }) => words !== '' || week !== present?.week);
  return (
    <Card title="Your journal">
      <TextInput
        type="search"
        label="Search in what you wrote"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        maxLength={200}
        mb="lg"
      />
      {entries.length === 0 && (
        <p className={classes.quiet}>
          {words ? 'Nothing of that.' : 'Nothing from earlier weeks yet.'}
        </p>
      )}
      {entries.map((entry) => (
        <div key={`${entry.week} ${entry.key}`} className={classes.earlier}>
          <h3>
            {entry.text} <small>week of {fullDay(entry.week, today)}</small>
          </h3>
          <p dir="auto">{entry.answer}</p>
        </div>
      ))}
      {ofOthers > 0 && (
        <p className={classes.quiet}>
          {ofOthers === 1 ? 'One answer' : `${ofOthers} answers`} of somebody else at this counter,
          or written while nobody was named, {ofOthers === 1 ? 'is' : 'are'} not shown to you.
        </p>
      )}
    </Card>
  );
}
