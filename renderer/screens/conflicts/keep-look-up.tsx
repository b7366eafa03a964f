import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';
import { type ChosenPerson, PersonChoice } from '../../parts/person-choice.tsx';
import classes from './conflicts.module.css';

/** Keeps what was found, dated, as a note on a client's matter. */
export function KeepLookUp({ name }: { name: string }) {
  const { attempt } = useDoing();
  const [person, setPerson] = useState<ChosenPerson | null>(null);
  const [chosen, setChosen] = useState('');
  const found = useQuery({
    ...api.matters.list.queryOptions({ input: { customerId: person?.id ?? '' } }),
    enabled: person !== null,
  });
  const matters = (person && found.data?.own) || [];
  const matter = matters.find(({ id }) => id === chosen) ?? matters[0];

  async function keep() {
    if (!matter) return;
    const work = client.matters.keepLookUp({ id: matter.id, name });
    await attempt(work, `Kept on “${matter.name}”`);
  }

  return (
    <section className={classes.keep} aria-labelledby="keep-look-up">
      <h2 id="keep-look-up">Keep this on a matter</h2>
      <PersonChoice label="Whose matter" value={person} onChoose={setPerson} />
      {person && found.data && matters.length === 0 && <p>They have no matter yet.</p>}
      {matters.length > 0 && (
        <NativeSelect
          label="Which matter"
          data={matters.map(({ id, name: label }) => ({ value: id, label }))}
          value={matter?.id ?? ''}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
      )}
      {matter && (
        <div>
          <Button variant="light" onClick={() => void keep()}>
            Keep as a dated note
          </Button>
        </div>
      )}
    </section>
  );
}
