import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { MissedReminder } from '../../../shared/contract/contract.ts';
import { api, client } from '../../app/client.ts';
import { usePresent } from '../../app/present.ts';
import { useDoing } from '../../app/undo.ts';
import { Card } from '../../parts/card.tsx';
import { useFollowUps } from '../../parts/follow-ups/use-follow-ups.ts';
import { PersonName } from '../../parts/person-name.tsx';
import { RelativeDay } from '../../parts/relative-day.tsx';
import { followUpChoices } from '../../parts/snooze-choices.ts';
import { SnoozeMenu } from '../../parts/snooze-menu.tsx';
import classes from './missed-card.module.css';

/** How many are shown here; the rest stands among the follow-ups. */
const most = 3;

/** What came up while nobody was there, until it is dealt with or put away. */
export function MissedCard() {
  const missed = useQuery(api.reminders.missed.queryOptions());
  const { done, failed } = useDoing();
  if (!missed.data?.length) return null;
  const more = missed.data.length - most;
  const putAway = () =>
    client.reminders.putAway().then(({ step }) => done('Put away', step), failed);
  return (
    <Card title="While you were away" tone="calm" padding="small">
      <ul className={classes.list}>
        {missed.data.slice(0, most).map((one) => (
          <Missed key={one.id} one={one} />
        ))}
      </ul>
      <div className={classes.foot}>
        {more > 0 && (
          <Link href="/follow-ups">{more === 1 ? 'And one more' : `And ${more} more`}</Link>
        )}
        <Button variant="subtle" size="compact-sm" onClick={() => void putAway()}>
          Put away
        </Button>
      </div>
    </Card>
  );
}

function Missed({ one }: { one: MissedReminder }) {
  const present = usePresent();
  const { finish, putOff } = useFollowUps();
  const { followUp, customer } = one;
  if (!followUp) {
    return (
      <li className={classes.item}>
        <Link href={`/people/${customer?.id ?? ''}`} dir="auto">
          {one.words}
        </Link>
      </li>
    );
  }
  return (
    <li className={classes.item}>
      <Link href={`/follow-ups?follow-up=${followUp.id}`} dir="auto">
        {one.words}
      </Link>
      <div className={classes.row}>
        <span className={classes.about}>
          <RelativeDay day={followUp.dueDay} due />
          {customer && (
            <>
              {' · '}
              <PersonName name={customer.name} />
            </>
          )}
        </span>
        <span className={classes.buttons}>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={`Done: ${one.words}`}
            onClick={() => void finish(followUp)}
          >
            Done
          </Button>
          <SnoozeMenu
            what={one.words}
            size="compact-sm"
            choices={followUpChoices(present, followUp)}
            times
            onSnooze={(day, time) => void putOff(followUp, day, time)}
          />
        </span>
      </div>
    </li>
  );
}
