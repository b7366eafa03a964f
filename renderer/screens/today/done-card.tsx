import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { client } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';
import { PersonName } from '../../parts/person-name.tsx';
import { ScreenHeading } from '../../parts/screen.tsx';
import classes from './day-card.module.css';

interface DoneCardProps {
  people: readonly { customerId: string; name: string; how: 'answered' | 'spoke' }[];
  /** Whether somebody else could be named. */
  more: boolean;
}

const verbs = { spoke: 'turned to', answered: 'answered' };

/** The small joy when the day's step is taken. */
export function DoneCard({ people, more }: DoneCardProps) {
  const { failed } = useDoing();
  // Those you spoke with first, so that each verb is said once.
  const inOrder = people.toSorted((one, other) => other.how.localeCompare(one.how));
  const names = inOrder.map((person, index) => (
    <span key={person.customerId}>
      {index > 0 && (index === people.length - 1 ? ' and ' : ', ')}
      {person.how !== inOrder[index - 1]?.how && `${verbs[person.how]} `}
      <Link href={`/people/${person.customerId}`} className={classes.name}>
        <PersonName name={person.name} />
      </Link>
    </span>
  ));
  return (
    <article className={classes.card}>
      <div className={classes.joy}>
        <Lamplight />
        <div>
          <ScreenHeading>The light is on.</ScreenHeading>
          <p className={classes.why}>
            You {names} today. That is all a day needs. Somebody else will be at the door tomorrow.
          </p>
        </div>
      </div>
      <div className={classes.after}>
        {more && (
          <Button variant="default" onClick={() => client.today.another().catch(failed)}>
            I have time for one more
          </Button>
        )}
        <Button component={Link} href="/follow-ups" variant="subtle">
          Look at what is promised
        </Button>
      </div>
    </article>
  );
}

/** A lamp that has just been lit. */
function Lamplight() {
  return (
    <svg viewBox="0 0 88 88" className={classes.lamplight} aria-hidden>
      <g className={classes.glow}>
        <circle cx="44" cy="34" r="32" fill="var(--lamp)" opacity="0.14" />
        <circle cx="44" cy="34" r="21" fill="var(--lamp)" opacity="0.22" />
      </g>
      <rect x="42" y="40" width="4" height="40" rx="1" fill="var(--ink)" opacity="0.75" />
      <circle cx="44" cy="34" r="11" fill="var(--lamp)" />
      <path d="M22 81h44" stroke="var(--line)" strokeWidth="3" strokeLinecap="round" />
    </svg>
  );
}
