import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Mention } from '../../../shared/contract/contract.ts';
import { client } from '../../app/client.ts';
import { useShortcut } from '../../app/keyboard.ts';
import { useDoing } from '../../app/undo.ts';
import { PersonChoice } from '../../parts/person-choice.tsx';
import { PersonName } from '../../parts/person-name.tsx';
import classes from './listening.module.css';

/** Whose voice it is: known, proposed with the reason, or to be said. Never guessed for good. */
export function WhoIsIt({ mention }: { mention: Mention }) {
  const { done, failed } = useDoing();
  const [, go] = useLocation();
  const [choosing, setChoosing] = useState(false);
  const named = mention.author || mention.authorHandle || 'whoever wrote this';

  const link = (customerId: string) =>
    client.mentions.link({ id: mention.id, customerId, remember: true }).then(({ step }) => {
      setChoosing(false);
      done('Now we know who it is', step);
    }, failed);
  const unlink = (customerId: string) =>
    client.mentions
      .unlink({ id: mention.id, customerId })
      .then(({ step }) => done('Not them, then', step), failed);
  const makeCustomer = () =>
    client.mentions.makeCustomer({ id: mention.id }).then(({ step, id }) => {
      done(`${named} is on the street now`, step);
      go(`/people/${id}`);
    }, failed);

  const { customer, likely } = mention;
  const meant = customer ?? likely;
  useShortcut({ keys: 'w', label: 'Say who it is', run: () => setChoosing(true) });
  useShortcut({
    keys: 'y',
    label: 'Yes, it is who is proposed',
    run: () => likely && void link(likely.id),
    while: likely !== null,
  });
  useShortcut({
    keys: 'shift+y',
    label: 'No, it is not them',
    run: () => meant && void unlink(meant.id),
    while: meant !== null,
  });

  if (customer && !choosing) {
    const { id, name } = customer;
    return (
      <div className={classes.who}>
        <p>
          These are the words of{' '}
          <Link href={`/people/${id}`}>
            <PersonName name={name} />
          </Link>
          .
        </p>
        <Button variant="subtle" size="compact-md" onClick={() => unlink(id)}>
          It is not them
        </Button>
      </div>
    );
  }
  return (
    <div className={classes.who}>
      {likely && !choosing ? (
        <>
          <p>
            Perhaps <PersonName name={likely.name} />: {likely.why}
          </p>
          <Button variant="default" size="compact-md" onClick={() => link(likely.id)}>
            Yes, it is
          </Button>{' '}
          <Button variant="subtle" size="compact-md" onClick={() => unlink(likely.id)}>
            No
          </Button>
        </>
      ) : choosing ? (
        <PersonChoice
          label="Who is it?"
          value={null}
          onChoose={(person) => person && link(person.id)}
          autoFocus
        />
      ) : (
        <>
          <p>
            Do you know <bdi>{named}</bdi>?
          </p>
          <Button variant="default" size="compact-md" onClick={() => setChoosing(true)}>
            Yes, somebody I know
          </Button>{' '}
          <Button variant="subtle" size="compact-md" onClick={makeCustomer}>
            Make a customer of them
          </Button>
        </>
      )}
    </div>
  );
}
