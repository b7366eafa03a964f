import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { sentenceOf } from '../../app/problems.ts';
import { Hits } from '../../parts/conflicts/hits.tsx';
import { useLookUp } from '../../parts/conflicts/use-look-up.ts';
import { Screen } from '../../parts/screen.tsx';
import classes from './conflicts.module.css';
import { KeepLookUp } from './keep-look-up.tsx';

/** Whether somebody is known here already, on whatever side: looked for as one types. */
export default function ConflictsScreen() {
  const [place] = useSearchParams();
  const [typed, setTyped] = useState(place.get('name') ?? '');
  const { name, found, error } = useLookUp(typed);
  return (
    <Screen
      title="Check a name for conflicts"
      lead="Over names, other names, businesses, family and both sides of every matter, in any script, in the bin too."
      width="reading"
    >
      <TextInput
        label="The name of a person or a business"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        maxLength={200}
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        autoFocus
      />
      <p role="status" className={classes.outcome}>
        {error ? sentenceOf(error) : found && counted(found.hits.length + found.more, name)}
      </p>
      {found && (
        <>
          <Hits hits={found.hits} more={found.more} />
          <KeepLookUp name={name} />
        </>
      )}
    </Screen>
  );
}

function counted(count: number, name: string): string {
  if (count === 0) return `Nobody here is named like “${name}”.`;
  return count === 1 ? 'Found in one place.' : `Found in ${count} places.`;
}
