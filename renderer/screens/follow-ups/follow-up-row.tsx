import type { FollowUp } from '../../../shared/contract/contract.ts';
import { dayOf } from '../../../shared/wording/days.ts';
import { usePresent } from '../../app/present.ts';
import { FollowUpState, standingOf } from '../../parts/follow-ups/follow-up-state.tsx';
import { PersonName } from '../../parts/person-name.tsx';
import { RelativeDay } from '../../parts/relative-day.tsx';
import classes from './follow-ups.module.css';

/** One follow-up in the list: what, how it stands, for whom. */
export function FollowUpRow({ row }: { row: FollowUp }) {
  return (
    <span className={`${classes.row} ${row.state === 'done' ? classes.done : ''}`}>
      <span className={classes.text} dir="auto">
        {row.text}
      </span>
      <span className={classes.about}>
        <FollowUpState of={row} />
        <span>
          <When row={row} />
          {row.customer && (
            <>
              {' · '}
              <PersonName name={row.customer.name} />
            </>
          )}
          {row.givenTo && (
            <>
              {' · given to '}
              <bdi>{row.givenTo.name}</bdi>
            </>
          )}
        </span>
      </span>
    </span>
  );
}

/** When it is due, or was done, or comes back. */
function When({ row }: { row: FollowUp }) {
  const present = usePresent();
  const { dueDay, dueTime, snoozedUntil, snoozedTime, doneAt } = row;
  const standing = standingOf(row, present);
  if (standing === 'done' && doneAt !== null) {
    return <RelativeDay day={dayOf(doneAt, present.zone)} />;
  }
  const due = (
    <>
      <RelativeDay day={dueDay} due={standing !== 'put-off'} />
      {dueTime && `, ${dueTime}`}
    </>
  );
  if (standing !== 'put-off' || snoozedUntil === null) return due;
  return (
    <>
      to <RelativeDay day={snoozedUntil} />
      {snoozedTime && `, ${snoozedTime}`} (was due {due})
    </>
  );
}
