import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { Customer } from '../../../shared/contract/contract.ts';
import { pronounsOf } from '../../../shared/wording/pronouns.ts';
import { client } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';
import { PersonName } from '../../parts/person-name.tsx';
import { ScreenHeading } from '../../parts/screen.tsx';
import classes from './day-card.module.css';

interface TriedCardProps {
  customer: Customer;
  /** Whether somebody else could be named. */
  more: boolean;
}

/** The day's person was not to be reached: no step lost, and somebody else if there is time. */
export function TriedCard({ customer, more }: TriedCardProps) {
  const { failed } = useDoing();
  const who = pronounsOf(customer.pronouns);
  return (
    <article className={classes.card}>
      <ScreenHeading>You tried. That is noted.</ScreenHeading>
      <p className={classes.why}>
        <Link href={`/people/${customer.id}`} className={classes.name}>
          <PersonName name={customer.name} />
        </Link>{' '}
        could not be reached today, which is nobody’s fault. Porchlight will think of {who.object}{' '}
        again in a few days.
      </p>
      <div className={classes.after}>
        {more && (
          <Button variant="default" onClick={() => client.today.another().catch(failed)}>
            Turn to somebody else today
          </Button>
        )}
        <Button component={Link} href={`/people/${customer.id}`} variant="subtle">
          Open {who.possessive} page
        </Button>
      </div>
    </article>
  );
}
