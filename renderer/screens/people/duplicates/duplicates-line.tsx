import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../../app/client.ts';
import classes from './merge.module.css';

/** One quiet line, only when somebody seems to be here twice. */
export function DuplicatesLine({ onOpen }: { onOpen: () => void }) {
  const found = useQuery(
    api.people.duplicates.queryOptions({ input: {}, placeholderData: keepPreviousData }),
  );
  const people = found.data?.people ?? 0;
  if (people === 0) return null;
  return (
    <p className={classes.line}>
      {people === 1 ? 'One person may be here twice.' : `${people} people may be here twice.`}
      <Button variant="subtle" size="compact-md" onClick={onOpen}>
        Have a look
      </Button>
    </p>
  );
}
