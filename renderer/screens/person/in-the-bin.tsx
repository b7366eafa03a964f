import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Customer } from '../../../shared/contract/contract.ts';
import { addDays } from '../../../shared/dates.ts';
import { dayOf } from '../../../shared/wording/days.ts';
import { client } from '../../app/client.ts';
import { usePresent } from '../../app/present.ts';
import { useDoing } from '../../app/undo.ts';
import { Card } from '../../parts/card.tsx';
import { PersonName } from '../../parts/person-name.tsx';
import { RelativeDay } from '../../parts/relative-day.tsx';
import { ForgetPerson } from './forget/forget-person.tsx';
import classes from './person.module.css';

/** Says that they are in the bin, and brings them back. */
export function InTheBin({ person }: { person: Customer }) {
  const { attempt } = useDoing();
  const [, navigate] = useLocation();
  const { zone } = usePresent();
  const [busy, setBusy] = useState(false);
  const [forgetting, setForgetting] = useState(false);

  async function putBack() {
    setBusy(true);
    const work = client.people.restore({ ids: [person.id] });
    if (!(await attempt(work, `${person.name} is back`))) setBusy(false);
  }

  return (
    <div className={classes.below}>
      <Card tone="lamp" padding="small">
        <div className={classes.band}>
          <p>
            In the bin since {person.binnedAt !== null && <RelativeDay day={person.binnedAt} />}.{' '}
            {person.mergedInto ? (
              <>
                Merged into{' '}
                <Link href={`/people/${person.mergedInto.id}`}>
                  <PersonName name={person.mergedInto.name} />
                </Link>
                , where everything that was said is now.
              </>
            ) : (
              <>
                Nothing is lost; they are only out of sight. They leave for good{' '}
                {person.binnedAt !== null && (
                  <RelativeDay day={addDays(dayOf(person.binnedAt, zone), 30)} />
                )}
                .
              </>
            )}
          </p>
          <Group gap="xs">
            <Button variant="default" loading={busy} onClick={() => void putBack()}>
              Put back
            </Button>
            <Button variant="subtle" color="danger" onClick={() => setForgetting(true)}>
              Forget …
            </Button>
          </Group>
        </div>
      </Card>
      {forgetting && (
        <ForgetPerson
          person={person}
          onClose={() => setForgetting(false)}
          onForgotten={() => navigate('/people/bin')}
        />
      )}
    </div>
  );
}
